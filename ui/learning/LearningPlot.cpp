#include "learning/LearningPlot.h"

#include "theme/Colours.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int margin = 4;

} // namespace

LearningPlot::LearningPlot(const QString &title, QWidget *parent) : QWidget(parent), m_title(title)
{
    setAccessibleName(title);
    setMinimumSize(180, 96);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LearningPlot::setPicture(const Picture &picture)
{
    m_picture = picture;
    setAccessibleDescription(picture.words);
    update();
}

QSize LearningPlot::sizeHint() const
{
    return {240, 96 + 2 * fontMetrics().height()};
}

void LearningPlot::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    const QString top = u"100 %"_s;
    const int left = fontMetrics().horizontalAdvance(top) + 2 * margin;
    const QRect area = rect().adjusted(left, line + margin, -margin - 3, -line - margin);
    painter.setPen(colours.text);
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setPen(colours.secondary);
    painter.drawText(QRect(0, area.top() - line / 2, left - margin, line), Qt::AlignRight | Qt::AlignVCenter, top);
    painter.drawText(QRect(0, area.bottom() - line / 2, left - margin, line), Qt::AlignRight | Qt::AlignVCenter,
                     u"0 %"_s);
    const QRect below(area.left(), area.bottom() + margin, area.width(), line);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, m_picture.left);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, m_picture.right);
    painter.setPen(colours.line);
    painter.drawRect(area);
    const auto placed = [&](const QPointF &share) {
        return QPointF(area.left() + share.x() * area.width(), area.bottom() - share.y() * area.height());
    };
    if (m_picture.hasDiagonal) {
        painter.setPen(QPen(colours.secondary, 1, Qt::DashLine));
        painter.drawLine(placed({0, 0}), placed({1, 1}));
    }
    QPolygonF points;
    for (const QPointF &point : m_picture.points)
        points.append(placed(point));
    painter.setPen(QPen(colours.accent, 2));
    painter.drawPolyline(points);
    painter.setBrush(colours.accent);
    for (const QPointF &point : points)
        painter.drawEllipse(point, 3, 3);
}

} // namespace tidemark
