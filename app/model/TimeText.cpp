#include "model/TimeText.h"

#include "text/LocalDates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString formatted(Instant instant, const QTimeZone &zone, const QString &format)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(instant, zone), format);
}

QString dateFormat()
{
    return localDatePattern(u"yMMMd"_s);
}

QString minuteText(Instant instant, const QTimeZone &zone)
{
    return localMinute(QDateTime::fromMSecsSinceEpoch(instant, zone));
}

} // namespace

QString dayPattern()
{
    return QLocale().dateFormat(QLocale::LongFormat).contains("d. "_L1) ? u"d."_s : u"d"_s;
}

QString timeText(std::optional<Instant> instant, const QTimeZone &zone)
{
    return instant ? minuteText(*instant, zone) : QCoreApplication::translate("Time", "Undated");
}

QString bucketText(Granularity by, Instant start, const QTimeZone &zone)
{
    switch (by) {
    case Granularity::Year:
        return formatted(start, zone, u"yyyy"_s);
    case Granularity::Month:
        return formatted(start, zone, localDatePattern(u"yMMMM"_s));
    case Granularity::Week:
        return QCoreApplication::translate("Time", "Week of %1").arg(formatted(start, zone, dateFormat()));
    case Granularity::Day:
        return formatted(start, zone, dateFormat());
    case Granularity::Hour:
    case Granularity::Minute:
        break;
    }
    return minuteText(start, zone);
}

} // namespace tidemark
