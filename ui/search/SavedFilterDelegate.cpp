#include "search/SavedFilterDelegate.h"

#include "dialogs/ForeignText.h"
#include "model/SavedFilters.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tidemark {

void SavedFilterDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString name = std::exchange(row.text, {});
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const QVariant count = index.data(SavedFilters::CountRole);
    const QString number = count.isValid() ? QLocale().toString(count.toLongLong()) : u"\u2013"_s;
    const QRect line = row.rect.adjusted(8, 0, -8, 0);
    painter->save();
    painter->setFont(row.font);
    painter->setPen(
        row.palette.color(row.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setLayoutDirection(row.direction);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
    const int room = line.width() - row.fontMetrics.horizontalAdvance(number) - 8;
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      row.fontMetrics.elidedText(name, Qt::ElideRight, room));
    painter->restore();
}

QSize SavedFilterDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight(option.fontMetrics)};
}

bool SavedFilterDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), asToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

} // namespace tidemark
