#include "list/EvenTable.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace tidemark {

namespace {

/// Fifty million rows of two lines are more than an int of pixels.
int asPixels(qint64 length)
{
    constexpr qint64 most = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(length, -most, most));
}

} // namespace

EvenTable::EvenTable(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    const auto cornerButtons = findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly);
    for (QAbstractButton *button : cornerButtons)
        button->hide();
}

void EvenTable::setHeightOfRows(int pixels)
{
    m_rowHeight = std::max(pixels, 1);
    scheduleDelayedItemsLayout();
}

// Where a QAbstractItemView's own is called, a QTableView's would bring the header beside the rows into play.

/// That header gets neither model nor selection: it is what grows with the rows.
void EvenTable::setModel(QAbstractItemModel *model)
{
    horizontalHeader()->setModel(model);
    QAbstractItemView::setModel(model); // NOLINT(bugprone-parent-virtual-call)
}

void EvenTable::setSelectionModel(QItemSelectionModel *selectionModel)
{
    horizontalHeader()->setSelectionModel(selectionModel);
    QAbstractItemView::setSelectionModel(selectionModel); // NOLINT(bugprone-parent-virtual-call)
}

// Of another number of rows a QTableView hears by the other header.

void EvenTable::reset()
{
    QTableView::reset();
    scheduleDelayedItemsLayout();
}

void EvenTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    scheduleDelayedItemsLayout();
}

void EvenTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QTableView::rowsAboutToBeRemoved(parent, first, last);
    scheduleDelayedItemsLayout();
}

/// Where the rows that changed stand, a QTableView asks the other header, which knows of none.
void EvenTable::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QTableView::dataChanged(first, last, roles);
    viewport()->update();
}

int EvenTable::rowCount() const
{
    return model() == nullptr ? 0 : model()->rowCount();
}

int EvenTable::rowAt(int y) const
{
    const qint64 place = qint64(y) + verticalOffset();
    const qint64 row = place / m_rowHeight;
    return place >= 0 && row < rowCount() ? static_cast<int>(row) : -1;
}

int EvenTable::rowNear(int y) const
{
    const qint64 row = (qint64(y) + verticalOffset()) / m_rowHeight;
    return static_cast<int>(std::clamp<qint64>(row, 0, rowCount() - 1));
}

int EvenTable::rowViewportPosition(int row) const
{
    const int lowest = std::numeric_limits<int>::max() - m_rowHeight;
    return std::min(asPixels(qint64(row) * m_rowHeight - verticalOffset()), lowest);
}

int EvenTable::rowsInSight() const
{
    return std::max(viewport()->height() / m_rowHeight, 1);
}

int EvenTable::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect EvenTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    // In a hidden column it has no width, but keys and presses still go by its height.
    return {columnViewportPosition(index.column()), rowViewportPosition(index.row()), columnWidth(index.column()),
            m_rowHeight};
}

QModelIndex EvenTable::indexAt(const QPoint &place) const
{
    const int row = rowAt(place.y());
    const int column = columnAt(place.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column);
}

bool EvenTable::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}

void EvenTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout(); // else the bar may not reach as far yet
    const qint64 top = qint64(index.row()) * m_rowHeight;
    const int room = viewport()->height() - m_rowHeight; // what other rows have
    const int offset = verticalOffset();
    QScrollBar *const bar = verticalScrollBar();
    if (hint == PositionAtTop || (hint == EnsureVisible && (top < offset || room < 0)))
        bar->setValue(asPixels(top));
    else if (hint == PositionAtBottom || (hint == EnsureVisible && top > offset + room))
        bar->setValue(asPixels(top - room));
    else if (hint == PositionAtCenter)
        bar->setValue(asPixels(top - room / 2));
}

void EvenTable::updateGeometries()
{
    if (m_arranging)
        return; // the margins change the viewport's size, which asks for this
    const QScopedValueRollback arranging(m_arranging, true);
    QHeaderView *const header = horizontalHeader();
    const int height = header->isHidden()
        ? 0
        : std::clamp(header->sizeHint().height(), header->minimumHeight(), header->maximumHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect room = viewport()->geometry();
    header->setGeometry(room.left(), room.top() - height, room.width(), height);
    if (header->isHidden())
        QMetaObject::invokeMethod(header, "updateGeometries"); // nothing else would stretch its columns

    QScrollBar *const bar = verticalScrollBar();
    bar->setRange(0, std::max(asPixels(qint64(rowCount()) * m_rowHeight - viewport()->height()), 0));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_rowHeight);
    QAbstractItemView::updateGeometries(); // NOLINT(bugprone-parent-virtual-call)
}

