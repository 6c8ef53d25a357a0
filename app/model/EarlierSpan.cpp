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

/// The same time of the same day.
Instant yearBefore(Instant instant, LocalClock &clock)
{
    constexpr qint64 day = 86'400'000;
    const auto midnight = [](QDate date) { return QDate(1970, 1, 1).daysTo(date) * day; };
    const QDate date = clock.dateOf(instant);
    const qint64 sinceMidnight = clock.toLocal(instant) - midnight(date);
    return clock.fromLocal(midnight(date.addYears(-1)) + sinceMidnight);
}

/// Counted from the span's beginning or, where that lies before the timeline a year earlier, from its end.
std::optional<int> shiftOfAYear(const Timeline &timeline, Instant from, int first, int last, const QTimeZone &zone)
{
    LocalClock clock(zone);
    if (const int earlier = bucketOf(timeline, yearBefore(from, clock)); earlier >= 0)
        return first - earlier;
    const int earlier = bucketOf(timeline, yearBefore(timeline.starts.at(last), clock));
    return earlier < 0 ? std::nullopt : std::optional(last - earlier);
}

} // namespace

std::optional<ComparedBuckets> comparedBuckets(const Timeline &timeline, const TimeSpan &selected, Earlier earlier,
                                               const QTimeZone &zone)
{
    if (earlier == Earlier::None || selected.isOpen() || timeline.starts.isEmpty())
        return std::nullopt;
    const Instant from
        = std::max(selected.from.value_or(timeline.starts.constFirst()), timeline.starts.constFirst());
    if (from >= timeline.end)
        return std::nullopt;
    ComparedBuckets compared;
    compared.first = bucketOf(timeline, from);
    compared.last
        = selected.until ? bucketOf(timeline, *selected.until - 1) : static_cast<int>(timeline.starts.size()) - 1;
    if (compared.last < compared.first)
        return std::nullopt;
    compared.shift = compared.last - compared.first + 1;
    if (earlier == Earlier::YearBefore) {
        const auto shift = shiftOfAYear(timeline, from, compared.first, compared.last, zone);
        if (!shift)
            return std::nullopt;
        compared.shift = *shift;
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
