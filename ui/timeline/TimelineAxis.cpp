#include "timeline/TimelineAxis.h"

#include "filter/LocalClock.h"
#include "model/TimeText.h"
#include "text/LocalDates.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 firstMonday = 4 * day; // 1970-01-05
constexpr double room = 1.6;            // steps are at least so many labels wide

/// A distance between labels: fixed on the clock, or a number of months.
struct Step
{
    qint64 length = 0; ///< on the clock; of months, about
    qint64 origin = 0;
    int months = 0;
};

Step ofMonths(int months)
{
    return {.length = months * 30 * day, .months = months};
}

std::array<Step, 31> allSteps()
{
    return {{{minute},
             {2 * minute},
             {5 * minute},
             {10 * minute},
             {15 * minute},
             {30 * minute},
             {hour},
             {2 * hour},
             {3 * hour},
             {6 * hour},
             {12 * hour},
             {day},
             {2 * day},
             {7 * day, firstMonday},
             {14 * day, firstMonday},
             ofMonths(1),
             ofMonths(2),
             ofMonths(3),
             ofMonths(6),
             ofMonths(12),
             ofMonths(24),
             ofMonths(60),
             ofMonths(120),
             ofMonths(240),
             ofMonths(600),
             ofMonths(1200),
             ofMonths(2400),
             ofMonths(6000),
             ofMonths(12'000),
             ofMonths(24'000),
             ofMonths(60'000)}};
}

qint64 roundedUp(qint64 value, qint64 step)
{
    const qint64 rest = ((value % step) + step) % step;
    return rest == 0 ? value : value + step - rest;
}

QDate monthDate(qint64 month)
{
    return {static_cast<int>(month / 12), static_cast<int>(month % 12) + 1, 1};
}

/// The instants of a step within what is visible.
QVector<Instant> ticks(const TimelineGeometry &geometry, const Step &step, LocalClock &clock)
{
    QVector<Instant> instants;
    constexpr int mostTicks = 1000;
    if (step.months > 0) {
        const QDate first = clock.dateOf(geometry.from());
        qint64 month = roundedUp(first.year() * 12 + first.month() - 1, step.months);
        for (; instants.size() < mostTicks && month < 12 * 10'000; month += step.months) {
            const Instant instant = clock.startOf(monthDate(month));
            if (instant >= geometry.until())
                break;
            if (instant >= geometry.from())
                instants.append(instant);
        }
        return instants;
    }
    qint64 local = roundedUp(clock.toLocal(geometry.from()) - step.origin, step.length) + step.origin;
    for (; instants.size() < mostTicks; local += step.length) {
        const Instant instant = clock.fromLocal(local);
        if (instant >= geometry.until() || instant >= LocalClock::latest)
            break;
        if (instant >= geometry.from() && (instants.isEmpty() || instant > instants.constLast()))
            instants.append(instant);
    }
    return instants;
}

/// What a label says besides what the label before it said.
QString labelText(qint64 local, const Step &step, std::optional<qint64> before)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(local, Qt::UTC);
    const QDateTime then = before ? QDateTime::fromMSecsSinceEpoch(*before, Qt::UTC) : QDateTime();
    const bool sameYear = before && now.date().year() == then.date().year();
    const bool sameMonth = sameYear && now.date().month() == then.date().month();
    const bool sameDay = sameMonth && now.date().day() == then.date().day();

    if (step.months >= 12)
        return QLocale().toString(now, u"yyyy"_s);
    if (step.months > 0)
        return QLocale().toString(now, sameYear ? u"MMM"_s : localDatePattern(u"yMMM"_s));
    const QString dayOfYear = localDatePattern(sameYear ? u"MMMd"_s : u"yMMMd"_s);
    if (step.length >= day)
        return QLocale().toString(now, sameMonth ? dayPattern() : dayOfYear);
    if (sameDay)
        return QLocale().toString(now, u"HH:mm"_s);
    return QLocale().toString(now, dayOfYear + u" HH:mm"_s);
}

} // namespace

QVector<AxisLabel> axisLabels(const TimelineGeometry &geometry, const QTimeZone &zone, const TextWidth &width)
{
    if (geometry.bucketCount() == 0 || geometry.plot().width() <= 0)
        return {};
    LocalClock clock(zone);
    const auto steps = allSteps();
    const double millisecondsPerPixel
        = static_cast<double>(geometry.until() - geometry.from()) / geometry.plot().width();
    const auto least = [&](const Step &step) {
        // Of weeks, many a label has the month beside the day; of quarters and halves of years, the year.
        const bool withMonth = step.months == 0 && step.length >= 7 * day;
        const bool withYear = step.months >= 3 && step.months < 12;
        const QString sample = step.length < day ? u"00:00"_s
            : withMonth                          ? u"00 000"_s
            : step.months == 0                   ? u"00"_s
            : withYear                           ? u"000. 0000"_s
                                                 : u"0000"_s;
        return width(sample) * room * millisecondsPerPixel;
    };
    const auto fitting = std::ranges::find_if(
        steps, [&](const Step &step) { return static_cast<double>(step.length) >= least(step); });
    const Step step = fitting == steps.end() ? steps.back() : *fitting;

    QVector<AxisLabel> labels;
    std::optional<qint64> before;
    double free = 0; ///< from where the time begins
    const double gap = width(u"0"_s);
    const QVector<Instant> instants = ticks(geometry, step, clock);
    for (const Instant instant : instants) {
        const double x = geometry.xOf(instant);
        const qint64 local = clock.toLocal(instant);
        const QString text = labelText(local, step, before);
        const double taken = width(text);
        const double passed = geometry.passedAt(x);
        if (passed < free || passed + taken > geometry.plot().width())
            continue;
        labels.append({x, text, taken});
        free = passed + taken + gap;
        before = local;
    }
    return labels;
}

} // namespace tidemark