void EvenTable::paintEvent(QPaintEvent *event)
{
    if (rowCount() == 0)
        return;
    QStyleOptionViewItem style;
    initViewItemOption(&style);
    if (isEnabled())
        style.palette.setCurrentColorGroup(QPalette::Normal);
    QPainter painter(viewport());
    const QRect part = event->rect();
    for (int row = rowNear(part.top()), last = rowNear(part.bottom()); row <= last; ++row)
        paintRow(&painter, row, part, style);
}

void EvenTable::paintRow(QPainter *painter, int row, const QRect &part, const QStyleOptionViewItem &style) const
{
    const bool isSelected = selectionModel()->isSelected(model()->index(row, 0));
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QModelIndex index = model()->index(row, column);
        QStyleOptionViewItem cell = style;
        cell.rect = visualRect(index);
        if (isColumnHidden(column) || !cell.rect.intersects(part))
            continue;
        if (isSelected)
            cell.state |= QStyle::State_Selected;
        if (index == currentIndex() && hasFocus())
            cell.state |= QStyle::State_HasFocus;
        this->style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &cell, painter, this);
        itemDelegateForIndex(index)->paint(painter, cell, index);
    }
}

int EvenTable::columnInSight(int place, int step) const
{
    const QHeaderView *const header = horizontalHeader();
    while (place >= 0 && place < header->count() && header->isSectionHidden(header->logicalIndex(place)))
        place += step;
    return header->logicalIndex(place);
}

QModelIndex EvenTable::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = rowCount() - 1;
    if (last < 0)
        return {};
    if (!currentIndex().isValid())
        return model()->index(action == MoveEnd ? last : 0, columnInSight(0, 1));
    const int here = currentIndex().column();
    const auto toRow = [this, last, here](int row) {
        return model()->index(std::clamp(row, 0, last), isColumnHidden(here) ? columnInSight(0, 1) : here);
    };
    const auto toColumn = [this, here](int step) {
        const int column = columnInSight(horizontalHeader()->visualIndex(here) + step, step);
        return column < 0 ? currentIndex() : currentIndex().siblingAtColumn(column);
    };
    const int row = currentIndex().row();
    switch (action) {
    case MoveUp:
        return toRow(row - 1);
    case MoveDown:
        return toRow(row + 1);
    case MovePageUp:
        return toRow(row - rowsInSight());
    case MovePageDown:
        return toRow(row + rowsInSight());
    case MoveHome:
        return toRow(0); // whole rows are chosen, so that none has a beginning of its own
    case MoveEnd:
        return toRow(last);
    case MoveLeft:
        return toColumn(isRightToLeft() ? 1 : -1);
    case MoveRight:
        return toColumn(isRightToLeft() ? -1 : 1);
    case MoveNext:
        return toColumn(1);
    case MovePrevious:
        return toColumn(-1);
    }
    return currentIndex();
}

/// Whole rows are chosen.
void EvenTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (rowCount() == 0)
        return;
    const int top = std::min(rect.top(), rect.bottom()); // it goes from where it was begun to where it ends
    const int bottom = std::max(rect.top(), rect.bottom());
    const QModelIndex first = model()->index(rowNear(top), 0);
    const QModelIndex last = model()->index(rowNear(bottom), model()->columnCount() - 1);
    selectionModel()->select(QItemSelection(first, last), command);
}

QRegion EvenTable::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), rowNear(0));
        const int last = std::min(range.bottom(), rowNear(viewport()->height()));
        if (first <= last)
            region += QRect(0, rowViewportPosition(first), viewport()->width(), (last - first + 1) * m_rowHeight);
    }
    return region;
}

int EvenTable::sizeHintForRow(int) const
{
    return m_rowHeight;
}

int EvenTable::sizeHintForColumn(int column) const
{
    if (rowCount() == 0)
        return 0;
    ensurePolished();
    QStyleOptionViewItem style;
    initViewItemOption(&style);
    int widest = 0;
    for (int row = rowNear(0), last = rowNear(viewport()->height()); row <= last; ++row) {
        const QModelIndex index = model()->index(row, column);
        widest = std::max(widest, itemDelegateForIndex(index)->sizeHint(style, index).width());
    }
    return widest;
}

} // namespace tidemark
