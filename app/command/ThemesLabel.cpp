#include "command/ThemesCommand.h"
#include "text/NameList.h"
#include "theme/Agreement.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

/// Pairs of --from-columns and --as.
Result<QVector<ColumnLabel>> labelsFrom(const Invocation &invocation, const Codebook &codebook)
{
    const QStringList columns = namesInList(invocation.value(u"from-columns"_s));
    const QStringList themes = namesInList(invocation.value(u"as"_s));
    if (columns.isEmpty() || columns.size() != themes.size()) {
        return Error{Error::Kind::Usage,
                     Words::tr("Name the columns and as many themes: --from-columns Commenting,Ogling --as "
                               "commenting,ogling.")};
    }
    QVector<ColumnLabel> labels;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QString theme = themes.at(i).trimmed();
        if (theme == "voice"_L1) {
            labels.append({columns.at(i).trimmed(), std::nullopt});
            continue;
        }
        const auto named = labelsFromKeys({theme}, codebook);
        if (!named)
            return named.error();
        if (named->constFirst().kind != Label::Kind::Theme) {
            return Error{Error::Kind::Usage,
                         Words::tr("A column is taken as a theme, or as “voice” where it names the voice.")};
        }
        labels.append({columns.at(i).trimmed(), named->constFirst().number});
    }
    return labels;
}

QJsonValue numberOrNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject agreementObject(const Agreement &agreement, const CoderAnswers &answers)
{
    QJsonObject object{{u"stories"_s, agreement.units},
                       {u"coders"_s, agreement.coders},
                       {u"percent"_s, agreement.percent},
                       {u"kappa"_s, numberOrNull(agreement.kappa)},
                       {u"kappa_by"_s, agreement.isFleissKappa() ? u"Fleiss"_s : u"Cohen"_s},
                       {u"alpha"_s, numberOrNull(agreement.alpha)},
                       {u"disagreements"_s, disagreements(answers.answers).size()}};
    if (agreement.alphaInterval) {
        object.insert(u"alpha_from"_s, agreement.alphaInterval->from);
        object.insert(u"alpha_to"_s, agreement.alphaInterval->to);
    }
    return object;
}

QString coefficient(const std::optional<double> &number)
{
    return number ? QString::number(*number, 'f', 3) : Words::tr("not defined");
}

QString kappaText(const Agreement &agreement)
{
    return (agreement.isFleissKappa() ? Words::tr("Fleiss' kappa %1") : Words::tr("Cohen's kappa %1"))
        .arg(coefficient(agreement.kappa));
}

void printAgreement(const QString &key, const Agreement &agreement, const CoderAnswers &answers)
{
    printLine(
        Words::tr(
            "%1: %2 stories by %3 coders, %4 % alike; %5; Krippendorff's alpha %6%7; they differ on %8 stories")
            .arg(key)
            .arg(agreement.units)
            .arg(agreement.coders)
            .arg(QString::number(100 * agreement.percent, 'f', 1), kappaText(agreement),
                 coefficient(agreement.alpha),
                 agreement.alphaInterval ? Words::tr(" (95 %: %1 to %2)")
                                               .arg(agreement.alphaInterval->from, 0, 'f', 3)
                                               .arg(agreement.alphaInterval->to, 0, 'f', 3)
                                         : QString())
            .arg(disagreements(answers.answers).size()));
}

} // namespace

int labelThemes(Collection &collection, const Invocation &invocation)
{
    const auto labels = labelsFrom(invocation, collection.facts().codebook);
    if (!labels)
        return fail(labels.error());
    const QString coder = invocation.value(u"coder"_s).trimmed();
    const auto report = waitFor(collection.label(*labels, coder), Words::tr("Coding"));
    if (!report)
        return fail(report.error());
    if (invocation.has(u"json"_s)) {
        printJson({{u"codings"_s, report->codings}, {u"unclear"_s, report->unclear}});
    } else {
        printLine(Words::tr("%1 codings were taken from the columns.").arg(report->codings));
        if (report->unclear > 0)
            printLine(Words::tr("%1 cells say neither yes nor no (1 or 0), or name no voice, and were left out.")
                          .arg(report->unclear));
    }
    return finished(Done);
}

int showAgreement(Collection &collection, const Invocation &invocation)
{
    const auto seed = invocation.number(u"seed"_s, 1, std::numeric_limits<quint32>::max());
    if (!seed)
        return fail(seed.error());
    const auto labels = labelsOf(collection, invocation);
    if (!labels)
        return fail(labels.error());
    const Codebook codebook = collection.facts().codebook;
    const bool json = invocation.has(u"json"_s);
    const auto agreed = [&](const QString &key, const Result<CoderAnswers> &answers) -> Result<QJsonObject> {
        if (!answers)
            return answers.error();
        const Agreement figures = agreement(answers->answers, static_cast<quint32>(*seed));
        if (figures.units == 0)
            return QJsonObject();
        if (!json)
            printAgreement(key, figures, *answers);
        return agreementObject(figures, *answers);
    };
    QJsonObject themes;
    for (const Theme &theme : codebook.themes) {
        if (!labels->isEmpty() && !labels->contains({Label::Kind::Theme, theme.number}))
            continue;
        const auto figures = agreed(theme.id, collection.coderAnswers(theme.number).result());
        if (!figures)
            return fail(figures.error());
        if (!figures->isEmpty())
            themes.insert(theme.id, *figures);
    }
    const bool asksVoice = labels->isEmpty()
        || std::ranges::any_of(*labels, [](Label label) { return label.kind == Label::Kind::Voice; });
    const auto voice = asksVoice ? agreed(u"voice"_s, collection.coderVoices().result()) : QJsonObject();
    if (!voice)
        return fail(voice.error());
    if (themes.isEmpty() && voice->isEmpty())
        return fail(
            Error{Error::Kind::NotFound,
                  Words::tr("No story was coded by two coders. Bring in the second one's codings with “tidemark "
                            "themes label --coder NAME”.")});
    if (json) {
        QJsonObject object{{u"themes"_s, themes}};
        if (!voice->isEmpty())
            object.insert(u"voice"_s, *voice);
        printJson(object);
    }
    return finished(Done);
}

} // namespace tidemark
