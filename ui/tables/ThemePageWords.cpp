#include "tables/ThemePageWords.h"

#include "list/CountSentence.h"
#include "text/LocalShares.h"
#include "text/ShippedWords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ThemePage)
};

QString percent(qint64 part, qint64 of)
{
    return localPercent(of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of), 1);
}

/// "82.0% (76.1% to 86.8%)"
QString shareWithInterval(qint64 part, qint64 of)
{
    const Interval interval = wilsonInterval(part, of);
    return Words::tr("%1 (%2 to %3)")
        .arg(percent(part, of), localPercent(interval.from, 1), localPercent(interval.to, 1));
}

} // namespace

QString figuresOf(const ThemePortrait &portrait)
{
    QStringList sentences{Words::tr("%1 of %2 have it, %3.")
                              .arg(QLocale().toString(portrait.having), storiesInWords(portrait.stories),
                                   percent(portrait.having, portrait.stories))};
    sentences.append(portrait.isLearned ? Words::tr("A model that learned from codings by hand codes it.")
                                        : Words::tr("Its rule codes it, where nobody did by hand."));
    if (const auto &model = portrait.byModel) {
        sentences.append(
            Words::tr(
                "When it was learned, the model was tried on %1 coded by hand, each kept aside while the rest "
                "was learned: it has a precision of %2 and a recall of %3, with the 95 percent interval after "
                "Wilson.")
                .arg(storiesInWords(model->stories()),
                     shareWithInterval(model->hits, model->hits + model->falseAlarms),
                     shareWithInterval(model->hits, model->support())));
    } else if (portrait.isLearned) {
        sentences.append(Words::tr("How good the model is was not kept with it; learn the theme anew to know."));
    }
    if (const auto &rule = portrait.byHand) {
        sentences.append(
            Words::tr(
                "Beside %1 that people coded with it, present or absent, the rule has a precision of %2 and a "
                "recall of %3, with the 95 percent interval after Wilson.")
                .arg(storiesInWords(rule->stories()), shareWithInterval(rule->hits, rule->hits + rule->falseAlarms),
                     shareWithInterval(rule->hits, rule->support())));
    } else {
        sentences.append(
            portrait.isLearned
                ? Words::tr("Nobody has coded it by hand here, so the rule can't be set beside it.")
                : Words::tr("Nobody has coded it by hand here, so how good it is has not been measured."));
    }
    return sentences.join(u' ');
}

QString wordsMethod(const ThemePortrait &portrait)
{
    return Words::
        tr("Words that set it apart: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi "
           "and Quinn 2008), over %1 with it and %2 without, in the languages in which it is found, drawn evenly "
           "over time.")
            .arg(storiesInWords(portrait.readWith), storiesInWords(portrait.readWithout));
}

QStringList wordsHeader()
{
    return {Words::tr("Word"), Words::tr("With it"), Words::tr("Without"), Words::tr("z")};
}

QVector<QStringList> wordRows(const ThemePortrait &portrait)
{
    QVector<QStringList> rows;
    for (const ContrastWord &word : portrait.words)
        rows.append({word.word, QLocale().toString(word.inside), QLocale().toString(word.outside),
                     QLocale().toString(word.z, 'f', 1)});
    return rows;
}

QStringList companionsHeader()
{
    return {Words::tr("Theme"), Words::tr("Both"), Words::tr("Share of its stories"),
            Words::tr("Times as often as by chance")};
}

QVector<QStringList> companionRows(const ThemePortrait &portrait, const Codebook &codebook)
{
    QVector<QStringList> rows;
    for (const ThemePortrait::Companion &other : portrait.companions) {
        const double expected = static_cast<double>(portrait.having) * static_cast<double>(other.stories)
            / static_cast<double>(portrait.comparable);
        rows.append({inReadersLanguage(codebook.themes.value(other.theme).name), QLocale().toString(other.both),
                     percent(other.both, portrait.having),
                     QLocale().toString(static_cast<double>(other.both) / expected, 'f', 1)});
    }
    return rows;
}

QString storiesMethod(const ThemePortrait &portrait)
{
    return portrait.isLearned ? Words::tr(
               "Typical stories are the most probable ones after the model, doubtful ones lie next to its cut.")
                              : Words::tr("Typical stories say most of the words above, doubtful ones least.");
}

} // namespace tidemark
