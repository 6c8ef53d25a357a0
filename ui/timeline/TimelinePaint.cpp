#include "timeline/TimelinePaint.h"

#include "timeline/PlotPaint.h"
#include "timeline/SeriesPaint.h"
#include "timeline/TimelineAxis.h"
#include "timeline/TimelineEvents.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double swatch = 10;
constexpr double space = 8;
constexpr double burstHeight = 4;
constexpr double diamond = 3.5;
constexpr double fewestLetters = 7; ///< of an event's label; fewer say nothing

void paintSwatch(QPainter &painter, const QRectF &box, int series, bool lines, const Colours &colours)
{
    if (!lines)
        return fillSeries(painter, box, series, colours);
    painter.setPen(penOfSeries(series, colours));
    painter.drawLine(QPointF(box.left() - 2, box.center().y()), QPointF(box.right() + 2, box.center().y()));
}

void paintName(QPainter &painter, const TimelineScene &scene, const QRectF &place, int series,
               const Colours &colours)
{
    const QFontMetricsF metrics(painter.font());
    const QRectF box(place.left(), place.center().y() - swatch / 2, swatch, swatch);
    paintSwatch(painter, box, series, scene.showsLines(), colours);
    painter.setPen(colours.secondary);
    const QRectF text = place.adjusted(swatch + space / 2, 0, 0, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(scene.series.at(series).name, Qt::ElideRight, text.width()));
}

void paintLegend(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    if (scene.isSideBySide()) {
        for (const TimelinePane &pane : scene.panes)
            paintName(painter, scene, pane.title, pane.series, colours);
        return;
    }
    const QVector<QRectF> places = legendPlaces(scene.series, scene.legend.width(), QFontMetricsF(painter.font()));
    for (int i = 0; i < places.size(); ++i)
        paintName(painter, scene, places.at(i).translated(scene.legend.topLeft()), i, colours);
}

