#include "timeline/TimelinePaint.h"

#include "timeline/LineWithin.h"
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
constexpr double narrowestSpan = 8; ///< between whose edges something can be seen
constexpr double spanHeight = 3;
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
    const bool mirrored = scene.direction == Qt::RightToLeft;
    const QRectF box(mirrored ? place.right() - swatch : place.left(), place.center().y() - swatch / 2, swatch,
                     swatch);
    paintSwatch(painter, box, series, scene.showsLines(), colours);
    painter.setPen(colours.secondary);
    constexpr double aside = swatch + space / 2;
    const QRectF text = mirrored ? place.adjusted(0, 0, -aside, 0) : place.adjusted(aside, 0, 0, 0);
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
    for (int i = 0; i < places.size(); ++i) {
        QRectF place = places.at(i).translated(scene.legend.topLeft());
        if (scene.direction == Qt::RightToLeft)
            place.moveRight(scene.legend.left() + scene.legend.right() - place.left());
        paintName(painter, scene, place, i, colours);
    }
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
        const QString name = QLocale().toString(figure);
        const double width = metrics.horizontalAdvance(name) + 1;
        const double x = pane.geometry.isMirrored() ? plot.right() + space / 2 : plot.left() - space / 2 - width;
        const QRectF text(x, y - metrics.height() / 2, width, metrics.height());
        if (!pane.figures || text.bottom() > free + metrics.descent())
            continue;
        free = text.top();
        painter.setPen(colours.secondary);
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, name);
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
        if (!pane.timeAxis)
            continue;
        const double x = pane.geometry.isMirrored() ? label.x - 3 - label.width : label.x + 3;
        // A date in the letters of another direction than the window's keeps its own order.
        painter.setLayoutDirection(label.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(QPointF(x, bottom + 3 + metrics.ascent()), label.text);
    }
    painter.setLayoutDirection(scene.direction);
}

/// A bracket along the upper edge, over the buckets of each burst.
void paintBursts(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    const TimelineGeometry &geometry = pane.geometry;
    painter.setPen(QPen(colours.text, 1.5));
    const double y = geometry.plot().top() + 1;
    for (const Burst &burst : scene.bursts) {
        const auto edges
            = std::minmax({geometry.xOf(geometry.startOf(burst.first)), geometry.xOf(geometry.endOf(burst.last))});
        const double left = edges.first + 0.5;
        const double right = std::max(left + 2, edges.second - 1.5);
        const QPolygonF bracket{{left, y + burstHeight}, {left, y}, {right, y}, {right, y + burstHeight}};
        painter.drawPolyline(lineWithin(bracket, geometry.plot().left(), geometry.plot().right()));
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
        const double width = mark.room - 2 * diamond - 2;
        const double left = pane.geometry.isMirrored() ? x - diamond - 2 - width : x + diamond + 2;
        const QRectF text(left, y - metrics.height() / 2, width, metrics.height());
        painter.setPen(colours.text);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(mark.label, Qt::ElideRight, text.width()));
    }
}

/// Its edges where they stand apart, and its length below the plot: a narrow span between two edges would look like
/// a bar.
void paintSelected(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    const TimelineGeometry &geometry = pane.geometry;
    const Instant from = scene.selected.from.value_or(geometry.from());
    const Instant until = scene.selected.until.value_or(geometry.until());
    if (scene.selected.isOpen() || until <= geometry.from() || from >= geometry.until())
        return;
    QRectF span = geometry.between(from, until);
    const double lacking = std::max(0.0, narrowestSpan - span.width());
    span.adjust(-lacking / 2, 0, lacking / 2, 0);
    painter.fillRect(QRectF(span.left(), span.bottom(), span.width(), spanHeight), colours.accent);
    if (lacking > 0)
        return;
    painter.setPen(QPen(colours.accent, 1));
    for (const Instant edge : {from, until}) {
        const double x = std::round(geometry.xOf(edge)) - 0.5;
        if (edge > geometry.from() && edge < geometry.until())
            painter.drawLine(QPointF(x, geometry.plot().top()), QPointF(x, geometry.plot().bottom()));
    }
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
    const QRectF room = geometry.between(geometry.startOf(bucket), geometry.endOf(bucket));
    const double left = std::round(room.left());
    return {left, room.top(), std::max(1.0, std::round(room.right()) - left), room.height()};
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
    painter.setClipRect(pane.geometry.plot().adjusted(0, -1, 0, spanHeight));
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
    painter.setLayoutDirection(scene.direction);
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
