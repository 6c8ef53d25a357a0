#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// Paints the story list, as columns or, where they have no room, as cards of two lines in the opening's column:
/// unread stories bold, each opening in its own direction, marks as small signs.
class StoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCards(bool cards) { m_cards = cards; }
    [[nodiscard]] static int cardHeight(const QFont &font); ///< of its two lines, without space around them

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_cards = false;
};

} // namespace tidemark
