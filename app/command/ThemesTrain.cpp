#include "command/ThemesCommand.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QJsonArray intervalArray(const Interval &interval)
{
    return {interval.from, interval.to};
}

QJsonObject confusionObject(const Confusion &confusion, quint32 seed)
{
    return {{u"stories"_s, confusion.stories()},
            {u"support"_s, confusion.support()},
            {u"accuracy"_s, confusion.accuracy()},
            {u"precision"_s, confusion.precision()},
            {u"precision_interval"_s,
             intervalArray(wilsonInterval(confusion.hits, confusion.hits + confusion.falseAlarms))},
            {u"recall"_s, confusion.recall()},
            {u"recall_interval"_s, intervalArray(wilsonInterval(confusion.hits, confusion.support()))},
            {u"f1"_s, confusion.f1()},
            {u"f1_interval"_s, intervalArray(f1Interval(confusion, seed))}};
}

const LabelDifference *differenceOf(const Training &training, Label label)
{
    for (const LabelDifference &difference : training.differences) {
        if (label == difference.label)
            return &difference;
    }
    return nullptr;
}

QJsonObject labelObject(const Training &training, qsizetype part, const LearningWish &wish)
{
    const LearnedLabel &label = training.labels.at(part);
    QJsonObject object = confusionObject(label.learned, wish.seed);
    object.insert(u"threshold"_s, training.model->parts().at(part).cut);
    object.insert(u"rule"_s, confusionObject(label.byRule, wish.seed));
    object.insert(u"better_than_rule"_s, label.isBetterThanRule(wish.cut));
    QJsonArray bins;
    for (const CalibrationBin &bin : label.calibrated) {
        bins.append(QJsonObject{{u"from"_s, bin.from},
                                {u"to"_s, bin.to},
                                {u"stories"_s, bin.stories},
                                {u"said"_s, bin.said},
                                {u"present"_s, bin.present}});
    }
    object.insert(u"calibration"_s, bins);
    if (const LabelDifference *difference = differenceOf(training, label.label)) {
        object.insert(u"difference"_s,
                      QJsonObject{{u"before"_s, difference->before},
                                  {u"entering"_s, difference->entering},
                                  {u"leaving"_s, difference->leaving}});
    }
    return object;
}

QJsonObject trainingObject(const Training &training, const LearningWish &wish, const QStringList &applied,
                           const Codebook &codebook)
{
    QJsonObject themes;
    for (qsizetype part = 0; part < training.labels.size(); ++part)
        themes.insert(labelKey(training.labels.at(part).label, codebook), labelObject(training, part, wish));
    QJsonArray curve;
    for (const CurvePoint &point : training.curve) {
        QJsonObject f1;
        for (qsizetype part = 0; part < point.labels.size(); ++part)
            f1.insert(labelKey(training.labels.at(part).label, codebook), point.labels.at(part).f1());
        curve.append(QJsonObject{{u"stories"_s, point.stories}, {u"f1"_s, f1}});
    }
    return {{u"themes"_s, themes},
            {u"left_out"_s, leftOutObject(training.leftOut, codebook)},
            {u"stories"_s, training.stories},
            {u"copies"_s, training.copies},
            {u"contradictions"_s, training.contradictions},
            {u"folds"_s, training.folds},
            {u"curve"_s, curve},
            {u"applied"_s, QJsonArray::fromStringList(applied)}};
}

QString range(double share, const Interval &interval)
{
    return Words::tr("%1 % (%2 to %3)").arg(percent(share), percent(interval.from), percent(interval.to));
}

void printConfusion(const QString &who, const Confusion &confusion, quint32 seed)
{
    printLine(u"  "_s
              + Words::tr("%1: precision %2, recall %3, F1 %4, right in %5 %")
                    .arg(who,
                         range(confusion.precision(),
                               wilsonInterval(confusion.hits, confusion.hits + confusion.falseAlarms)),
                         range(confusion.recall(), wilsonInterval(confusion.hits, confusion.support())),
                         range(confusion.f1(), f1Interval(confusion, seed)), percent(confusion.accuracy())));
}

