#include "list/EvenTable.h"

#include <QAbstractButton>
#include <QAbstractTableModel>
#include <QHeaderView>
#include <QPaintEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

constexpr int height = 20;

/// Any number of rows without memory for any.
class Rows final : public QAbstractTableModel
{
public:
    explicit Rows(int count) : m_count(count) {}

    void setCount(int count)
    {
        beginResetModel();
        m_count = count;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_count;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        m_asked = std::max(m_asked, index.row());
        return u"row %1"_s.arg(index.row()).repeated(1 + index.row() % 3);
    }
    [[nodiscard]] int asked() const { return m_asked; } ///< the last row that was ever asked for

private:
    int m_count;
    mutable int m_asked = -1;
};

/// What of a widget was painted.
class PaintedRegion final : public QObject
{
public:
    explicit PaintedRegion(QWidget *widget) { widget->installEventFilter(this); }

    [[nodiscard]] const QRegion &region() const { return m_region; }
    QRegion take() { return std::exchange(m_region, {}); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

} // namespace

class tst_even_table : public QObject
{
    Q_OBJECT

private slots:
    void aRowsPlaceIsAProduct();
    void scrollsToARow_data();
    void scrollsToARow();
    void theBarFollowsTheNumberOfRows();
    void rowsBeyondAllPixelsDoNoHarm();
    void keysMove_data();
    void keysMove();
    void aPressChoosesTheWholeRow();
    void draggingChoosesTheRowsBetween_data();
    void draggingChoosesTheRowsBetween();
    void aKeyChoosesTheRowItGoesToFromAHiddenColumn();
    void rowsComeAndGo();
    void whatIsChosenIsPaintedSo();
    void whatComesIsPainted();
    void columnsAreFittedToTheRowsInSight();
    void theLastColumnStretchesWithoutHeader();
    void keepsNothingForARow();

private:
    void show(EvenTable &table, Rows &rows, int inSight = 10) const;
};

void tst_even_table::show(EvenTable &table, Rows &rows, int inSight) const
{
    table.setHeightOfRows(height);
    table.setModel(&rows);
    table.setFrameShape(QFrame::NoFrame);
    table.resize(400, table.horizontalHeader()->sizeHint().height() + inSight * height);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QTRY_COMPARE(table.viewport()->height(), inSight * height);
}

void tst_even_table::aRowsPlaceIsAProduct()
{
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    table.verticalScrollBar()->setValue(7 * height + 5);
    QCOMPARE(table.rowAt(0), 7);
    QCOMPARE(table.rowAt(height), 8);
    QCOMPARE(table.rowViewportPosition(7), -5);
    const QRect place = table.visualRect(rows.index(9, 1));
    QCOMPARE(place, QRect(table.columnViewportPosition(1), 2 * height - 5, table.columnWidth(1), height));
    QCOMPARE(table.indexAt(place.center()), rows.index(9, 1));
    QVERIFY(!table.indexAt(QPoint(5, -height * 8)).isValid());
    table.setColumnHidden(1, true);
    QVERIFY(table.visualRect(rows.index(9, 1)).isEmpty());
    rows.setCount(3);
    QVERIFY(QTest::qWaitFor([&] { return table.verticalScrollBar()->value() == 0; }));
    QCOMPARE(table.rowAt(3 * height), -1);
}

void tst_even_table::scrollsToARow_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("row");
    QTest::addColumn<QAbstractItemView::ScrollHint>("hint");
    QTest::addColumn<int>("top");

    const auto ensure = QAbstractItemView::EnsureVisible;
    QTest::newRow("in sight") << 100 * height << 105 << ensure << 100 * height;
    QTest::newRow("above") << 100 * height << 50 << ensure << 50 * height;
    QTest::newRow("cut above") << 100 * height + 3 << 100 << ensure << 100 * height;
    QTest::newRow("below") << 100 * height << 200 << ensure << 191 * height;
    QTest::newRow("cut below") << 100 * height - 3 << 109 << ensure << 100 * height;
    QTest::newRow("to the top") << 0 << 200 << QAbstractItemView::PositionAtTop << 200 * height;
    QTest::newRow("to the bottom") << 0 << 200 << QAbstractItemView::PositionAtBottom << 191 * height;
    QTest::newRow("to the centre") << 0 << 200 << QAbstractItemView::PositionAtCenter << 200 * height - 90;
    QTest::newRow("the last to the top") << 0 << 999 << QAbstractItemView::PositionAtTop << 990 * height;
}

void tst_even_table::scrollsToARow()
{
    QFETCH(const int, from);
    QFETCH(const int, row);
    QFETCH(const QAbstractItemView::ScrollHint, hint);
    QFETCH(const int, top);
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    table.verticalScrollBar()->setValue(from);
    table.scrollTo(rows.index(row, 2), hint);
    QCOMPARE(table.verticalScrollBar()->value(), top);
}

