#include "timeline/TimelineGeometry.h"

#include <algorithm>
#include <cmath>

namespace tidemark {

TimelineGeometry::TimelineGeometry(QVector<Instant> starts, Instant end, Instant from, Instant until, QRectF plot,
                                   CountScale scale, Qt::LayoutDirection direction)
    : m_starts(std::move(starts)),
      m_end(end),
      m_from(from),
      m_until(std::max(until, from + 1)),
      m_plot(plot),
      m_scale(scale),
      m_direction(direction)
{
}

Instant TimelineGeometry::endOf(int bucket) const
{
    return bucket + 1 < bucketCount() ? m_starts.at(bucket + 1) : m_end;
}

double TimelineGeometry::xOf(Instant instant) const
{
    const double share = static_cast<double>(instant - m_from) / static_cast<double>(m_until - m_from);
    const double passed = share * m_plot.width();
    return isMirrored() ? m_plot.right() - passed : m_plot.left() + passed;
}

double TimelineGeometry::passedAt(double x) const
{
    return isMirrored() ? m_plot.right() - x : x - m_plot.left();
}

double TimelineGeometry::shareAt(double x) const
{
    return std::clamp(passedAt(x) / m_plot.width(), 0.0, 1.0);
}

QRectF TimelineGeometry::between(Instant from, Instant until) const
{
    const auto [left, right]
        = std::minmax({xOf(std::clamp(from, m_from, m_until)), xOf(std::clamp(until, m_from, m_until))});
    return {left, m_plot.top(), right - left, m_plot.height()};
}

Instant TimelineGeometry::instantAt(double x) const
{
    if (m_plot.width() <= 0)
        return m_from;
    const auto passed = static_cast<qint64>(std::floor(shareAt(x) * static_cast<double>(m_until - m_from)));
    return std::min(m_from + passed, m_until - 1);
}

int TimelineGeometry::bucketOf(Instant instant) const
{
    if (m_starts.isEmpty())
        return -1;
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), instant);
    return std::max(0, static_cast<int>(next - m_starts.cbegin()) - 1);
}

TimeSpan TimelineGeometry::spanOf(int first, int last) const
{
    const auto [low, high] = std::minmax(first, last);
    return {startOf(low), endOf(high)};
}

QRectF TimelineGeometry::bar(int bucket, qint64 below, qint64 above) const
{
    if (above <= below)
        return {};
    const QRectF room = between(startOf(bucket), endOf(bucket));
    const double from = std::round(room.left());
    const double until = std::round(room.right());
    double width = std::max(1.0, until - from);
    if (width > widthWithGap)
        width -= 1;
    const double bottom = std::round(yOf(static_cast<double>(below)));
    const double top = std::min(std::max(m_plot.top(), std::round(yOf(static_cast<double>(above)))), bottom - 1);
    return QRectF(from, top, width, bottom - top);
}

double TimelineGeometry::yOf(double count) const
{
    return m_plot.bottom() - m_scale.shareOf(count) * m_plot.height();
}

TimeSpan TimelineGeometry::zoomed(double factor, double x, Instant first, Instant end, qint64 least) const
{
    const auto length = static_cast<double>(m_until - m_from);
    const double whole = static_cast<double>(end - first);
    const double wanted = std::clamp(length * factor, std::min(static_cast<double>(least), whole), whole);
    const double share = m_plot.width() > 0 ? shareAt(x) : 0.5;
    const double from = static_cast<double>(m_from - first) + share * (length - wanted);
    const Instant start = first + static_cast<qint64>(std::round(std::clamp(from, 0.0, whole - wanted)));
    return {start, start + static_cast<qint64>(std::round(wanted))};
}

TimeSpan TimelineGeometry::moved(double pixels, Instant first, Instant end) const
{
    if (m_plot.width() <= 0)
        return {m_from, m_until};
    const qint64 length = m_until - m_from;
    const double passed = isMirrored() ? -pixels : pixels;
    const auto shift = static_cast<qint64>(passed / m_plot.width() * static_cast<double>(length));
    const Instant start = std::clamp(m_from + shift, first, std::max(first, end - length));
    return {start, start + length};
}

} // namespace tidemark
