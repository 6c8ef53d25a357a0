#include "index/Timeline.h"

#include "filter/LocalClock.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array allGranularities{
    Granularity::Minute, Granularity::Hour,  Granularity::Day,
    Granularity::Week,   Granularity::Month, Granularity::Year,
};

/// No bucket is longer, but for a day or so where the clock changes.
qint64 longest(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Minute:
        return minute;
    case Granularity::Hour:
        return hour;
    case Granularity::Day:
        return day;
    case Granularity::Week:
        return 7 * day;
    case Granularity::Month:
        return 31 * day;
    case Granularity::Year:
        break;
    }
    return 366 * day;
}

QDate bucketDay(Granularity by, QDate date)
{
    switch (by) {
    case Granularity::Week:
        return date.addDays(1 - date.dayOfWeek());
    case Granularity::Month:
        return {date.year(), date.month(), 1};
    case Granularity::Year:
        return {date.year(), 1, 1};
    default:
        return date;
    }
}

QDate nextBucketDay(Granularity by, QDate date)
{
    switch (by) {
    case Granularity::Week:
        return date.addDays(7);
    case Granularity::Month:
        return date.addMonths(1);
    case Granularity::Year:
        return date.addYears(1);
    default:
        return date.addDays(1);
    }
}

/// From a moment to the next full minute or hour on the clock.
qint64 restOf(qint64 unit, qint64 local)
{
    const qint64 passed = local % unit;
    return unit - (passed < 0 ? passed + unit : passed);
}

} // namespace

QString granularityKey(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Minute:
        return u"minute"_s;
    case Granularity::Hour:
        return u"hour"_s;
    case Granularity::Day:
        return u"day"_s;
    case Granularity::Week:
        return u"week"_s;
    case Granularity::Month:
        return u"month"_s;
    case Granularity::Year:
        break;
    }
    return u"year"_s;
}

std::optional<Granularity> granularityFromKey(QStringView key)
{
    for (const Granularity granularity : allGranularities) {
        if (key.compare(granularityKey(granularity), Qt::CaseInsensitive) == 0)
            return granularity;
    }
    return std::nullopt;
}

QString countingKey(Counting counting)
{
    switch (counting) {
    case Counting::Stories:
        return u"stories"_s;
    case Counting::Posts:
        return u"posts"_s;
    case Counting::Accounts:
        break;
    }
    return u"accounts"_s;
}

std::optional<Counting> countingFromKey(QStringView key)
{
    for (const Counting counting : {Counting::Stories, Counting::Posts, Counting::Accounts}) {
        if (key.compare(countingKey(counting), Qt::CaseInsensitive) == 0)
            return counting;
    }
    return std::nullopt;
}

QVector<Instant> bucketStarts(Granularity by, Instant from, Instant until, const QTimeZone &zone, Instant *end)
{
    QVector<Instant> starts;
    if (from < until) {
        from = std::clamp(from, LocalClock::earliest, LocalClock::latest - 1);
        until = std::clamp(until, from + 1, LocalClock::latest);
    }
    LocalClock clock(zone);
    Instant next = from;
    if (from < until && (by == Granularity::Minute || by == Granularity::Hour)) {
        const qint64 unit = longest(by);
        next = from - unit + restOf(unit, clock.toLocal(from));
        while (next < until) {
            starts.append(next);
            next += restOf(unit, clock.toLocal(next));
        }
    } else if (from < until) {
        QDate date = bucketDay(by, clock.dateOf(from));
        next = clock.startOf(date);
        while (next < until) {
            // A day that the calendar skipped has no length.
            if (starts.isEmpty() || starts.constLast() < next)
                starts.append(next);
            date = nextBucketDay(by, date);
            next = clock.startOf(date);
        }
    }
    if (end)
        *end = next;
    return starts;
}

Granularity fittingGranularity(Instant from, Instant until, int mostBuckets, const QTimeZone &zone,
                               Granularity finest)
{
    from = std::clamp(from, LocalClock::earliest, LocalClock::latest);
    until = std::clamp(until, LocalClock::earliest, LocalClock::latest);
    for (const Granularity granularity : allGranularities) {
        // What is far too fine need not be laid out to be counted.
        if (granularity < finest || (until - from - 2 * day) / longest(granularity) > mostBuckets)
            continue;
        if (bucketStarts(granularity, from, until, zone, nullptr).size() <= mostBuckets)
            return granularity;
    }
    return Granularity::Year;
}

} // namespace tidemark
