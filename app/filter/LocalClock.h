#pragma once

#include "story/TimeSpan.h"

#include <QDate>
#include <QTimeZone>

namespace tidemark {

/// A zone's wall clock. Local times are milliseconds since 1970-01-01T00:00 on that clock. It remembers the
/// offset up to the next change, so that walking forward is cheap; one object per thread. Instants are held
/// within the years 1 to 9999.
class LocalClock
{
public:
    static constexpr Instant earliest = -62'135'596'800'000; ///< 0001-01-01T00:00:00Z
    static constexpr Instant latest = 253'402'300'800'000;   ///< 10000-01-01T00:00:00Z

    explicit LocalClock(const QTimeZone &zone);

    [[nodiscard]] qint64 toLocal(Instant instant);
    /// The first instant at which the clock shows this local time or a later one: the earlier of two where the
    /// clock is set back, the moment of the change where it is set forward over it.
    [[nodiscard]] Instant fromLocal(qint64 local);

    [[nodiscard]] QDate dateOf(Instant instant);
    [[nodiscard]] Instant startOf(QDate day);

private:
    [[nodiscard]] qint64 offsetAt(Instant instant);

    QTimeZone m_zone;
    Instant m_from = 0; ///< m_offset holds in [m_from, m_until)
    Instant m_until = 0;
    qint64 m_offset = 0;
};

/// An instant as ISO 8601 on a zone's clock, 2017-10-15T00:00:00+02:00; in UTC where the zone's offset has seconds
/// (Africa/Monrovia until 1972), which the form can't say.
QString zonedText(Instant instant, const QTimeZone &zone);

} // namespace tidemark
