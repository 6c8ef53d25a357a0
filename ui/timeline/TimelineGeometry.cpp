#include "timeline/TimelineGeometry.h"

#include <algorithm>
#include <cmath>

namespace tidemark {

TimelineGeometry::TimelineGeometry(QVector<Instant> starts, Instant end, Instant from, Instant until, QRectF plot,
                                   qint64 most)
    : m_starts(std::move(starts)),
      m_end(end),
      m_from(from),
      m_until(std::max(until, from + 1)),
      m_plot(plot),
      m_step(roundStep(most))
{
}

Instant TimelineGeometry::endOf(int bucket) const
{
    return bucket + 1 < bucketCount() ? m_starts.at(bucket + 1) : m_end;
}

double TimelineGeometry::xOf(Instant instant) const
{
    const double share = static_cast<double>(instant - m_from) / static_cast<double>(m_until - m_from);
    return m_plot.left() + share * m_plot.width();
}

Instant TimelineGeometry::instantAt(double x) const
{
    if (m_plot.width() <= 0)
        return m_from;
    const double share = std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    const auto passed = static_cast<qint64>(std::floor(share * static_cast<double>(m_until - m_from)));
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
    const double left = std::round(xOf(startOf(bucket)));
    double width = std::max(1.0, std::round(xOf(endOf(bucket))) - left);
    if (width > widthWithGap)
        width -= 1;
    const double bottom = std::round(yOf(below));
    const double top = std::min(std::max(m_plot.top(), std::round(yOf(above))), bottom - 1);
    return QRectF(left, top, width, bottom - top);
}

double TimelineGeometry::yOf(qint64 count) const
{
    const double share = static_cast<double>(count) / static_cast<double>(3 * m_step);
    return m_plot.bottom() - share * m_plot.height();
}

qint64 TimelineGeometry::roundStep(qint64 most)
{
    constexpr std::array tenths{10, 12, 15, 20, 25, 30, 40, 50, 60, 80};
    const qint64 least = std::max<qint64>(1, (most + 2) / 3);
    for (qint64 power = 1;; power *= 10) {
        for (const int tenth : tenths) {
            const qint64 step = power * tenth / 10;
            if (power * tenth % 10 == 0 && step >= least)
                return step;
        }
    }
}

TimeSpan TimelineGeometry::zoomed(double factor, double x, Instant first, Instant end, qint64 least) const
{
    const auto length = static_cast<double>(m_until - m_from);
    const double whole = static_cast<double>(end - first);
    const double wanted = std::clamp(length * factor, std::min(static_cast<double>(least), whole), whole);
    const double share = m_plot.width() > 0 ? std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0) : 0.5;
    const double from = static_cast<double>(m_from - first) + share * (length - wanted);
    const Instant start = first + static_cast<qint64>(std::round(std::clamp(from, 0.0, whole - wanted)));
    return {start, start + static_cast<qint64>(std::round(wanted))};
}

TimeSpan TimelineGeometry::moved(double pixels, Instant first, Instant end) const
{
    if (m_plot.width() <= 0)
        return {m_from, m_until};
    const qint64 length = m_until - m_from;
    const auto shift = static_cast<qint64>(pixels / m_plot.width() * static_cast<double>(length));
    const Instant start = std::clamp(m_from + shift, first, std::max(first, end - length));
    return {start, start + length};
}

} // namespace tidemark
