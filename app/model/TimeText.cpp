#include "model/TimeText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr auto dayFormat = "d MMM yyyy";
constexpr auto minuteFormat = "d MMM yyyy HH:mm";

QString formatted(Instant instant, const QTimeZone &zone, const char *format)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(instant, zone), QString::fromLatin1(format));
}

} // namespace

QString timeText(std::optional<Instant> instant, const QTimeZone &zone)
{
    return instant ? formatted(*instant, zone, minuteFormat) : QCoreApplication::translate("Time", "Undated");
}

QString bucketText(Granularity by, Instant start, const QTimeZone &zone)
{
    switch (by) {
    case Granularity::Year:
        return formatted(start, zone, "yyyy");
    case Granularity::Month:
        return formatted(start, zone, "MMMM yyyy");
    case Granularity::Week:
        return QCoreApplication::translate("Time", "Week of %1").arg(formatted(start, zone, dayFormat));
    case Granularity::Day:
        return formatted(start, zone, dayFormat);
    case Granularity::Hour:
    case Granularity::Minute:
        break;
    }
    return formatted(start, zone, minuteFormat);
}

} // namespace tidemark