void paintFigures(QPainter &painter, const TimelinePane &pane, const Colours &colours)
{
    const QRectF &plot = pane.geometry.plot();
    const QFontMetricsF metrics(painter.font());
    const QVector<qint64> figures = pane.geometry.scale().figures();
    double free = plot.bottom();
    for (const qint64 figure : figures) {
        const double y = std::round(pane.geometry.yOf(static_cast<double>(figure))) + 0.5;
        painter.setPen(QPen(colours.line, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const QRectF text(0, y - metrics.height() / 2, plot.left() - space / 2, metrics.height());
        if (!pane.figures || text.bottom() > free + metrics.descent())
            continue;
        free = text.top();
        painter.setPen(colours.secondary);
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(figure));
    }
    const double bottom = plot.bottom() + 0.5;
    painter.setPen(QPen(colours.secondary, 1));
    painter.drawLine(QPointF(plot.left(), bottom), QPointF(plot.right(), bottom));
}

void paintAxis(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    const QFontMetricsF metrics(painter.font());
    const auto width = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const QVector<AxisLabel> labels = axisLabels(pane.geometry, scene.zone, width);
    const double bottom = pane.geometry.plot().bottom();
    painter.setPen(colours.secondary);
    for (const AxisLabel &label : labels) {
        painter.drawLine(QPointF(std::round(label.x), bottom), QPointF(std::round(label.x), bottom + 3));
        if (pane.timeAxis)
            painter.drawText(QPointF(label.x + 3, bottom + 3 + metrics.ascent()), label.text);
    }
}

/// A bracket along the upper edge, over the buckets of each burst.
void paintBursts(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    const TimelineGeometry &geometry = pane.geometry;
    painter.setPen(QPen(colours.text, 1.5));
    const double y = geometry.plot().top() + 1;
    for (const Burst &burst : scene.bursts) {
        const double left = geometry.xOf(geometry.startOf(burst.first)) + 0.5;
        const double right = std::max(left + 2, geometry.xOf(geometry.endOf(burst.last)) - 1.5);
        painter.drawPolyline(QPolygonF{{left, y + burstHeight}, {left, y}, {right, y}, {right, y + burstHeight}});
    }
}

/// A dotted line with a diamond on it, and the label beside that in the plot that has room for labels.
void paintEvents(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    const QRectF &plot = pane.geometry.plot();
    const QFontMetricsF metrics(painter.font());
    const bool labelled = scene.eventLabels.height() > 0;
    const double y = labelled ? scene.eventLabels.center().y() : plot.top();
    const double least = metrics.horizontalAdvance(u'0') * fewestLetters;
    const QVector<EventMark> marks = eventMarks(pane.geometry, scene.events, scene.zone, least);
    for (const EventMark &mark : marks) {
        const double x = std::round(mark.x) + 0.5;
        painter.setPen(QPen(colours.text, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, y), QPointF(x, plot.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.text);
        painter.drawPolygon(QPolygonF{{x, y - diamond}, {x + diamond, y}, {x, y + diamond}, {x - diamond, y}});
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        if (!labelled || mark.room <= 0)
            continue;
        const QRectF text(x + diamond + 2, y - metrics.height() / 2, mark.room - 2 * diamond - 2, metrics.height());
        painter.setPen(colours.text);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(mark.label, Qt::ElideRight, text.width()));
    }
}

void paintSelected(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    const TimelineGeometry &geometry = pane.geometry;
    const auto edge = [&](std::optional<Instant> instant) {
        if (!instant || *instant < geometry.from() || *instant > geometry.until())
            return;
        const double x = std::round(geometry.xOf(*instant)) - 0.5;
        painter.setPen(QPen(colours.accent, 1));
        painter.drawLine(QPointF(x, geometry.plot().top()), QPointF(x, geometry.plot().bottom()));
    };
    edge(scene.selected.from);
    edge(scene.selected.until);
}

int pointedBucket(const TimelineScene &scene)
{
    const TimelineGeometry &geometry = scene.geometry();
    const int pointed = scene.hovered >= 0 ? scene.hovered : scene.focused ? scene.cursor : -1;
    const bool isVisible = pointed >= 0 && pointed < geometry.bucketCount()
        && geometry.endOf(pointed) > geometry.from() && geometry.startOf(pointed) < geometry.until();
    return isVisible ? pointed : -1;
}

QRectF columnOf(const TimelineGeometry &geometry, int bucket)
{
    const QRectF &plot = geometry.plot();
    const double left = std::max(plot.left(), std::round(geometry.xOf(geometry.startOf(bucket))));
    const double right = std::min(plot.right(), std::round(geometry.xOf(geometry.endOf(bucket))));
    return {left, plot.top(), std::max(1.0, right - left), plot.height()};
}

void paintPointed(QPainter &painter, const TimelineScene &scene, int bucket, const Colours &colours)
{
    QColor tint = colours.text;
    tint.setAlphaF(0.10F);
    for (const TimelinePane &pane : scene.panes) {
        const QRectF column = columnOf(pane.geometry, bucket);
        painter.fillRect(column, tint);
        if (scene.focused && bucket == scene.cursor) {
            painter.setPen(QPen(colours.accent, 2));
            const double y = column.bottom() + 1;
            painter.drawLine(QPointF(column.left(), y), QPointF(std::max(column.left() + 3, column.right()), y));
        }
    }
}

void paintReadout(QPainter &painter, const TimelineScene &scene, int bucket, const Colours &colours)
{
    QRectF room = scene.panes.constFirst().geometry.plot();
    for (const TimelinePane &pane : scene.panes)
        room |= pane.geometry.plot();
    const QRectF most(0, 0, room.width() - 2 * space, room.height());
    constexpr int flags = Qt::AlignLeft | Qt::TextWordWrap;
    const QRectF text = painter.boundingRect(most, flags, scene.readout);
    const QSizeF size(std::ceil(text.width()) + 2 * space, std::ceil(text.height()) + 4);
    const double middle = columnOf(scene.geometry(), bucket).center().x();
    const double x
        = std::clamp(middle - size.width() / 2, room.left(), std::max(room.left(), room.right() - size.width()));
    const QRectF box(QPointF(std::round(x), room.top() + 2), size);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.base);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(colours.text);
    painter.drawText(box.adjusted(space, 2, -space, -2), flags, scene.readout);
}

void paintPane(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    paintFigures(painter, pane, colours);
    painter.setClipRect(pane.geometry.plot().adjusted(0, -1, 0, 0));
    paintPlot(painter, scene, pane, colours);
    paintSelected(painter, scene, pane, colours);
    paintBursts(painter, scene, pane, colours);
    painter.setClipping(false);
    if (scene.look.events)
        paintEvents(painter, scene, pane, colours);
    paintAxis(painter, scene, pane, colours);
}

} // namespace

void paintTimeline(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    painter.save();
    paintLegend(painter, scene, colours);
    if (scene.geometry().bucketCount() > 0) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const TimelinePane &pane : scene.panes)
            paintPane(painter, scene, pane, colours);
        if (const int pointed = pointedBucket(scene); pointed >= 0) {
            paintPointed(painter, scene, pointed, colours);
            paintReadout(painter, scene, pointed, colours);
        }
    }
    painter.restore();
}

} // namespace tidemark
