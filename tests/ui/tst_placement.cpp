#include "dialogs/Placement.h"

#include <QDialog>
#include <QScreen>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

/// Where dialogs go that are about what somebody is reading.
class PlacementTest : public QObject
{
    Q_OBJECT

private slots:
    void leavesTheStoryInSight_data();
    void leavesTheStoryInSight();
    void coversAsLittleAsPossible();
    void nothingOpensLargerThanTheScreen();
};

void PlacementTest::leavesTheStoryInSight_data()
{
    QTest::addColumn<QRect>("read");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QPoint>("place");
    const QPoint left(800 - 8 - 400, 200);
    QTest::newRow("before it") << QRect(800, 200, 480, 600) << Qt::LeftToRight << left;
    QTest::newRow("where text runs the other way")
        << QRect(0, 200, 480, 600) << Qt::RightToLeft << QPoint(488, 200);
    QTest::newRow("no room before it") << QRect(0, 200, 480, 600) << Qt::LeftToRight << QPoint(488, 200);
    QTest::newRow("low, so it is moved up") << QRect(800, 700, 480, 100) << Qt::LeftToRight << QPoint(392, 500);
    QTest::newRow("as wide as the window: above") << QRect(0, 500, 1280, 300) << Qt::LeftToRight << QPoint(0, 192);
    QTest::newRow("as wide as the window: below") << QRect(0, 0, 1280, 400) << Qt::LeftToRight << QPoint(0, 408);
}

void PlacementTest::leavesTheStoryInSight()
{
    QFETCH(const QRect, read);
    QFETCH(const Qt::LayoutDirection, direction);
    const QRect place = placeBeside({400, 300}, read, {0, 0, 1280, 800}, direction);
    QTEST(place.topLeft(), "place");
    QVERIFY(!place.intersects(read));
}

void PlacementTest::coversAsLittleAsPossible()
{
    const QRect room(0, 0, 1000, 600);
    const QRect place = placeBeside({400, 300}, {200, 50, 800, 500}, room, Qt::LeftToRight);
    QVERIFY(room.contains(place));
    QCOMPARE(place.left(), 0);
}

void PlacementTest::nothingOpensLargerThanTheScreen()
{
    QDialog dialog;
    const QRect screen = dialog.screen()->availableGeometry();
    resizeWithinScreen(&dialog, screen.size() * 2);
    QVERIFY(dialog.width() < screen.width() && dialog.height() < screen.height());
    QCOMPARE(dialog.pos().y(), screen.top()); // so that its title is in sight
    resizeWithinScreen(&dialog, {300, 200});
    QCOMPARE(dialog.size(), QSize(300, 200));
}

QTEST_MAIN(PlacementTest)
#include "tst_placement.moc"