void printTraining(const Training &training, const LearningWish &wish, const Codebook &codebook)
{
    printLine(
        Words::tr(
            "Learned from %1 stories coded by hand, tried %2 times on a part that was kept aside; %3 are copies "
            "of others and were kept together.")
            .arg(training.stories)
            .arg(training.folds)
            .arg(training.copies));
    if (training.contradictions > 0)
        printLine(Words::tr("%1 of them have the very words of another one, and other codings.")
                      .arg(training.contradictions));
    for (qsizetype part = 0; part < training.labels.size(); ++part) {
        const LearnedLabel &label = training.labels.at(part);
        printLine(Words::tr("%1: %2 stories coded, %3 have it")
                      .arg(labelKey(label.label, codebook))
                      .arg(label.learned.stories())
                      .arg(label.learned.support()));
        printConfusion(Words::tr("learned"), label.learned, wish.seed);
        printConfusion(Words::tr("rule"), label.byRule, wish.seed);
        if (!label.isBetterThanRule(wish.cut))
            printLine(u"  "_s + Words::tr("What was learned is not better than the rule, so the rule stays."));
        else if (const LabelDifference *difference = differenceOf(training, label.label))
            printLine(u"  "_s
                      + Words::tr("Of the whole collection %1 stories have it now; %2 would enter and %3 leave.")
                            .arg(difference->before)
                            .arg(difference->entering)
                            .arg(difference->leaving));
    }
    printLeftOut(training.leftOut, codebook);
    for (const CurvePoint &point : training.curve) {
        QStringList f1;
        for (qsizetype part = 0; part < point.labels.size(); ++part)
            f1 << labelKey(training.labels.at(part).label, codebook) + u' ' + percent(point.labels.at(part).f1());
        printLine(Words::tr("From %1 stories, F1 on the same fifth: %2").arg(point.stories).arg(f1.join(u", "_s)));
    }
}

QVector<Label> labelsToApply(const Training &training, const LearningWish &wish)
{
    QVector<Label> labels;
    for (const LearnedLabel &label : training.labels) {
        if (label.isBetterThanRule(wish.cut))
            labels.append(label.label);
    }
    return labels;
}

} // namespace

QJsonObject leftOutObject(const QVector<LeftOut> &leftOut, const Codebook &codebook)
{
    QJsonObject object;
    for (const LeftOut &left : leftOut)
        object.insert(labelKey(left.label, codebook), left.why);
    return object;
}

void printLeftOut(const QVector<LeftOut> &leftOut, const Codebook &codebook)
{
    for (const LeftOut &left : leftOut)
        printLine(labelKey(left.label, codebook) + u": "_s + left.why);
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1);
}

int trainThemes(Collection &collection, const Invocation &invocation)
{
    const auto labels = labelsOf(collection, invocation);
    if (!labels)
        return fail(labels.error());
    const auto wish = wishOf(invocation, u"f1"_s);
    if (!wish)
        return fail(wish.error());
    auto stories = storiesOf(collection, invocation.value(u"filter"_s));
    if (const int *code = std::get_if<int>(&stories))
        return *code;
    const TrainingQuestion question{std::get<QVector<StoryId>>(std::move(stories)), *labels, *wish,
                                    invocation.has(u"curve"_s)};
    const auto training = waitFor(collection.trainThemes(question), Words::tr("Learning"));
    if (!training)
        return fail(training.error());
    const Codebook codebook = collection.facts().codebook;
    const bool json = invocation.has(u"json"_s);
    if (!json)
        printTraining(*training, *wish, codebook);
    QStringList applied;
    const QVector<Label> learned = labelsToApply(*training, *wish);
    if (!learned.isEmpty() && !invocation.has(u"dry-run"_s)) {
        const auto done = waitFor(collection.applyTraining(*training, learned), Words::tr("Coding"));
        if (!done)
            return fail(done.error());
        for (const Label label : learned)
            applied << labelKey(label, codebook);
    }
    if (json)
        printJson(trainingObject(*training, *wish, applied, codebook));
    else if (!applied.isEmpty())
        printLine(
            Words::tr(
                "Now coded by what was learned: %1. “tidemark themes recode --themes %2” goes back to the rules.")
                .arg(applied.join(u", "_s), applied.join(u',')));
    else
        printLine(Words::tr("Nothing was changed."));
    return finished(Done);
}

int recodeThemes(Collection &collection, const Invocation &invocation)
{
    const auto labels = labelsOf(collection, invocation);
    if (!labels)
        return fail(labels.error());
    const auto coders = collection.labelCoders().result();
    if (!coders)
        return fail(coders.error());
    QVector<Label> learned;
    for (const LabelCoder &coder : *coders) {
        if (labels->isEmpty() || labels->contains(coder.label))
            learned.append(coder.label);
    }
    if (!learned.isEmpty()) {
        if (const auto back = waitFor(collection.codeByRules(learned), Words::tr("Coding")); !back)
            return fail(back.error());
    }
    const auto coded = waitFor(collection.recode(), Words::tr("Coding"));
    if (!coded)
        return fail(coded.error());
    printLine(Words::tr("All stories were coded anew by the rules; what was set by hand stays."));
    return finished(Done);
}

} // namespace tidemark
