#pragma once

#include "story/TimeSpan.h"
#include "timeline/CountScale.h"

#include <QRectF>
#include <QVector>

namespace tidemark {

/// Where time and counts stand in a chart: the mapping between instants and x, buckets and bars, counts and
/// heights. No painter, no widget. Time is linear, from left to right or, where people read so, from right to left;
/// a bar's edges are whole pixels, so that bars touch without a seam; bars wider than 6 px leave one pixel between
/// them.
class TimelineGeometry
{
public:
    static constexpr double widthWithGap = 6;

    TimelineGeometry() = default;
    /// starts and end as in a Timeline; from < until is what is visible.
    TimelineGeometry(QVector<Instant> starts, Instant end, Instant from, Instant until, QRectF plot,
                     CountScale scale, Qt::LayoutDirection direction = Qt::LeftToRight);

    [[nodiscard]] const QRectF &plot() const { return m_plot; }
    [[nodiscard]] Instant from() const { return m_from; }
    [[nodiscard]] Instant until() const { return m_until; }
    [[nodiscard]] int bucketCount() const { return static_cast<int>(m_starts.size()); }
    [[nodiscard]] Instant startOf(int bucket) const { return m_starts.at(bucket); }
    [[nodiscard]] Instant endOf(int bucket) const;

    [[nodiscard]] bool isMirrored() const { return m_direction == Qt::RightToLeft; }
    [[nodiscard]] double xOf(Instant instant) const;
    [[nodiscard]] double passedAt(double x) const; ///< pixels from where the visible time begins
    /// From one instant to another, as high as the plot and within it.
    [[nodiscard]] QRectF between(Instant from, Instant until) const;
    [[nodiscard]] Instant instantAt(double x) const; ///< within what is visible

    /// The bucket that holds an instant; before the first, the first; behind the last, the last. -1 if there is
    /// none at all.
    [[nodiscard]] int bucketOf(Instant instant) const;
    [[nodiscard]] int bucketAt(double x) const { return bucketOf(instantAt(x)); }
    [[nodiscard]] int firstVisible() const { return bucketOf(m_from); }
    [[nodiscard]] int lastVisible() const { return bucketOf(m_until - 1); }

    /// Buckets first to last (either order) as a span.
    [[nodiscard]] TimeSpan spanOf(int first, int last) const;

    /// The bar of a bucket from one count up to another: stacked bars lie on one another. Empty if both are the
    /// same; else at least one pixel high.
    [[nodiscard]] QRectF bar(int bucket, qint64 below, qint64 above) const;
    [[nodiscard]] double yOf(double count) const; ///< means of counts are no whole numbers
    [[nodiscard]] const CountScale &scale() const { return m_scale; }
    [[nodiscard]] double middleOf(int bucket) const { return (xOf(startOf(bucket)) + xOf(endOf(bucket))) / 2; }

    /// What is visible after zooming by a factor (below 1: closer) with the instant under x staying there;
    /// within [first, end), and no closer than least milliseconds.
    [[nodiscard]] TimeSpan zoomed(double factor, double x, Instant first, Instant end, qint64 least) const;
    /// What is visible after moving by pixels, within [first, end).
    [[nodiscard]] TimeSpan moved(double pixels, Instant first, Instant end) const;

private:
    QVector<Instant> m_starts;
    Instant m_end = 0;
    Instant m_from = 0;
    Instant m_until = 1;
    QRectF m_plot;
    CountScale m_scale;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;

    [[nodiscard]] double shareAt(double x) const; ///< of the visible time, 0 to 1
};

} // namespace tidemark
