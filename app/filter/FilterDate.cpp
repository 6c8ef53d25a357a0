#include "filter/FilterDate.h"

#include "filter/LocalClock.h"
#include "text/LocalDates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <unicode/udateintervalformat.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 day = 24 * 60 * minute;

std::optional<TimeSpan> wholeDays(QDate first, QDate next, const QTimeZone &zone)
{
    if (!first.isValid())
        return std::nullopt;
    LocalClock clock(zone);
    return TimeSpan{clock.startOf(first), clock.startOf(next)};
}

/// "Z" is 0, "+02:00" two hours; nothing where it is no offset.
std::optional<qint64> readOffset(QStringView text)
{
    if (text == "Z"_L1)
        return 0;
    const int hours = text.sliced(1, 2).toInt();
    const int minutes = text.sliced(4, 2).toInt();
    if (hours > 18 || minutes > 59)
        return std::nullopt;
    const qint64 offset = (hours * 60 + minutes) * minute;
    return text.front() == u'-' ? -offset : offset;
}

enum class Unit { Year, Month, Day, Minute, Second, Millisecond, MillisecondWithOffset };
constexpr std::array units{
    Unit::Year, Unit::Month, Unit::Day, Unit::Minute, Unit::Second, Unit::Millisecond, Unit::MillisecondWithOffset};

/// The name of the unit that an instant lies in.
QString unitText(Unit unit, Instant instant, const QTimeZone &zone)
{
    LocalClock clock(zone);
    const qint64 local = clock.toLocal(instant);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(local, Qt::UTC);
    switch (unit) {
    case Unit::Year:
        return time.toString(u"yyyy"_s);
    case Unit::Month:
        return time.toString(u"yyyy-MM"_s);
    case Unit::Day:
        return time.toString(u"yyyy-MM-dd"_s);
    case Unit::Minute:
        return time.toString(u"yyyy-MM-ddTHH:mm"_s);
    case Unit::Second:
        return time.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    case Unit::Millisecond:
        return time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
    case Unit::MillisecondWithOffset:
        break;
    }
    const qint64 offset = (local - instant) / minute;
    if (offset * minute != local - instant)
        return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
    return time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + (offset < 0 ? u'-' : u'+')
        + QTime(0, 0).addSecs(static_cast<int>(qAbs(offset)) * 60).toString(u"HH:mm"_s);
}

QString formatted(Instant from, Instant until, const char16_t *skeleton)
{
    const QByteArray name = dateLocaleName();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UDateIntervalFormat, decltype(&udtitvfmt_close)> format(
        udtitvfmt_open(name.constData(), skeleton, -1, u"UTC", -1, &status), &udtitvfmt_close);
    std::array<char16_t, 256> buffer{};
    const int length = udtitvfmt_format(format.get(), static_cast<UDate>(from), static_cast<UDate>(until),
                                        buffer.data(), static_cast<int>(buffer.size()), nullptr, &status);
    if (U_FAILURE(status) || length > static_cast<int>(buffer.size()))
        return {};
    return QString::fromUtf16(buffer.data(), length);
}

} // namespace

std::optional<TimeSpan> readFilterDate(QStringView text, const QTimeZone &zone)
{
    static const QRegularExpression pattern(
        u"\\A(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{3}))?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?\\z"_s);
    const auto match = pattern.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.capturedView(1).toInt();
    if (!match.hasCaptured(2))
        return wholeDays(QDate(year, 1, 1), QDate(year, 1, 1).addYears(1), zone);
    const QDate month(year, match.capturedView(2).toInt(), 1);
    if (!match.hasCaptured(3))
        return wholeDays(month, month.addMonths(1), zone);
    const QDate date(year, month.month(), match.capturedView(3).toInt());
    if (!match.hasCaptured(4))
        return wholeDays(date, date.addDays(1), zone);
    const QTime time(match.capturedView(4).toInt(), match.capturedView(5).toInt(), match.capturedView(6).toInt(),
                     match.capturedView(7).toInt());
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    const qint64 unit = match.hasCaptured(7) ? 1 : match.hasCaptured(6) ? second : minute;
    const qint64 local = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    if (match.hasCaptured(8)) {
        const auto offset = readOffset(match.capturedView(8));
        return offset ? std::optional(TimeSpan{local - *offset, local - *offset + unit}) : std::nullopt;
    }
    LocalClock clock(zone);
    const Instant from = clock.fromLocal(local);
    if (clock.toLocal(from) != local)
        return std::nullopt;
    return TimeSpan{from, from + unit};
}

QString dateBeginningAt(Instant instant, const QTimeZone &zone)
{
    QString text;
    for (const Unit unit : units) {
        text = unitText(unit, instant, zone);
        const auto span = readFilterDate(text, zone);
        if (span && span->from == instant)
            break;
    }
    return text;
}

QString dateEndingAt(Instant instant, const QTimeZone &zone)
{
    QString text;
    for (const Unit unit : units) {
        text = unitText(unit, instant - 1, zone);
        const auto span = readFilterDate(text, zone);
        if (span && span->until == instant)
            break;
    }
    return text;
}

QString spanForPeople(const TimeSpan &span, const QTimeZone &zone)
{
    LocalClock clock(zone);
    const auto multipleOf = [&](qint64 unit) {
        return (!span.from || clock.toLocal(*span.from) % unit == 0)
            && (!span.until || clock.toLocal(*span.until) % unit == 0);
    };
    const bool days = multipleOf(day);
    const char16_t *skeleton = days ? u"yMMMd" : multipleOf(minute) ? u"yMMMdHm" : u"yMMMdHms";
    const qint64 from = span.from ? clock.toLocal(*span.from) : 0;
    // The last day belongs to the span, a time of the day ends it.
    const qint64 until = span.until ? clock.toLocal(*span.until) - (days ? 1 : 0) : 0;
    if (span.from && span.until)
        return formatted(from, until, skeleton);
    if (span.from)
        return QCoreApplication::translate("Filter", "since %1").arg(formatted(from, from, skeleton));
    if (span.until && days)
        return QCoreApplication::translate("Filter", "until %1").arg(formatted(until, until, skeleton));
    if (span.until)
        return QCoreApplication::translate("Filter", "before %1").arg(formatted(until, until, skeleton));
    return {};
}

} // namespace tidemark
