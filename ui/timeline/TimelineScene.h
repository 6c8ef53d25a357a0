#pragma once

#include "index/Timeline.h"
#include "theme/Colours.h"
#include "timeline/TimelineAxis.h"
#include "timeline/TimelineGeometry.h"

#include <QFontMetricsF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QVector>

class QPainter;

namespace tidemark {

/// A series as it is painted: at most eight, the small ones gathered in the last.
struct ShownSeries
{
    QString name;
    QVector<qint64> counts;

    friend bool operator==(const ShownSeries &, const ShownSeries &) = default;
};

/// The largest series by name, and `other` with the sum of the rest where there are more than most.
QVector<ShownSeries> shownSeries(const Timeline &timeline, const QStringList &names, const QString &other,
                                 int most = 8);

/// Everything that a timeline's picture depends on. A value, painted by paintTimeline().
struct TimelineScene
{
    Timeline timeline;
    QVector<ShownSeries> series;
    QTimeZone zone = QTimeZone::utc();
    TimelineGeometry geometry;
    TimeSpan selected; ///< open: nothing is dimmed
    int hovered = -1;  ///< buckets; -1: none
    int cursor = -1;
    bool focused = false;
    QString readout; ///< what hovered or cursor say, beside them
    QRectF legend;   ///< above the plot
};

/// The height that the legend takes at a width.
double legendHeight(const QVector<ShownSeries> &series, double width, const QFontMetricsF &metrics);

void paintTimeline(QPainter &painter, const TimelineScene &scene, const Colours &colours);

} // namespace tidemark
