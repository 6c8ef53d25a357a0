#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// Paints the cells of the story list: unread stories bold, each opening in its own direction, marks as small
/// signs.
class StoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace tidemark
