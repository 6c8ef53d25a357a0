#include "timeline/TimelineScene.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace tidemark {

namespace {

constexpr double swatch = 10;
constexpr double space = 8;
constexpr double rowGap = 2;
constexpr double dimmed = 0.32;

/// A second sign beside the colour, for eyes that don't tell the colours apart.
constexpr std::array patterns{
    Qt::NoBrush,       Qt::BDiagPattern, Qt::HorPattern,       Qt::FDiagPattern,
    Qt::Dense6Pattern, Qt::VerPattern,   Qt::DiagCrossPattern, Qt::Dense4Pattern,
};

void fillSeries(QPainter &painter, const QRectF &rect, int series, const Colours &colours)
{
    const auto index = static_cast<std::size_t>(series) % patterns.size();
    painter.fillRect(rect, colours.series.at(index));
    if (patterns.at(index) == Qt::NoBrush || rect.width() < 3 || rect.height() < 3)
        return;
    QColor ground = colours.base;
    ground.setAlpha(150);
    painter.fillRect(rect, QBrush(ground, patterns.at(index)));
}

/// Where each name of the legend begins; the last has the height in its lower edge.
QVector<QRectF> legendPlaces(const QVector<ShownSeries> &series, double width, const QFontMetricsF &metrics)
{
    QVector<QRectF> places;
    places.reserve(series.size());
    double x = 0;
    double y = 0;
    const double row = metrics.height() + rowGap;
    for (const ShownSeries &one : series) {
        const double wanted = std::min(width, swatch + space / 2 + metrics.horizontalAdvance(one.name) + space);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += row;
        }
        places.append({x, y, wanted, row});
        x += wanted + space / 2;
    }
    return places;
}

void paintLegend(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    const QFontMetricsF metrics(painter.font());
    const QVector<QRectF> places = legendPlaces(scene.series, scene.legend.width(), metrics);
    for (int i = 0; i < places.size(); ++i) {
        const QRectF place = places.at(i).translated(scene.legend.topLeft());
        const QRectF box(place.left(), place.center().y() - swatch / 2, swatch, swatch);
        fillSeries(painter, box, i, colours);
        painter.setPen(colours.secondary);
        const QRectF text = place.adjusted(swatch + space / 2, 0, 0, 0);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(scene.series.at(i).name, Qt::ElideRight, text.width()));
    }
}