void tst_even_table::theBarFollowsTheNumberOfRows()
{
    Rows rows(5);
    EvenTable table;
    show(table, rows);
    QCOMPARE(table.verticalScrollBar()->maximum(), 0);
    rows.setCount(1000);
    table.scrollTo(rows.index(999, 0)); // at once, before the layout's turn has come
    QCOMPARE(table.verticalScrollBar()->value(), 990 * height);
    QCOMPARE(table.verticalScrollBar()->singleStep(), height);
    table.setHeightOfRows(2 * height);
    QTRY_COMPARE(table.verticalScrollBar()->maximum(), 995 * 2 * height);
    rows.setCount(0);
    QTRY_COMPARE(table.verticalScrollBar()->maximum(), 0);
    QCOMPARE(table.rowAt(0), -1);
    QTest::keyClick(&table, Qt::Key_Down); // there is nothing to go to
    QVERIFY(!table.currentIndex().isValid());
    table.setModel(nullptr);
    QCOMPARE(table.rowAt(0), -1);
}

void tst_even_table::rowsBeyondAllPixelsDoNoHarm()
{
    Rows rows(200'000'000);
    EvenTable table;
    show(table, rows);
    QCOMPARE(table.verticalScrollBar()->maximum(), std::numeric_limits<int>::max());
    table.scrollTo(rows.index(100'000'000, 0), QAbstractItemView::PositionAtTop);
    QCOMPARE(table.rowAt(0), 100'000'000);
    table.scrollToBottom();
    QVERIFY(table.rowAt(0) > 107'000'000);
    QVERIFY(table.visualRect(rows.index(199'999'999, 0)).top() > table.viewport()->height());
    QVERIFY(!table.grab().isNull());
}

void tst_even_table::keysMove_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");

    QTest::newRow("up") << Qt::Key_Up << 499 << 1;
    QTest::newRow("down") << Qt::Key_Down << 501 << 1;
    QTest::newRow("page up") << Qt::Key_PageUp << 490 << 1;
    QTest::newRow("page down") << Qt::Key_PageDown << 510 << 1;
    QTest::newRow("home") << Qt::Key_Home << 0 << 1;
    QTest::newRow("end") << Qt::Key_End << 999 << 1;
    QTest::newRow("left, over a hidden one, stays") << Qt::Key_Left << 500 << 1;
    QTest::newRow("right") << Qt::Key_Right << 500 << 2;
}

void tst_even_table::keysMove()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const int, row);
    QFETCH(const int, column);
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    table.setColumnHidden(0, true);
    table.setCurrentIndex({});    // coming here chose one
    QTest::keyClick(&table, key); // from none to the first, or the last
    QCOMPARE(table.currentIndex(), rows.index(key == Qt::Key_End ? 999 : 0, 1));
    table.setCurrentIndex(rows.index(500, 1));
    QTest::keyClick(&table, key);
    QCOMPARE(table.currentIndex(), rows.index(row, column));
    QVERIFY(table.viewport()->rect().contains(table.visualRect(rows.index(row, 1))));
    for (int times = 0; times < 3; ++times)
        QTest::keyClick(&table, key);
    QVERIFY(table.currentIndex().isValid()); // nor does it leave the table
    QTest::keyClick(&table, key, Qt::ShiftModifier);
    QVERIFY(table.selectionModel()->isRowSelected(table.currentIndex().row()));
}

void tst_even_table::aPressChoosesTheWholeRow()
{
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    table.verticalScrollBar()->setValue(300 * height);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(rows.index(302, 1)).center());
    QCOMPARE(table.selectionModel()->selectedRows(), QModelIndexList{rows.index(302, 0)});
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      table.visualRect(rows.index(305, 0)).center());
    QCOMPARE(table.selectionModel()->selectedRows().size(), 4);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ControlModifier,
                      table.visualRect(rows.index(303, 0)).center());
    QVERIFY(!table.selectionModel()->isRowSelected(303));
    QCOMPARE(table.selectionModel()->selectedRows().size(), 3);
}

void tst_even_table::draggingChoosesTheRowsBetween_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");

    QTest::newRow("down") << 2 * height + 2 << 4 * height + 2 << 2 << 4;
    QTest::newRow("down, from edge to edge") << 3 * height - 1 << 4 * height << 2 << 4;
    QTest::newRow("up") << 4 * height + 2 << 2 * height + 2 << 2 << 4;
    QTest::newRow("up, from edge to edge") << 4 * height << 3 * height - 1 << 2 << 4;
}

