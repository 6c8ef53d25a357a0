#pragma once

#include "story/DatedEvent.h"
#include "timeline/TimelineAxis.h"
#include "timeline/TimelineGeometry.h"

#include <QString>
#include <QTimeZone>
#include <QVector>

namespace tidemark {

/// The mark of an event above a plot: a line at x, and its label behind it as far as there is room.
struct EventMark
{
    double x = 0;
    double room = 0; ///< for the label, from x; 0: none
    QString label;

    friend bool operator==(const EventMark &, const EventMark &) = default;
};

/// The marks of the events that begin (at midnight of the zone) within what is visible, by time. A label has the
/// room up to the next event or the plot's edge; where that is less than least, none.
QVector<EventMark> eventMarks(const TimelineGeometry &geometry, const QVector<DatedEvent> &events,
                              const QTimeZone &zone, double least);

/// The labels of the events that begin in a bucket.
QStringList eventsIn(const TimelineGeometry &geometry, int bucket, const QVector<DatedEvent> &events,
                     const QTimeZone &zone);

} // namespace tidemark
