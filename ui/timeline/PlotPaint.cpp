#include "timeline/PlotPaint.h"

#include "model/MovingAverage.h"
#include "timeline/LineWithin.h"
#include "timeline/SeriesPaint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double dimmed = 0.32;
constexpr double underAverage = 0.4;
constexpr double averageWidth = 1.75;
constexpr double narrowest = 4; ///< pixels a bucket that show steps
constexpr double dotsFrom = 14; ///< pixels a bucket, from which on a line has dots

/// Ends exactly where its line ends.
QPen solidPen(const QColor &colour, double width)
{
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

class Plot
{
public:
    Plot(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
        : m_painter(painter),
          m_scene(scene),
          m_pane(pane),
          m_geometry(pane.geometry),
          m_colours(colours),
          m_first(std::max(0, pane.geometry.firstVisible())),
          m_last(pane.geometry.lastVisible())
    {
    }

    void paint()
    {
        if (m_pane.series < 0)
            paintWhole();
        if (m_scene.showsLines())
            paintLines();
        else
            paintBars();
        if (m_scene.compared)
            paintEarlier();
    }

private:
    void paintWhole()
    {
        QColor faint = m_colours.text;
        faint.setAlphaF(0.14F);
        for (int i = m_first; i <= m_last; ++i)
            m_painter.fillRect(m_geometry.bar(i, 0, m_scene.timeline.whole.value(i)), faint);
    }

    void paintBars()
    {
        for (int i = m_first; i <= m_last; ++i) {
            m_painter.setOpacity(m_scene.isSelected(i) ? 1 : dimmed);
            paintBar(i);
        }
        m_painter.setOpacity(1);
        if (m_scene.look.averaged > 1)
            paintLine(average(m_scene.countsOf(m_pane)), solidPen(m_colours.text, averageWidth), 1);
    }

    void paintBar(int bucket)
    {
        if (m_pane.series >= 0) {
            const QRectF bar = m_geometry.bar(bucket, 0, m_scene.countsOf(m_pane).value(bucket));
            return fillSeries(m_painter, bar, m_pane.series, m_colours);
        }
        if (m_scene.series.isEmpty()) {
            const QRectF bar = m_geometry.bar(bucket, 0, m_scene.timeline.counts.value(bucket));
            return m_painter.fillRect(bar, m_colours.accent);
        }
        qint64 below = 0;
        for (int i = 0; i < m_scene.series.size(); ++i) {
            const qint64 count = m_scene.series.at(i).counts.value(bucket);
            fillSeries(m_painter, m_geometry.bar(bucket, below, below + count), i, m_colours);
            below += count;
        }
    }

    void paintLines()
    {
        if (m_pane.series >= 0)
            return paintSeries(m_scene.countsOf(m_pane), penOfSeries(m_pane.series, m_colours));
        if (m_scene.series.isEmpty())
            return paintSeries(m_scene.timeline.counts, solidPen(m_colours.accent, averageWidth));
        for (int i = static_cast<int>(m_scene.series.size()) - 1; i >= 0; --i)
            paintSeries(m_scene.series.at(i).counts, penOfSeries(i, m_colours));
    }

    void paintSeries(const QVector<qint64> &counts, const QPen &pen)
    {
        if (m_scene.look.averaged > 1) {
            paintLine(average(counts), pen, 1);
            paintLine(QVector<double>(counts.cbegin(), counts.cend()), solidPen(pen.color(), 1), underAverage);
        } else {
            paintLine(QVector<double>(counts.cbegin(), counts.cend()), pen, 1);
        }
    }

    [[nodiscard]] QVector<double> average(const QVector<qint64> &counts) const
    {
        return movingAverage(counts, m_scene.look.averaged);
    }

    /// Bright over the selected span, dimmed beside it.
    void paintLine(const QVector<double> &values, const QPen &pen, double opacity)
    {
        QPolygonF line;
        for (int i = std::max(0, m_first - 1); i <= std::min(m_last + 1, m_geometry.bucketCount() - 1); ++i)
            line.append({m_geometry.middleOf(i), m_geometry.yOf(values.value(i))});
        const QRectF plot = m_geometry.plot();
        const QRectF selected = selectedRect();
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintPiece(line, plot.left(), selected.left(), pen, opacity * dimmed);
        paintPiece(line, selected.left(), selected.right(), pen, opacity);
        paintPiece(line, selected.right(), plot.right(), pen, opacity * dimmed);
        m_painter.restore();
    }

    void paintPiece(const QPolygonF &line, double left, double right, const QPen &pen, double opacity)
    {
        if (right <= left)
            return;
        m_painter.setOpacity(opacity);
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(lineWithin(line, left, right));
        if (m_geometry.plot().width() / std::max(1, m_last - m_first + 1) < dotsFrom)
            return;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(pen.color());
        for (const QPointF &point : line) {
            if (point.x() >= left && point.x() < right)
                m_painter.drawEllipse(point, 2.25, 2.25);
        }
    }

    [[nodiscard]] QRectF selectedRect() const
    {
        const TimeSpan &selected = m_scene.selected;
        return m_geometry.between(selected.from.value_or(m_geometry.from()),
                                  selected.until.value_or(m_geometry.until()));
    }

    /// A dashed outline of what the same buckets of the earlier span had.
    void paintEarlier()
    {
        const ComparedBuckets &compared = *m_scene.compared;
        const QVector<qint64> &counts = m_scene.countsOf(m_pane);
        const bool isNarrow = m_geometry.plot().width() / std::max(1, m_last - m_first + 1) < narrowest;
        QPolygonF outline;
        for (int i = std::max(compared.first, m_first); i <= std::min(compared.last, m_last); ++i) {
            const double y = m_geometry.yOf(static_cast<double>(counts.value(compared.earlierOf(i), 0)));
            if (isNarrow) {
                outline.append({m_geometry.middleOf(i), y});
                continue;
            }
            outline.append({m_geometry.xOf(m_geometry.startOf(i)), std::round(y) - 0.5});
            outline.append({m_geometry.xOf(m_geometry.endOf(i)) - 1, std::round(y) - 0.5});
        }
        QPen pen(m_colours.text, isNarrow ? 1 : 1.5);
        pen.setDashPattern({3, 2});
        m_painter.setPen(pen);
        m_painter.drawPolyline(lineWithin(outline, m_geometry.plot().left(), m_geometry.plot().right()));
    }

    QPainter &m_painter;
    const TimelineScene &m_scene;
    const TimelinePane &m_pane;
    const TimelineGeometry &m_geometry;
    const Colours &m_colours;
    int m_first;
    int m_last;
};

} // namespace

void paintPlot(QPainter &painter, const TimelineScene &scene, const TimelinePane &pane, const Colours &colours)
{
    Plot(painter, scene, pane, colours).paint();
}

} // namespace tidemark
