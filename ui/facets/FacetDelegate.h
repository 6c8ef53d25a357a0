#pragma once

#include <QStyledItemDelegate>

namespace tidemark {

/// Paints one value of a facet: a box that says how the filter stands to it, its name, a thin bar for its share
/// and its count. An excluded value is struck through; one without a story in the selection is dimmed.
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

private:
    [[nodiscard]] bool beginsGroup(const QModelIndex &index) const;
    [[nodiscard]] int rowHeight() const { return m_compact ? 24 : 28; }
    void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const QRect &box) const;

    bool m_compact = false;
};

} // namespace tidemark
