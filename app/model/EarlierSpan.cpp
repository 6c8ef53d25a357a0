#include "model/EarlierSpan.h"

#include "filter/LocalClock.h"

#include <algorithm>
#include <numeric>

namespace tidemark {

namespace {

/// -1: before the first.
int bucketOf(const Timeline &timeline, Instant instant)
{
    const auto next = std::upper_bound(timeline.starts.cbegin(), timeline.starts.cend(), instant);
    return static_cast<int>(next - timeline.starts.cbegin()) - 1;
}

} // namespace

std::optional<ComparedBuckets> comparedBuckets(const Timeline &timeline, const TimeSpan &selected, Earlier earlier,
                                               const QTimeZone &zone)
{
    if (earlier == Earlier::None || !selected.from || timeline.starts.isEmpty())
        return std::nullopt;
    ComparedBuckets compared;
    compared.first = bucketOf(timeline, *selected.from);
    compared.last
        = selected.until ? bucketOf(timeline, *selected.until - 1) : static_cast<int>(timeline.starts.size()) - 1;
    if (compared.first < 0 || compared.last < compared.first)
        return std::nullopt;
    const int length = compared.last - compared.first + 1;
    compared.shift = length;
    if (earlier == Earlier::YearBefore) {
        LocalClock clock(zone);
        const Instant start = clock.startOf(clock.dateOf(*selected.from).addYears(-1));
        const int other = bucketOf(timeline, start);
        if (other < 0)
            return std::nullopt;
        compared.shift = compared.first - other;
    }
    if (compared.earlierOf(compared.last) < 0)
        return std::nullopt;
    return compared;
}

qint64 sumOf(const QVector<qint64> &counts, int first, int last)
{
    const auto size = static_cast<int>(counts.size());
    first = std::clamp(first, 0, size);
    const int end = std::clamp(last + 1, first, size);
    return std::accumulate(counts.cbegin() + first, counts.cbegin() + end, qint64(0));
}

} // namespace tidemark
