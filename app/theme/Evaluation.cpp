#include "theme/Evaluation.h"

#include "theme/NearCopies.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <set>

namespace tidemark {

namespace {

double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// Answers for one story: whether it has each label.
std::vector<bool> said(const CodedText &story, const QVector<Label> &labels, const HitFinder &finder,
                       const ThemeModel *model)
{
    const Tokens tokens = tokenise(story.text);
    std::vector<bool> answers;
    answers.reserve(static_cast<size_t>(labels.size()));
    if (model) {
        const std::vector<double> probabilities = model->probabilities(tokens, finder);
        for (qsizetype part = 0; part < labels.size(); ++part)
            answers.push_back(probabilities[static_cast<size_t>(part)] >= model->parts().at(part).cut);
        return answers;
    }
    const RuleCoding coding = finder.rules().code(tokens, story.language);
    for (const Label label : labels)
        answers.push_back(ruleSays(coding, label));
    return answers;
}

qint64 copiesAcross(std::span<const CodedText> train, std::span<const CodedText> test)
{
    NearCopies copies;
    for (const CodedText &story : train)
        copies.add(tokenise(story.text));
    for (const CodedText &story : test)
        copies.add(tokenise(story.text));
    const std::vector<int> groups = copies.groups();
    const auto firstTest = groups.begin() + static_cast<std::ptrdiff_t>(train.size());
    const std::set<int> learned(groups.begin(), firstTest);
    return std::count_if(firstTest, groups.end(), [&](int group) { return learned.contains(group); });
}

void count(Evaluation &evaluation, const CodedText &story, const std::vector<bool> &answers)
{
    bool whole = true;
    bool right = true;
    for (size_t i = 0; i < answers.size(); ++i) {
        LabelFigures &figures = evaluation.labels[static_cast<qsizetype>(i)];
        const auto coded = truth(story, figures.label);
        whole = whole && coded;
        right = right && coded == answers[i];
        if (coded)
            figures.confusion.add(*coded, answers[i]);
    }
    evaluation.wholeStories += whole ? 1 : 0;
    evaluation.exactMatches += whole && right ? 1 : 0;
}

} // namespace

double Evaluation::exactMatch() const
{
    return wholeStories == 0 ? 0 : static_cast<double>(exactMatches) / static_cast<double>(wholeStories);
}

double Evaluation::hammingScore() const
{
    qint64 right = 0;
    qint64 all = 0;
    for (const LabelFigures &figures : labels) {
        right += figures.confusion.hits + figures.confusion.rightlyNot;
        all += figures.confusion.stories();
    }
    return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
}

double Evaluation::macroF1() const
{
    double sum = 0;
    for (const LabelFigures &figures : labels)
        sum += figures.confusion.f1();
    return labels.isEmpty() ? 0 : sum / static_cast<double>(labels.size());
}

Result<Evaluation> evaluate(std::span<const CodedText> train, std::span<const CodedText> test,
                            const QVector<Label> &labels, const HitFinder &finder, Judged judged,
                            const LearningWish &wish, Progress &progress)
{
    Evaluation evaluation;
    Learned learned;
    QElapsedTimer timer;
    if (judged != Judged::Rule) {
        LearningWish how = wish;
        how.readsRules = judged == Judged::Both;
        timer.start();
        auto outcome = learnLabels(train, labels, finder, how, progress);
        if (!outcome)
            return outcome.error();
        learned = std::move(outcome).value();
        evaluation.trainSeconds = seconds(timer);
        evaluation.copies = copiesAcross(train, test);
    }
    for (qsizetype i = 0; i < labels.size(); ++i) {
        LabelFigures figures{labels.at(i), {}, {}};
        if (judged != Judged::Rule)
            figures.threshold = learned.model.parts().at(i).cut;
        evaluation.labels.append(figures);
    }
    timer.start();
    for (const CodedText &story : test) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled,
                         QCoreApplication::translate("Learning", "Stopped before it was done.")};
        count(evaluation, story, said(story, labels, finder, judged == Judged::Rule ? nullptr : &learned.model));
    }
    if (!test.empty())
        evaluation.microsecondsPerStory = seconds(timer) * 1e6 / static_cast<double>(test.size());
    return evaluation;
}

} // namespace tidemark
