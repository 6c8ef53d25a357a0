#include "timeline/TimelineEvents.h"

#include "filter/LocalClock.h"

#include <QStringList>

#include <algorithm>

namespace tidemark {

QVector<EventMark> eventMarks(const TimelineGeometry &geometry, const QVector<DatedEvent> &events,
                              const QTimeZone &zone, double least)
{
    LocalClock clock(zone);
    QVector<EventMark> marks;
    for (const DatedEvent &event : events) {
        const Instant start = clock.startOf(event.date);
        // The day's bucket may begin before what is visible.
        const bool isVisible = start < geometry.until() && start >= geometry.from();
        if (isVisible && geometry.bucketCount() > 0)
            marks.append({geometry.xOf(start), 0, event.label});
    }
    std::ranges::stable_sort(marks, {}, [&geometry](const EventMark &mark) { return geometry.passedAt(mark.x); });
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const double end = i + 1 < marks.size() ? geometry.passedAt(marks.at(i + 1).x) : geometry.plot().width();
        const double room = end - geometry.passedAt(marks.at(i).x);
        marks[i].room = room < least ? 0 : room;
    }
    return marks;
}

QStringList eventsIn(const TimelineGeometry &geometry, int bucket, const QVector<DatedEvent> &events,
                     const QTimeZone &zone)
{
    LocalClock clock(zone);
    QStringList labels;
    for (const DatedEvent &event : events) {
        const Instant start = clock.startOf(event.date);
        if (start >= geometry.startOf(bucket) && start < geometry.endOf(bucket))
            labels.append(event.label);
    }
    return labels;
}

} // namespace tidemark
