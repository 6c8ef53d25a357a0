#include "facets/FacetDelegate.h"

#include "dialogs/ForeignText.h"
#include "model/FacetModel.h"
#include "theme/Colours.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace tidemark {

namespace {

constexpr int margin = 8;
constexpr int boxSize = 13;
constexpr int groupHeight = 24;
constexpr int barHeight = 3;

Choice choiceAt(const QModelIndex &index)
{
    return static_cast<Choice>(index.data(FacetModel::ChoiceRole).toInt());
}

/// A theme's own, where it has one.
QColor barColour(const QModelIndex &index, const QPalette &palette)
{
    const int colour = index.data(FacetModel::ColourRole).toInt();
    const Colours own = coloursOf(palette);
    return colour > 0 ? own.series.at(static_cast<size_t>(colour) - 1) : own.accent;
}

} // namespace

bool FacetDelegate::beginsGroup(const QModelIndex &index) const
{
    const QString group = index.data(FacetModel::GroupRole).toString();
    return !group.isEmpty()
        && (index.row() == 0 || index.siblingAtRow(index.row() - 1).data(FacetModel::GroupRole) != group);
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect.width(), rowHeight() + (beginsGroup(index) ? groupHeight : 0)};
}

bool FacetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), asToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPalette &palette = option.palette;
    const QColor secondary = palette.color(QPalette::PlaceholderText);
    const Choice choice = choiceAt(index);
    const qint64 count = index.data(FacetModel::CountRole).toLongLong();
    QRect row = option.rect;

    if (beginsGroup(index)) {
        QFont small = option.font;
        small.setPointSizeF(std::max(7.0, small.pointSizeF() * 0.88));
        painter->setFont(small);
        painter->setPen(secondary);
        painter->drawText(row.adjusted(margin, 6, -margin, 0), Qt::AlignLeft | Qt::AlignTop,
                          index.data(FacetModel::GroupRole).toString());
        row.setTop(row.top() + groupHeight);
    }

    if (option.state & QStyle::State_MouseOver) {
        QColor hover = palette.color(QPalette::Highlight);
        hover.setAlpha(18);
        painter->fillRect(row, hover);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(palette.color(QPalette::Highlight), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(2, 1, -2, -1), 3, 3);
    }

    const QRect line = row.adjusted(margin, 0, -margin, -(barHeight + 2));
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, row, part); };
    const QRect box(line.left(), line.center().y() - boxSize / 2, boxSize, boxSize);
    paintBox(painter, option, index, placed(box));

    QFont font = option.font;
    font.setStrikeOut(choice == Choice::Excluded);
    font.setBold(choice == Choice::Included);
    painter->setFont(option.font);
    painter->setPen(count == 0 ? secondary : palette.color(QPalette::Text));
    const QString number = QLocale().toString(count);
    const int numberWidth = painter->fontMetrics().horizontalAdvance(number);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);

    const QRect nameRect = line.adjusted(boxSize + margin, 0, -numberWidth - margin, 0);
    painter->setFont(font);
    const QString name
        = QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, nameRect.width());
    painter->drawText(placed(nameRect), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, isolated(name));

    const int barLeft = line.left() + boxSize + margin;
    const double share = index.data(FacetModel::ShareRole).toDouble();
    const QRect track(barLeft, row.bottom() - barHeight - 1, line.right() - barLeft, barHeight);
    QColor ground = palette.color(QPalette::Text);
    ground.setAlpha(20);
    painter->fillRect(placed(track), ground);
    if (count > 0) {
        QColor bar = barColour(index, palette);
        bar.setAlpha(choice == Choice::Included ? 255 : 150);
        QRect filled = track;
        filled.setWidth(std::max(1, qRound(track.width() * share)));
        painter->fillRect(placed(filled), bar);
    }
    painter->restore();
}

void FacetDelegate::paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                             const QRect &box) const
{
    const Choice choice = choiceAt(index);
    const QColor accent = option.palette.color(QPalette::Highlight);
    const QColor sign = option.palette.color(QPalette::HighlightedText);
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    if (choice == Choice::Neutral) {
        painter->setPen(QPen(option.palette.color(QPalette::PlaceholderText), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame, 2.5, 2.5);
        return;
    }
    if (choice == Choice::Excluded) {
        painter->setPen(QPen(accent, 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame, 2.5, 2.5);
        painter->setPen(QPen(accent, 1.8));
        painter->drawLine(frame.center() - QPointF(3.2, 0), frame.center() + QPointF(3.2, 0));
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(accent);
    painter->drawRoundedRect(frame, 2.5, 2.5);
    QPainterPath tick(frame.center() + QPointF(-3.4, 0.2));
    tick.lineTo(frame.center() + QPointF(-1, 2.8));
    tick.lineTo(frame.center() + QPointF(3.6, -2.8));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(sign, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(tick);
}

} // namespace tidemark
