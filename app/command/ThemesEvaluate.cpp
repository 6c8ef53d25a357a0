#include "command/ThemesCommand.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

Result<Judged> judgedFrom(const Invocation &invocation)
{
    const QString by = invocation.value(u"by"_s, u"both"_s);
    if (by == "rule"_L1)
        return Judged::Rule;
    if (by == "model"_L1)
        return Judged::Model;
    if (by == "both"_L1)
        return Judged::Both;
    return Error{Error::Kind::Usage, Words::tr("--by is rule, model or both, not “%1”.").arg(by)};
}

QJsonObject figuresObject(const LabelFigures &figures)
{
    const Confusion &confusion = figures.confusion;
    return {{u"support"_s, confusion.support()},
            {u"accuracy"_s, confusion.accuracy()},
            {u"precision"_s, confusion.precision()},
            {u"recall"_s, confusion.recall()},
            {u"f1"_s, confusion.f1()},
            {u"threshold"_s, figures.threshold ? QJsonValue(*figures.threshold) : QJsonValue()}};
}

QJsonObject evaluationObject(const Evaluation &evaluation, const Codebook &codebook)
{
    QJsonObject themes;
    for (const LabelFigures &figures : evaluation.labels)
        themes.insert(labelKey(figures.label, codebook), figuresObject(figures));
    QJsonObject object{{u"themes"_s, themes},
                       {u"exact_match"_s, evaluation.exactMatch()},
                       {u"hamming_score"_s, evaluation.hammingScore()},
                       {u"macro_f1"_s, evaluation.macroF1()},
                       {u"train_seconds"_s, evaluation.trainSeconds},
                       {u"microseconds_per_story"_s, evaluation.microsecondsPerStory}};
    if (!evaluation.leftOut.isEmpty())
        object.insert(u"left_out"_s, leftOutObject(evaluation.leftOut, codebook));
    return object;
}

void printEvaluation(const Evaluation &evaluation, const Codebook &codebook)
{
    printLine(Words::tr("theme").leftJustified(22) + Words::tr("stories").rightJustified(8)
              + Words::tr("have it").rightJustified(8) + Words::tr("  accuracy  precision  recall      F1  cut"));
    for (const LabelFigures &figures : evaluation.labels) {
        const Confusion &confusion = figures.confusion;
        printLine(
            labelKey(figures.label, codebook).leftJustified(22)
            + QString::number(confusion.stories()).rightJustified(8)
            + QString::number(confusion.support()).rightJustified(8)
            + percent(confusion.accuracy()).rightJustified(10) + percent(confusion.precision()).rightJustified(11)
            + percent(confusion.recall()).rightJustified(8) + percent(confusion.f1()).rightJustified(8)
            + (figures.threshold ? QString::number(*figures.threshold, 'f', 2).rightJustified(6) : QString()));
    }
    printLine(Words::tr("All labels right: %1 % of %2 stories that are coded with all of them.")
                  .arg(percent(evaluation.exactMatch()))
                  .arg(evaluation.wholeStories));
    printLeftOut(evaluation.leftOut, codebook);
    if (const int copies = static_cast<int>(evaluation.copies); copies > 0)
        printLine(
            Words::tr("%n of the stories judged is a copy or near-copy of one learned from.", nullptr, copies));
    printLine(Words::tr("Right answers among all: %1 %.").arg(percent(evaluation.hammingScore()).trimmed()));
}

} // namespace

int evaluateThemes(Collection &collection, const Invocation &invocation)
{
    if (!invocation.has(u"test"_s))
        return fail(Error{Error::Kind::Usage, Words::tr("Name the stories to judge on: --test FILTER.")});
    const auto judged = judgedFrom(invocation);
    if (!judged)
        return fail(judged.error());
    if (*judged != Judged::Rule && !invocation.has(u"train"_s))
        return fail(Error{Error::Kind::Usage, Words::tr("Name the stories to learn from: --train FILTER.")});
    const auto labels = labelsOf(collection, invocation);
    if (!labels)
        return fail(labels.error());
    const auto wish = wishOf(invocation, u"accuracy"_s);
    if (!wish)
        return fail(wish.error());
    EvaluationQuestion question{{}, {}, *labels, *judged, *wish};
    for (const auto &[option, ids] :
         {std::pair(u"train"_s, &question.train), std::pair(u"test"_s, &question.test)}) {
        if (!invocation.has(option))
            continue;
        auto stories = storiesOf(collection, invocation.value(option));
        if (const int *code = std::get_if<int>(&stories))
            return *code;
        *ids = std::get<QVector<StoryId>>(std::move(stories));
    }
    const auto evaluation = waitFor(collection.evaluateThemes(question), Words::tr("Learning"));
    if (!evaluation)
        return fail(evaluation.error());
    const Codebook codebook = collection.facts().codebook;
    if (invocation.has(u"json"_s))
        printJson(evaluationObject(*evaluation, codebook));
    else
        printEvaluation(*evaluation, codebook);
    return finished(Done);
}

} // namespace tidemark
