#pragma once

#include "model/WordMarks.h"

#include <QStyledItemDelegate>

namespace tidemark {

/// Paints the story list, as columns or, where they have no room, as cards of two lines in the opening's column:
/// unread stories bold, the words of a search marked, each opening in its own direction, marks as small signs.
class StoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCards(bool cards) { m_cards = cards; }
    void setWords(const WordQuery &words) { m_marks = WordMarks(words); }
    [[nodiscard]] static int cardHeight(const QFont &font); ///< of its two lines, without space around them

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintMarkedColumn(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintOpening(QPainter *painter, const QRect &room, const QString &copies, const QString &opening,
                      const QStyleOptionViewItem &row) const;

    bool m_cards = false;
    WordMarks m_marks;
};

} // namespace tidemark
