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
constexpr int signSize = 15;

Choice choiceAt(const QModelIndex &index)
{
    return static_cast<Choice>(index.data(FacetModel::ChoiceRole).toInt());
}

bool isPointedAt(const QStyleOptionViewItem &option)
{
    return option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_HasFocus);
}

QString countText(const QModelIndex &index)
{
    return QLocale().toString(index.data(FacetModel::CountRole).toLongLong());
}

void paintFrame(QPainter *painter, const QRectF &frame, const QPen &pen)
{
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, 2.5, 2.5);
}

void paintMinus(QPainter *painter, const QPointF &centre, const QColor &colour)
{
    painter->setPen(QPen(colour, 1.8));
    painter->drawLine(centre - QPointF(3.2, 0), centre + QPointF(3.2, 0));
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

FacetDelegate::Places FacetDelegate::places(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect row = option.rect;
    row.setTop(row.bottom() + 1 - rowHeight());
    const QRect line = row.adjusted(margin, 0, -margin, -(barHeight + 2));
    const int numberWidth = option.fontMetrics.horizontalAdvance(countText(index));
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, row, part); };
    const QRect box(line.left(), line.center().y() - boxSize / 2, boxSize, boxSize);
    const QRect number(line.right() + 1 - numberWidth, line.top(), numberWidth, line.height());
    const QRect sign(number.left() - margin / 2 - signSize, line.center().y() - signSize / 2, signSize, signSize);
    QRect name = line.adjusted(boxSize + margin, 0, 0, 0);
    name.setRight((isPointedAt(option) ? sign.left() - margin / 2 : number.left() - margin) - 1);
    const QRect bar(name.left(), row.bottom() - barHeight - 1, line.right() - name.left(), barHeight);
    return {row, placed(box), placed(name), placed(sign), placed(number), bar};
}

QRect FacetDelegate::excludingPlace(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Places at = places(option, index);
    return QRect(at.sign.left(), at.row.top(), signSize, at.row.height()).adjusted(-2, 0, 2, 0);
}

bool FacetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    if (const QRect place = excludingPlace(option, index); place.contains(event->pos()))
        QToolTip::showText(event->globalPos(),
                           choiceAt(index) == Choice::Excluded ? tr("Exclude no longer")
                                                               : tr("Exclude (Shift+Space)"),
                           view, place);
    else
        QToolTip::showText(event->globalPos(), asToolTip(index.data(Qt::ToolTipRole).toString()), view,
                           QRect(option.rect));
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
    const Places at = places(option, index);

    if (beginsGroup(index)) {
        QFont small = option.font;
        small.setPointSizeF(std::max(7.0, small.pointSizeF() * 0.88));
        painter->setFont(small);
        painter->setPen(secondary);
        painter->drawText(option.rect.adjusted(margin, 6, -margin, 0), Qt::AlignLeft | Qt::AlignTop,
                          index.data(FacetModel::GroupRole).toString());
    }
    if (option.state & QStyle::State_MouseOver) {
        QColor hover = palette.color(QPalette::Highlight);
        hover.setAlpha(18);
        painter->fillRect(at.row, hover);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(palette.color(QPalette::Highlight), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(at.row).adjusted(2, 1, -2, -1), 3, 3);
    }
    paintBox(painter, option, index, at.box);
    if (isPointedAt(option)) {
        paintFrame(painter, QRectF(at.sign).adjusted(0.5, 0.5, -0.5, -0.5), QPen(secondary, 1));
        paintMinus(painter, QRectF(at.sign).center(), palette.color(QPalette::Text));
    }

    QFont font = option.font;
    font.setStrikeOut(choice == Choice::Excluded);
    font.setBold(choice == Choice::Included);
    painter->setFont(option.font);
    painter->setPen(count == 0 ? secondary : palette.color(QPalette::Text));
    painter->drawText(at.number, Qt::AlignRight | Qt::AlignVCenter, countText(index));
    painter->setFont(font);
    const QString name
        = QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, at.name.width());
    painter->drawText(at.name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, isolated(name));

    if (const QVariant share = index.data(FacetModel::ShareRole); share.isValid())
        paintBar(painter, option, index, at, share.toDouble());
    painter->restore();
}

void FacetDelegate::paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                             const Places &at, double share) const
{
    const QPalette &palette = option.palette;
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, at.row, part); };
    QColor ground = palette.color(QPalette::Text);
    ground.setAlpha(20);
    painter->fillRect(placed(at.bar), ground);
    if (share > 0) {
        QColor bar = barColour(index, palette);
        bar.setAlpha(choiceAt(index) == Choice::Included ? 255 : 150);
        QRect filled = at.bar;
        filled.setWidth(std::max(1, qRound(at.bar.width() * share)));
        painter->fillRect(placed(filled), bar);
    }
}

void FacetDelegate::paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                             const QRect &box) const
{
    const Choice choice = choiceAt(index);
    const QColor accent = option.palette.color(QPalette::Highlight);
    const QColor sign = option.palette.color(QPalette::HighlightedText);
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    if (choice == Choice::Neutral)
        return paintFrame(painter, frame, QPen(option.palette.color(QPalette::PlaceholderText), 1));
    if (choice == Choice::Excluded) {
        paintFrame(painter, frame, QPen(accent, 1.2));
        return paintMinus(painter, frame.center(), accent);
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
