#include "list/StoryDelegate.h"

#include "model/StoryListModel.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <numbers>

namespace tidemark {

namespace {

constexpr double signSize = 12;

QPainterPath starPath(QPointF centre, double radius)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const double reach = i % 2 == 0 ? radius : radius * 0.45;
        const QPointF point = centre + QPointF(std::cos(angle), std::sin(angle)) * reach;
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

/// A sheet with two lines on it.
void paintNote(QPainter *painter, QPointF centre)
{
    const QRectF sheet(centre - QPointF(4, 5), QSizeF(8, 10));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(sheet);
    painter->drawLine(sheet.topLeft() + QPointF(2, 3.5), sheet.topRight() + QPointF(-2, 3.5));
    painter->drawLine(sheet.topLeft() + QPointF(2, 6.5), sheet.topRight() + QPointF(-2, 6.5));
}

/// A quotation mark, struck out.
void paintDoNotQuote(QPainter *painter, QPointF centre)
{
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(centre, 5, 5);
    painter->drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5));
}

void paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const StoryRow &story)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor accent = selected ? ink : option.palette.color(QPalette::Highlight);
    QPointF at(option.rect.left() + 4 + signSize / 2, option.rect.center().y() + 0.5);
    const auto next = [&] { at.rx() += signSize + 3; };
    if (story.starred) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawPath(starPath(at, signSize / 2));
        next();
    }
    painter->setPen(QPen(ink, 1));
    if (story.hasNote) {
        paintNote(painter, at);
        next();
    }
    if (story.doNotQuote)
        paintDoNotQuote(painter, at);
    painter->restore();
}

} // namespace

void StoryDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto loaded = index.data(StoryListModel::RowRole);
    if (!loaded.isValid()) {
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
        return;
    }
    const auto story = loaded.value<StoryRow>();
    const int column = index.column();
    option->font.setBold(!story.read && column == StoryListModel::OpeningColumn);
    option->fontMetrics = QFontMetrics(option->font);
    if (column == StoryListModel::OpeningColumn && option->text.isRightToLeft())
        option->direction = Qt::RightToLeft;
    if (column != StoryListModel::OpeningColumn && story.read)
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    if (column == StoryListModel::MarksColumn)
        option->text.clear();
}

void StoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() != StoryListModel::MarksColumn)
        return;
    const QVariant loaded = index.data(StoryListModel::RowRole);
    if (loaded.isValid())
        paintMarks(painter, option, loaded.value<StoryRow>());
}

} // namespace tidemark