void tst_even_table::draggingChoosesTheRowsBetween()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const int, first);
    QFETCH(const int, last);
    Rows rows(50);
    EvenTable table;
    show(table, rows);
    QTest::mousePress(table.viewport(), Qt::LeftButton, {}, QPoint(30, from));
    for (const int y : {(from + to) / 2, to})
        QTest::mouseMove(table.viewport(), QPoint(30, y));
    QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, QPoint(30, to));
    QCOMPARE(table.selectionModel()->selectedRows().size(), last - first + 1);
    for (int row = first; row <= last; ++row)
        QVERIFY(table.selectionModel()->isRowSelected(row));
}

/// As where a cell of a column was pressed that has no room now.
void tst_even_table::aKeyChoosesTheRowItGoesToFromAHiddenColumn()
{
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    table.setCurrentIndex(rows.index(5, 0));
    table.setColumnHidden(0, true);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.currentIndex(), rows.index(6, 1));
    QCOMPARE(table.selectionModel()->selectedRows(), QModelIndexList{rows.index(6, 0)});
    table.setCurrentIndex(rows.index(3, 0));
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table.selectionModel()->selectedRows().size(), 2);
    QVERIFY(table.selectionModel()->isRowSelected(3) && table.selectionModel()->isRowSelected(4));
}

void tst_even_table::rowsComeAndGo()
{
    QStandardItemModel rows(3, 2);
    EvenTable table;
    table.setHeightOfRows(height);
    table.setModel(&rows);
    table.resize(400, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QTRY_COMPARE(table.verticalScrollBar()->maximum(), 0);
    rows.insertRows(1, 100);
    QTRY_COMPARE(table.verticalScrollBar()->maximum(), 103 * height - table.viewport()->height());
    rows.removeRows(1, 100);
    QTRY_COMPARE(table.verticalScrollBar()->maximum(), 0);
}

void tst_even_table::whatIsChosenIsPaintedSo()
{
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    const auto colourOf = [&](int row) {
        const QRect place = table.visualRect(rows.index(row, 2));
        return table.viewport()->grab().toImage().pixelColor(place.right() - 2, place.top() + 2);
    };
    const QColor plain = colourOf(4);
    table.selectionModel()->select(rows.index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTRY_VERIFY(colourOf(4) != plain);
    QCOMPARE(colourOf(5), plain);
    table.verticalScrollBar()->setValue(3 * height); // what was painted moves along
    QTRY_VERIFY(colourOf(4) != plain);
    QCOMPARE(colourOf(5), plain);
    table.clearSelection();
    QTRY_COMPARE(colourOf(4), plain);
}

void tst_even_table::whatComesIsPainted()
{
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    PaintedRegion painted(table.viewport());
    for (int times = 0; times < 3; ++times) { // the first may come with what showing it had painted
        painted.take();
        emit rows.dataChanged(rows.index(2, 0), rows.index(6, 2));
        QTRY_VERIFY(painted.region().contains(table.visualRect(rows.index(5, 1))));
    }
    painted.take();
    emit rows.dataChanged(rows.index(3, 1), rows.index(3, 1));
    QTRY_VERIFY(painted.region().contains(table.visualRect(rows.index(3, 1))));
}

void tst_even_table::columnsAreFittedToTheRowsInSight()
{
    Rows rows(1'000'000);
    EvenTable table;
    show(table, rows);
    table.resizeColumnToContents(1);
    const int three = table.columnWidth(1);
    QVERIFY(three > table.fontMetrics().horizontalAdvance(u"row 5row 5row 5"_s));
    table.verticalScrollBar()->setValue(500'000 * height);
    table.resizeColumnToContents(1);
    QVERIFY(table.columnWidth(1) > three); // numbers are longer there
    QVERIFY(rows.asked() < 501'000);
}

void tst_even_table::theLastColumnStretchesWithoutHeader()
{
    Rows rows(1000);
    EvenTable table;
    show(table, rows);
    table.horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    table.setColumnHidden(0, true);
    table.setColumnHidden(1, true);
    table.horizontalHeader()->hide();
    QTRY_COMPARE(table.columnWidth(2), table.viewport()->width());
    QCOMPARE(table.viewport()->y(), 0);
    table.resize(300, table.height());
    QTRY_COMPARE(table.columnWidth(2), table.viewport()->width());
}

/// What a QTableView's other header would hold.
void tst_even_table::keepsNothingForARow()
{
    Rows rows(10'000'000);
    EvenTable table;
    show(table, rows);
    QCOMPARE(table.verticalHeader()->count(), 0);
    rows.setCount(9'000'000);
    QCOMPARE(table.verticalHeader()->count(), 0);
    QCOMPARE(table.verticalHeader()->isHidden(), true);
    for (QAbstractButton *button : table.findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly))
        QVERIFY(!button->isVisible());
}

QTEST_MAIN(tst_even_table)
#include "tst_even_table.moc"
