#include "model/DerivedFigures.h"

#include "filter/LocalClock.h"
#include "model/MovingAverage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

using Values = QVector<std::optional<double>>;

Values meansOf(const QVector<qint64> &counts, int averaged)
{
    const QVector<double> means = movingAverage(counts, averaged);
    return {means.cbegin(), means.cend()};
}

Values earlierOf(const QVector<qint64> &counts, const std::optional<ComparedBuckets> &compared)
{
    Values values(counts.size());
    if (!compared)
        return values;
    for (int i = compared->first; i <= std::min(compared->last, static_cast<int>(counts.size()) - 1); ++i) {
        if (const int earlier = compared->earlierOf(i); earlier >= 0)
            values[i] = static_cast<double>(counts.value(earlier));
    }
    return values;
}

Values numbersOf(const QVector<Burst> &bursts, qsizetype buckets)
{
    Values values(buckets);
    for (qsizetype number = 0; number < bursts.size(); ++number) {
        for (int i = bursts.at(number).first; i <= std::min<qsizetype>(bursts.at(number).last, buckets - 1); ++i)
            values[i] = static_cast<double>(number + 1);
    }
    return values;
}

QStringList labelsOf(const QVector<DatedEvent> &events, const Timeline &timeline, const QTimeZone &zone)
{
    const QVector<Instant> &starts = timeline.starts;
    QStringList labels(starts.size());
    LocalClock clock(zone);
    for (const DatedEvent &event : events) {
        const Instant start = clock.startOf(event.date);
        const auto next = std::ranges::upper_bound(starts, start);
        if (next == starts.cbegin() || start >= timeline.end)
            continue;
        QString &label = labels[next - starts.cbegin() - 1];
        label += label.isEmpty() ? event.label : u"; "_s + event.label;
    }
    return labels;
}

} // namespace

QVector<DerivedFigures> derivedFigures(const Timeline &timeline, const Derivation &derivation)
{
    using Kind = DerivedFigures::Kind;
    QVector<DerivedFigures> figures;
    const auto seriesCount = static_cast<int>(timeline.series.size());
    for (int series = -1; series < seriesCount; ++series) {
        const QVector<qint64> &counts = series < 0 ? timeline.counts : timeline.series.at(series).counts;
        if (derivation.averaged > 1)
            figures.append({Kind::Mean, series, meansOf(counts, derivation.averaged)});
        if (derivation.compares)
            figures.append({Kind::Earlier, series, earlierOf(counts, derivation.compared)});
    }
    if (derivation.bursts)
        figures.append({Kind::Burst, -1, numbersOf(*derivation.bursts, timeline.starts.size())});
    const QStringList labels = labelsOf(derivation.events, timeline, derivation.zone);
    if (!std::ranges::all_of(labels, &QString::isEmpty)) // else none falls within what is shown
        figures.append({Kind::Events, -1, {}, labels});
    return figures;
}

} // namespace tidemark
