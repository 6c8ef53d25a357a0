#include "timeline/SpanBrush.h"

#include <QTest>

using namespace tidemark;

namespace {

constexpr qint64 day = 86'400'000;

TimelineGeometry tenDays()
{
    QVector<Instant> starts;
    for (int i = 0; i < 10; ++i)
        starts.append(i * day);
    return {starts, 10 * day, 0, 10 * day, QRectF(0, 0, 100, 60), CountScale(3)};
}

TimeSpan days(int from, int until)
{
    return {from * day, until * day};
}

} // namespace

/// Choosing a span, without a screen.
class SpanBrushTest : public QObject
{
    Q_OBJECT

private slots:
    void aDragIsOneGesture();
    void clearingGivesADragUp();
    void fromOutsideNothingChangesUnderADrag();
    void stepsMoveTheCursorWhereNothingIsSelected();
    void stepsMoveTheSpanToTheEndsAndNoFurther();
    void wideningGrowsFromTheOtherEnd();
    void choosingTheCursorKeepsWhatTheKeysJustChose();
    void emptyTimelinesTakeNothing();
};

void SpanBrushTest::aDragIsOneGesture()
{
    SpanBrush brush;
    brush.press(tenDays(), 3);
    QVERIFY(brush.isPressed());
    QVERIFY(brush.selected().isOpen());
    const SpanBrush::Outcome first = brush.drag(tenDays(), 5);
    QVERIFY(first.began && first.chose);
    QCOMPARE(brush.selected(), days(3, 6));
    const SpanBrush::Outcome same = brush.drag(tenDays(), 5);
    QVERIFY(!same.began && !same.chose);
    QVERIFY(brush.drag(tenDays(), 1).chose);
    QCOMPARE(brush.selected(), days(1, 4));
    brush.release();
    QVERIFY(!brush.isDragging() && !brush.isPressed());
}

void SpanBrushTest::clearingGivesADragUp()
{
    SpanBrush brush;
    brush.setSelected(days(7, 9));
    brush.press(tenDays(), 0);
    brush.drag(tenDays(), 4);
    const SpanBrush::Outcome outcome = brush.clear();
    QVERIFY(outcome.chose && !outcome.began); // of the same gesture
    QCOMPARE(brush.selected(), days(7, 9));
    QVERIFY(brush.clear().began);
    QVERIFY(brush.selected().isOpen());
    QVERIFY(!brush.canClear());
    QVERIFY(!brush.clear().chose);
}

void SpanBrushTest::fromOutsideNothingChangesUnderADrag()
{
    SpanBrush brush;
    brush.press(tenDays(), 2);
    brush.drag(tenDays(), 3);
    QVERIFY(!brush.setSelected(days(8, 9)));
    QCOMPARE(brush.selected(), days(2, 4));
    brush.release();
    QVERIFY(brush.setSelected(days(8, 9)));
}

void SpanBrushTest::stepsMoveTheCursorWhereNothingIsSelected()
{
    SpanBrush brush;
    const SpanBrush::Outcome outcome = brush.step(tenDays(), 1, false);
    QVERIFY(outcome.began && !outcome.chose);
    QCOMPARE(brush.cursor(), 0);
    brush.step(tenDays(), 4, false);
    QCOMPARE(brush.cursor(), 4);
    QVERIFY(brush.chooseCursor(tenDays()).chose);
    QCOMPARE(brush.selected(), days(4, 5));
}

void SpanBrushTest::stepsMoveTheSpanToTheEndsAndNoFurther()
{
    SpanBrush brush;
    brush.setSelected(days(3, 5));
    QVERIFY(brush.step(tenDays(), 1, false).began);
    QVERIFY(!brush.step(tenDays(), 1, false).began); // a run of keys is one
    QCOMPARE(brush.selected(), days(5, 7));
    brush.step(tenDays(), 100, false);
    QCOMPARE(brush.selected(), days(8, 10));
    brush.endRun();
    QVERIFY(brush.step(tenDays(), -100, false).began);
    QCOMPARE(brush.selected(), days(0, 2));
}

void SpanBrushTest::wideningGrowsFromTheOtherEnd()
{
    SpanBrush brush;
    brush.setSelected(days(3, 5));
    brush.step(tenDays(), 2, true);
    QCOMPARE(brush.selected(), days(3, 7));
    brush.step(tenDays(), -3, true);
    QCOMPARE(brush.selected(), days(3, 4));
    brush.step(tenDays(), -1, true);
    QCOMPARE(brush.selected(), days(2, 4));
}

void SpanBrushTest::choosingTheCursorKeepsWhatTheKeysJustChose()
{
    SpanBrush brush;
    brush.moveTo(tenDays(), 2);
    brush.step(tenDays(), 3, true);
    QCOMPARE(brush.selected(), days(2, 6));
    QVERIFY(!brush.chooseCursor(tenDays()).chose);
    QCOMPARE(brush.selected(), days(2, 6));
    brush.step(tenDays(), 1, false);
    QVERIFY(!brush.chooseCursor(tenDays()).chose);
    QCOMPARE(brush.selected(), days(3, 7));
    brush.moveTo(tenDays(), 8); // looked at, not chosen
    QVERIFY(brush.chooseCursor(tenDays()).chose);
    QCOMPARE(brush.selected(), days(8, 9));
}

void SpanBrushTest::emptyTimelinesTakeNothing()
{
    SpanBrush brush;
    const TimelineGeometry none;
    brush.press(none, none.bucketAt(10));
    QVERIFY(!brush.isPressed());
    QVERIFY(!brush.drag(none, -1).chose);
    QVERIFY(!brush.step(none, 1, true).chose);
    QVERIFY(!brush.chooseCursor(none).chose);
    QCOMPARE(brush.cursor(), -1);
}

QTEST_APPLESS_MAIN(SpanBrushTest)
#include "tst_span_brush.moc"
