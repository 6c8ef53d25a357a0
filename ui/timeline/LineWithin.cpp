#include "timeline/LineWithin.h"

#include <algorithm>

namespace tidemark {

namespace {

QPointF cutAt(const QPointF &from, const QPointF &to, double x)
{
    const double share = (x - from.x()) / (to.x() - from.x());
    return {x, from.y() + share * (to.y() - from.y())};
}

/// An end of the piece from one point to another, brought to the nearest edge.
QPointF broughtWithin(const QPointF &end, const QPointF &other, double left, double right)
{
    const double x = std::clamp(end.x(), left, right);
    return x == end.x() ? end : cutAt(end, other, x);
}

} // namespace

QPolygonF lineWithin(const QPolygonF &line, double left, double right)
{
    QPolygonF within;
    const auto add = [&within](const QPointF &point) {
        if (within.isEmpty() || within.constLast() != point)
            within.append(point);
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF &from = line.at(i);
        const QPointF &to = line.at(std::min(i + 1, line.size() - 1));
        if (std::max(from.x(), to.x()) < left || std::min(from.x(), to.x()) > right)
            continue;
        add(broughtWithin(from, to, left, right));
        add(broughtWithin(to, from, left, right));
    }
    return within;
}

} // namespace tidemark
