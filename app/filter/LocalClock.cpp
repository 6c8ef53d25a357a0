#include "filter/LocalClock.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace tidemark {

namespace {

constexpr qint64 dayLength = 86'400'000;
constexpr qint64 epochJulianDay = 2'440'588;

} // namespace

LocalClock::LocalClock(const QTimeZone &zone) : m_zone(zone) {}

qint64 LocalClock::toLocal(Instant instant)
{
    const Instant held = std::clamp(instant, earliest, latest);
    return held + offsetAt(held);
}

Instant LocalClock::fromLocal(qint64 local)
{
    local = std::clamp(local, earliest - dayLength, latest + dayLength);
    // No clock is more than a day off UTC, so these two offsets are those on either side of a change near by.
    const qint64 before = offsetAt(local - dayLength);
    const qint64 after = offsetAt(local + dayLength);
    Instant low = local - std::max(before, after);
    Instant high = local - std::min(before, after);
    if (low + offsetAt(low) == local)
        return low;
    if (high + offsetAt(high) == local)
        return high;
    while (low < high) {
        const Instant middle = low + (high - low) / 2;
        if (middle + offsetAt(middle) >= local)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

QDate LocalClock::dateOf(Instant instant)
{
    const qint64 local = toLocal(instant);
    const qint64 days = local / dayLength - (local % dayLength < 0 ? 1 : 0);
    return QDate::fromJulianDay(epochJulianDay + days);
}

Instant LocalClock::startOf(QDate day)
{
    return fromLocal((day.toJulianDay() - epochJulianDay) * dayLength);
}

qint64 LocalClock::offsetAt(Instant instant)
{
    if (instant >= m_from && instant < m_until)
        return m_offset;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC);
    m_offset = qint64(m_zone.offsetFromUtc(time)) * 1000;
    m_from = instant;
    m_until = std::numeric_limits<Instant>::max();
    if (m_zone.hasTransitions()) {
        const QTimeZone::OffsetData next = m_zone.nextTransition(time);
        m_until = next.atUtc.isValid() ? next.atUtc.toMSecsSinceEpoch() : instant + dayLength;
    }
    return m_offset;
}

QString zonedText(Instant instant, const QTimeZone &zone)
{
    constexpr int secondsOfMinute = 60;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC);
    const int offset = zone.offsetFromUtc(time);
    return (offset % secondsOfMinute == 0 ? time.toOffsetFromUtc(offset) : time).toString(Qt::ISODate);
}

} // namespace tidemark