void paintLines(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    const QRectF &plot = scene.geometry.plot();
    const QFontMetricsF metrics(painter.font());
    const auto figures = scene.geometry.figures();
    for (const qint64 figure : figures) {
        const double y = std::round(scene.geometry.yOf(figure)) + 0.5;
        painter.setPen(QPen(colours.line, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(colours.secondary);
        const QRectF text(0, y - metrics.height() / 2, plot.left() - space / 2, metrics.height());
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(figure));
    }
    const double bottom = plot.bottom() + 0.5;
    painter.setPen(QPen(colours.secondary, 1));
    painter.drawLine(QPointF(plot.left(), bottom), QPointF(plot.right(), bottom));
}

void paintBucket(QPainter &painter, const TimelineScene &scene, int bucket, const Colours &colours)
{
    if (scene.series.isEmpty()) {
        painter.fillRect(scene.geometry.bar(bucket, 0, scene.timeline.counts.value(bucket)), colours.accent);
        return;
    }
    qint64 below = 0;
    for (int i = 0; i < scene.series.size(); ++i) {
        const qint64 count = scene.series.at(i).counts.value(bucket);
        fillSeries(painter, scene.geometry.bar(bucket, below, below + count), i, colours);
        below += count;
    }
}

bool isBright(const TimelineScene &scene, int bucket)
{
    const TimelineGeometry &geometry = scene.geometry;
    return (!scene.selected.from || geometry.endOf(bucket) > *scene.selected.from)
        && (!scene.selected.until || geometry.startOf(bucket) < *scene.selected.until);
}

void paintBars(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    const int first = scene.geometry.firstVisible();
    const int last = scene.geometry.lastVisible();
    if (first < 0)
        return;
    QColor faint = colours.text;
    faint.setAlphaF(0.14F);
    for (int i = first; i <= last; ++i)
        painter.fillRect(scene.geometry.bar(i, 0, scene.timeline.whole.value(i)), faint);
    for (const bool bright : {false, true}) {
        painter.setOpacity(bright ? 1 : dimmed);
        for (int i = first; i <= last; ++i) {
            if (isBright(scene, i) == bright)
                paintBucket(painter, scene, i, colours);
        }
    }
}

void paintSelected(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    if (scene.selected.isOpen())
        return;
    const QRectF &plot = scene.geometry.plot();
    const auto edge = [&](std::optional<Instant> instant) {
        if (!instant || *instant < scene.geometry.from() || *instant > scene.geometry.until())
            return;
        const double x = std::round(scene.geometry.xOf(*instant)) - 0.5;
        painter.setPen(QPen(colours.accent, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    };
    edge(scene.selected.from);
    edge(scene.selected.until);
}

void paintPointed(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    const TimelineGeometry &geometry = scene.geometry;
    const int pointed = scene.hovered >= 0 ? scene.hovered : scene.focused ? scene.cursor : -1;
    if (pointed < 0 || pointed >= geometry.bucketCount() || geometry.endOf(pointed) <= geometry.from()
        || geometry.startOf(pointed) >= geometry.until())
        return;
    const QRectF &plot = geometry.plot();
    const double left = std::max(plot.left(), std::round(geometry.xOf(geometry.startOf(pointed))));
    const double right = std::min(plot.right(), std::round(geometry.xOf(geometry.endOf(pointed))));
    QColor tint = colours.text;
    tint.setAlphaF(0.10F);
    painter.fillRect(QRectF(left, plot.top(), std::max(1.0, right - left), plot.height()), tint);
    if (scene.focused && pointed == scene.cursor) {
        painter.setPen(QPen(colours.accent, 2));
        painter.drawLine(QPointF(left, plot.bottom() + 1), QPointF(std::max(left + 3, right), plot.bottom() + 1));
    }

    const QFontMetricsF metrics(painter.font());
    const double width = std::min(plot.width(), metrics.horizontalAdvance(scene.readout) + 2 * space);
    const double x = std::clamp((left + right) / 2 - width / 2, plot.left(), plot.right() - width);
    const QRectF box(std::round(x), plot.top() + 2, std::ceil(width), std::ceil(metrics.height() + 4));
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.base);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(colours.text);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(scene.readout, Qt::ElideRight, box.width() - space));
}

} // namespace

QVector<ShownSeries> shownSeries(const Timeline &timeline, const QStringList &names, const QString &other, int most)
{
    QVector<ShownSeries> shown;
    const auto all = timeline.series.size();
    shown.reserve(std::min<qsizetype>(all, most));
    for (int i = 0; i < all; ++i) {
        const TimelineSeries &series = timeline.series.at(i);
        if (all <= most || i < most - 1) {
            shown.append({names.value(i, series.key), series.counts});
            continue;
        }
        if (i == most - 1)
            shown.append({other, QVector<qint64>(timeline.counts.size())});
        QVector<qint64> &sums = shown.last().counts;
        for (int bucket = 0; bucket < std::min(sums.size(), series.counts.size()); ++bucket)
            sums[bucket] += series.counts.at(bucket);
    }
    return shown;
}

double legendHeight(const QVector<ShownSeries> &series, double width, const QFontMetricsF &metrics)
{
    return series.isEmpty() ? 0 : legendPlaces(series, width, metrics).constLast().bottom() + rowGap;
}

void paintTimeline(QPainter &painter, const TimelineScene &scene, const Colours &colours)
{
    paintLegend(painter, scene, colours);
    if (scene.geometry.bucketCount() == 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintLines(painter, scene, colours);
    painter.setClipRect(scene.geometry.plot().adjusted(0, -1, 0, 0));
    paintBars(painter, scene, colours);
    painter.setOpacity(1);
    paintSelected(painter, scene, colours);
    painter.setClipping(false);
    const QFontMetricsF metrics(painter.font());
    const auto width = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const QVector<AxisLabel> labels = axisLabels(scene.geometry, scene.zone, width);
    const double bottom = scene.geometry.plot().bottom();
    for (const AxisLabel &label : labels) {
        painter.setPen(colours.secondary);
        painter.drawLine(QPointF(std::round(label.x), bottom), QPointF(std::round(label.x), bottom + 3));
        painter.drawText(QPointF(label.x + 3, bottom + 3 + metrics.ascent()), label.text);
    }
    paintPointed(painter, scene, colours);
    painter.restore();
}

} // namespace tidemark
