#include "timeline/SeriesPaint.h"

#include <QPainter>

#include <array>

namespace tidemark {

namespace {

constexpr double lineWidth = 1.75;

constexpr std::array patterns{
    Qt::NoBrush,       Qt::BDiagPattern, Qt::HorPattern,       Qt::FDiagPattern,
    Qt::Dense6Pattern, Qt::VerPattern,   Qt::DiagCrossPattern, Qt::Dense4Pattern,
};

/// In widths of the line.
const std::array<QList<qreal>, 8> &dashes()
{
    static const std::array<QList<qreal>, 8> all{{
        {},
        {5, 2},
        {1, 2},
        {6, 2, 1, 2},
        {2.5, 1.5},
        {6, 2, 1, 2, 1, 2},
        {10, 3},
        {3, 4},
    }};
    return all;
}

} // namespace

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

QPen penOfSeries(int series, const Colours &colours)
{
    const auto index = static_cast<std::size_t>(series) % dashes().size();
    QPen pen(colours.series.at(index), lineWidth);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (!dashes().at(index).isEmpty())
        pen.setDashPattern(dashes().at(index));
    return pen;
}

} // namespace tidemark
