#pragma once

#include <QRect>
#include <QStyledItemDelegate>

namespace tidemark {

/// Paints one value of a facet: a box that says how the filter stands to it, its name, a thin bar for its share
/// and its count. An excluded value is struck through; one without a story in the selection is dimmed. The row
/// under the pointer, and the one with the focus, has a minus before its count: what a click there excludes.
class FacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCompact(bool compact) { m_compact = compact; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// Where a click excludes the value, as tall as the row.
    [[nodiscard]] QRect excludingPlace(const QStyleOptionViewItem &option, const QModelIndex &index) const;

private:
    /// Where the parts of a row stand, as they are seen, but for the bar, which is to be mirrored where its length
    /// is known.
    struct Places
    {
        QRect row; ///< without the heading of the group that it begins
        QRect box;
        QRect name;
        QRect sign; ///< the minus that excludes
        QRect number;
        QRect bar;
    };

    [[nodiscard]] Places places(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] bool beginsGroup(const QModelIndex &index) const;
    [[nodiscard]] int rowHeight() const { return m_compact ? 24 : 28; }
    void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const QRect &box) const;
    void paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Places &at,
                  double share) const;

    bool m_compact = false;
};

} // namespace tidemark
