// Where everything in a timeline's picture stands.

#include "timeline/TimelineEvents.h"
#include "timeline/TimelineScene.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr qint64 smallestShare = 8; // the axis reaches at least an eighth of the highest bar of the whole
constexpr double margin = 8;
constexpr double swatch = 10;
constexpr double space = 8;
constexpr double rowGap = 2;
constexpr double columnGap = 10;
constexpr double lowestPlot = 40;
constexpr double narrowestPlot = 110;

/// The highest that a bucket reaches, without the whole collection behind it.
qint64 heightOf(const TimelineScene &scene, int bucket)
{
    qint64 sum = 0;
    qint64 most = 0;
    for (const ShownSeries &series : scene.series) {
        const qint64 count = series.counts.value(bucket);
        sum += count;
        most = std::max(most, count);
    }
    if (scene.isSideBySide())
        return most;
    return std::max(scene.timeline.counts.value(bucket), scene.showsLines() ? most : sum);
}

qint64 mostVisible(const TimelineScene &scene, int first, int last)
{
    qint64 chosen = 0;
    qint64 whole = 0;
    for (int i = std::max(0, first); i <= last; ++i) {
        chosen = std::max(chosen, heightOf(scene, i));
        if (scene.compared && i >= scene.compared->first && i <= scene.compared->last)
            chosen = std::max(chosen, heightOf(scene, scene.compared->earlierOf(i)));
        whole = std::max(whole, scene.timeline.whole.value(i));
    }
    if (scene.isSideBySide())
        return chosen;
    // A small share of a large volume must still be readable: then the faint whole runs out of the plot at the top.
    return std::max(chosen, scene.look.scale == CountScale::Kind::Linear ? whole / smallestShare : whole);
}

/// The plots, without their scale: what stands left of them depends on it.
struct Grid
{
    QRectF area; ///< of all plots, titles and the gaps between them
    int plots = 1;
    int columns = 1;
    double title = 0; ///< height
    bool mirrored = false;

    [[nodiscard]] QRectF cell(int i) const
    {
        const int rows = (plots + columns - 1) / columns;
        const double width = std::floor((area.width() - columnGap * (columns - 1)) / columns);
        const double height = std::floor(area.height() / rows);
        const int column = mirrored ? columns - 1 - i % columns : i % columns;
        return {area.left() + (width + columnGap) * column, area.top() + height * (i / columns),
                std::max(1.0, width), std::max(1.0, height)};
    }
};

} // namespace

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

int columnsOf(int plots, const QSizeF &size, double titleHeight)
{
    const auto widest = static_cast<int>(size.width() / (narrowestPlot + columnGap));
    const int most = std::clamp(widest, 1, std::max(1, plots));
    for (int columns = 1; columns < most; ++columns) {
        const int rows = (plots + columns - 1) / columns;
        if (size.height() / rows - titleHeight >= lowestPlot)
            return columns;
    }
    return most;
}

void layOut(TimelineScene &scene, const QSizeF &size, const QFontMetricsF &metrics)
{
    const Timeline &timeline = scene.timeline;
    const Instant first = timeline.starts.isEmpty() ? 0 : timeline.starts.constFirst();
    const Instant from = std::clamp(scene.visible.from.value_or(first), first, std::max(first, timeline.end - 1));
    const Instant until
        = std::clamp(scene.visible.until.value_or(timeline.end), from + 1, std::max(from + 1, timeline.end));
    const auto geometry = [&](const QRectF &plot, const CountScale &scale) {
        return TimelineGeometry(timeline.starts, timeline.end, from, until, plot, scale, scene.direction);
    };
    const TimelineGeometry unscaled = geometry(QRectF(0, 0, 1, 1), CountScale());
    const CountScale scale(mostVisible(scene, unscaled.firstVisible(), unscaled.lastVisible()), scene.look.scale);

    const bool many = scene.isSideBySide();
    scene.legend = QRectF(margin, 0, std::max(1.0, size.width() - 2 * margin), 0);
    if (!many && !scene.series.isEmpty())
        scene.legend.setHeight(legendPlaces(scene.series, scene.legend.width(), metrics).constLast().bottom()
                               + rowGap);
    scene.eventLabels = QRectF(0, scene.legend.bottom(), size.width(), 0);
    if (!many && scene.look.events && !eventMarks(unscaled, scene.events, scene.zone, 0).isEmpty())
        scene.eventLabels.setHeight(metrics.height());
    const double figures = std::ceil(metrics.horizontalAdvance(QLocale().toString(scale.top()))) + margin;
    const double top = many ? 0 : std::ceil(scene.eventLabels.bottom() + metrics.height() / 2);
    const double bottom = size.height() - std::ceil(metrics.height()) - margin / 2;
    const bool mirrored = unscaled.isMirrored();
    Grid grid{QRectF(mirrored ? margin : figures, top, std::max(1.0, size.width() - figures - margin),
                     std::max(1.0, bottom - top))};
    grid.mirrored = mirrored;
    grid.title = many ? std::ceil(metrics.height() + rowGap) : 0;
    grid.plots = many ? static_cast<int>(scene.series.size()) : 1;
    grid.columns = columnsOf(grid.plots, grid.area.size(), grid.title);

    scene.panes.clear();
    for (int i = 0; i < grid.plots; ++i) {
        const QRectF cell = grid.cell(i);
        TimelinePane pane;
        pane.series = many ? i : -1;
        pane.title = many ? QRectF(cell.left(), cell.top(), cell.width(), grid.title) : QRectF();
        const double gap = many ? rowGap : 0;
        const double plotTop = std::round(cell.top() + grid.title + gap);
        pane.geometry = geometry(QRectF(std::round(cell.left()), plotTop, std::floor(cell.width()),
                                        std::max(1.0, std::round(cell.bottom() - gap) - plotTop)),
                                 scale);
        pane.figures = i % grid.columns == 0;
        pane.timeAxis = i + grid.columns >= grid.plots;
        scene.panes.append(pane);
    }
}

} // namespace tidemark
