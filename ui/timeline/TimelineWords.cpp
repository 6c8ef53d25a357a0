#include "timeline/TimelineWords.h"

#include "model/TimeText.h"
#include "timeline/TimelineEvents.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString nameOf(const TimelineScene &scene, int bucket)
{
    return bucketText(scene.timeline.by, scene.timeline.starts.at(bucket), scene.zone);
}

QString spanName(const TimelineScene &scene, int first, int last)
{
    return first == last ? nameOf(scene, first)
                         : Words::tr("%1 to %2").arg(nameOf(scene, first), nameOf(scene, last));
}

QString amountIn(const TimelineScene &scene, int bucket)
{
    const QLocale locale;
    const qint64 count = scene.timeline.counts.value(bucket);
    const qint64 whole = scene.timeline.whole.value(bucket);
    QString amount = locale.toString(count);
    if (whole > count)
        amount = Words::tr("%1 of %2").arg(amount, locale.toString(whole));
    const bool one = std::max(count, whole) == 1;
    switch (scene.timeline.counting) {
    case Counting::Stories:
        return one ? Words::tr("%1 story").arg(amount) : Words::tr("%1 stories").arg(amount);
    case Counting::Posts:
        return one ? Words::tr("%1 post").arg(amount) : Words::tr("%1 posts").arg(amount);
    case Counting::Accounts:
        break;
    }
    return one ? Words::tr("%1 account").arg(amount) : Words::tr("%1 distinct accounts").arg(amount);
}

QString finerThanShown(const TimelineScene &scene, const TimelineQuestion &asked)
{
    if (!asked.by || *asked.by == scene.timeline.by || scene.timeline.starts.isEmpty())
        return {};
    return Words::tr(
               "So long a time has more than %1 %2, so %3 are shown. Select a shorter span and choose Chart > Only "
               "the "
               "Selected Span.")
        .arg(QLocale().toString(mostBucketsAsked), stepsName(*asked.by), stepsName(scene.timeline.by));
}

QString change(qint64 now, qint64 before)
{
    if (before == 0)
        return {};
    const double percent = 100.0 * static_cast<double>(now - before) / static_cast<double>(before);
    const QString sign = percent > 0 ? u"+"_s : QString();
    return Words::tr(" (%1%2 %)").arg(sign, QLocale().toString(percent, 'f', 0));
}

QString comparison(const TimelineScene &scene, const TimelineQuestion &asked)
{
    if (scene.look.earlier == Earlier::None || scene.selected.isOpen())
        return {};
    const bool isCut = scene.compared && scene.compared->earlierOf(scene.compared->first) < 0;
    if ((!scene.compared || isCut) && !asked.within.isOpen())
        return Words::tr("The span to compare with is out of sight as long as only the selected one is shown.");
    if (!scene.compared)
        return Words::tr("The collection has nothing as early as the span to compare with.");
    const ComparedBuckets &compared = *scene.compared;
    const int first = std::max(0, compared.earlierOf(compared.first));
    const QString other = spanName(scene, first, compared.earlierOf(compared.last));
    if (scene.timeline.counting == Counting::Accounts)
        return Words::tr("Dashed: %1. Distinct accounts of several steps don't add up.").arg(other);
    const QVector<qint64> &counts = scene.timeline.counts;
    const qint64 now = sumOf(counts, compared.first, compared.last);
    const qint64 before = sumOf(counts, compared.earlierOf(compared.first), compared.earlierOf(compared.last));
    const QLocale locale;
    return Words::tr("%1: %2%3. Dashed: %4: %5.")
        .arg(spanName(scene, compared.first, compared.last), locale.toString(now), change(now, before), other,
             locale.toString(before));
}

QString method(const TimelineScene &scene)
{
    if (scene.look.burstRatio <= 0)
        return {};
    const BurstSettings settings{.ratio = scene.look.burstRatio};
    const QLocale locale;
    QString found = Words::tr("No bursts");
    if (scene.bursts.size() == 1)
        found = Words::tr("Bracket: one burst");
    else if (!scene.bursts.isEmpty())
        found = Words::tr("Brackets: %1 bursts").arg(scene.bursts.size());
    return Words::tr("%1, after Kleinberg's two-state model: %2 times the mean rate, price of a change %3.")
        .arg(found, locale.toString(settings.ratio), locale.toString(settings.price));
}

} // namespace

QString stepsName(Granularity by)
{
    switch (by) {
    case Granularity::Minute:
        return Words::tr("minutes");
    case Granularity::Hour:
        return Words::tr("hours");
    case Granularity::Day:
        return Words::tr("days");
    case Granularity::Week:
        return Words::tr("weeks");
    case Granularity::Month:
        return Words::tr("months");
    case Granularity::Year:
        break;
    }
    return Words::tr("years");
}

QString bucketSentence(const TimelineScene &scene, int bucket)
{
    if (bucket < 0 || bucket >= scene.timeline.starts.size())
        return {};
    QStringList parts;
    for (const ShownSeries &series : scene.series) {
        if (const qint64 part = series.counts.value(bucket); part > 0)
            parts.append(series.name + u' ' + QLocale().toString(part));
    }
    QStringList sentence{Words::tr("%1: %2").arg(nameOf(scene, bucket), amountIn(scene, bucket))};
    if (!parts.isEmpty())
        sentence.append(parts.join(u", "_s));
    if (scene.look.events)
        sentence += eventsIn(scene.geometry(), bucket, scene.events, scene.zone);
    if (const Burst *burst = scene.burstAt(bucket))
        sentence.append(Words::tr("burst, %1").arg(spanName(scene, burst->first, burst->last)));
    return sentence.join(u" \u00b7 "_s);
}

QString spokenValue(const TimelineScene &scene)
{
    if (scene.timeline.starts.isEmpty())
        return Words::tr("No dated stories");
    if (scene.cursor >= 0)
        return bucketSentence(scene, scene.cursor);
    return Words::tr("%1 to %2")
        .arg(nameOf(scene, 0), nameOf(scene, static_cast<int>(scene.timeline.starts.size()) - 1));
}

QString timelineHint(const TimelineScene &scene)
{
    return scene.look.earlier != Earlier::None && scene.selected.isOpen()
        ? Words::tr("Select a span to see an earlier one of the same length beside it.")
        : QString();
}

QStringList timelineNotes(const TimelineScene &scene, const TimelineQuestion &asked)
{
    QStringList notes{finerThanShown(scene, asked)};
    if (asked.split == Facet::Theme && !scene.series.isEmpty())
        notes.append(Words::tr("A story with several themes counts once for each of them."));
    if (scene.look.shape == TimelineLook::Shape::Bars && scene.showsLines())
        notes.append(Words::tr("Lines, for on a logarithmic scale stacked bars don't add up."));
    if (scene.look.averaged > 1)
        notes.append(Words::tr("Mean of %1 %2, the one in the middle among them.")
                         .arg(QString::number(scene.look.averaged), stepsName(scene.timeline.by)));
    notes.append(comparison(scene, asked));
    notes.append(method(scene));
    if (!asked.within.isOpen() && !scene.timeline.starts.isEmpty())
        notes.append(Words::tr("Only %1 is shown.")
                         .arg(spanName(scene, 0, static_cast<int>(scene.timeline.starts.size()) - 1)));
    notes.removeAll(QString());
    return notes;
}

} // namespace tidemark
