#pragma once

#include "index/Timeline.h"
#include "model/DerivedFigures.h"
#include "story/DatedEvent.h"
#include "timeline/ShownSeries.h"
#include "timeline/TimelineGeometry.h"
#include "timeline/TimelineLook.h"

#include <QFontMetricsF>
#include <QRectF>
#include <QString>
#include <QVector>

#include <optional>

namespace tidemark {

/// One plot of a timeline.
struct TimelinePane
{
    TimelineGeometry geometry;
    QRectF title;         ///< above the plot; empty where there is one plot alone
    int series = -1;      ///< the only one that it shows; -1: everything
    bool figures = true;  ///< are written beside it, where its time begins
    bool timeAxis = true; ///< is written below it
};

/// Everything that a timeline's picture depends on. A value: layOut() says where things stand, paintTimeline()
/// paints it, and neither needs a screen.
struct TimelineScene
{
    Timeline timeline;
    QVector<ShownSeries> series;
    QTimeZone zone = QTimeZone::utc();
    TimelineLook look;
    QVector<DatedEvent> events;                      ///< by date
    Qt::LayoutDirection direction = Qt::LeftToRight; ///< of time, as people read
    TimeSpan visible;                                ///< open: everything
    TimeSpan selected;                               ///< open: nothing is dimmed
    int hovered = -1;                                ///< buckets; -1: none
    int cursor = -1;
    bool focused = false;
    QString readout; ///< what hovered or cursor say, beside them

    // Found by prepare().
    QVector<Burst> bursts;
    std::optional<ComparedBuckets> compared;

    // Found by layOut().
    QVector<TimelinePane> panes; ///< at least one
    QRectF legend;               ///< above the plot
    QRectF eventLabels;          ///< between legend and plot; empty: events are marked without words

    [[nodiscard]] const TimelineGeometry &geometry() const;
    [[nodiscard]] const TimelinePane &paneAt(const QPointF &place) const; ///< the nearest
    [[nodiscard]] bool isSideBySide() const;
    /// Lines were asked for, or bars that would have to be stacked on a logarithmic scale, where heights don't add
    /// up.
    [[nodiscard]] bool showsLines() const;
    /// What a plot shows as a whole: the selection, or its only series.
    [[nodiscard]] const QVector<qint64> &countsOf(const TimelinePane &pane) const;
    [[nodiscard]] bool isSelected(int bucket) const;
    [[nodiscard]] Derivation derivation() const;
    [[nodiscard]] const Burst *burstAt(int bucket) const; ///< null: none
};

/// What follows from timeline, selected and look.
void prepare(TimelineScene &scene);

/// Finds the places of everything in a picture of a size.
void layOut(TimelineScene &scene, const QSizeF &size, const QFontMetricsF &metrics);

/// Where each name of the legend stands, from (0, 0).
QVector<QRectF> legendPlaces(const QVector<ShownSeries> &series, double width, const QFontMetricsF &metrics);

/// How many columns of plots fit best: the fewest in which each is high enough to be read.
int columnsOf(int plots, const QSizeF &size, double titleHeight);

} // namespace tidemark
