#pragma once

#include <QTableView>

namespace tidemark {

/// A table of any number of rows that are all of one height, so that a row's place is a product: a QTableView keeps
/// eight bytes for each row and goes through all of them when their number changes, which takes 80 MB and 20 ms at
/// ten million. Everything across is a QTableView's. There is no header beside the rows; whole rows are chosen,
/// none is hidden, moved or spans another, and its columns never need to be scrolled.
class EvenTable : public QTableView
{
    Q_OBJECT

public:
    explicit EvenTable(QWidget *parent = nullptr);

    [[nodiscard]] int heightOfRows() const { return m_rowHeight; } ///< pixels
    void setHeightOfRows(int pixels);

    /// The row at a height of the viewport; -1 where there is none.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int rowViewportPosition(int row) const;

    void setModel(QAbstractItemModel *model) override;
    void setSelectionModel(QItemSelectionModel *selectionModel) override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &place) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void reset() override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles = {}) override;

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void paintEvent(QPaintEvent *event) override;
    void updateGeometries() override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    [[nodiscard]] int sizeHintForRow(int row) const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override; ///< of the rows in sight

private:
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int rowNear(int y) const; ///< the row at a height of the viewport, or the one that is nearest
    [[nodiscard]] int rowsInSight() const;  ///< that are seen whole
    /// The first one that isn't hidden, from a place among them on; -1 where there is none.
    [[nodiscard]] int columnInSight(int place, int step) const;
    void paintRow(QPainter *painter, int row, const QRect &part, const QStyleOptionViewItem &style) const;

    int m_rowHeight = 1;
    bool m_arranging = false;
};

} // namespace tidemark
