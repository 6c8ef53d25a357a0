#include "timeline/TimelineMenu.h"
#include "timeline/TimelinePanel.h"
#include "timeline/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;
const Instant first = QDateTime(QDate(2017, 10, 15), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();

/// Twenty days with 10, 11, 12 ... stories of twice as many.
Timeline twentyDays()
{
    Timeline timeline;
    for (int i = 0; i < 20; ++i) {
        timeline.starts.append(first + i * day);
        timeline.counts.append(10 + i);
        timeline.whole.append(20 + 2 * i);
    }
    timeline.end = first + 20 * day;
    timeline.undated = 12;
    return timeline;
}

TimeSpan days(int from, int until)
{
    return {first + from * day, first + until * day};
}

} // namespace

class TimelineViewTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void dragChoosesASpan();
    void aClickChoosesNothing();
    void doubleClickAndEscapeClear();
    void escapeGivesUpADrag();
    void arrowsMoveTheSpan();
    void shiftWidens();
    void returnChoosesTheCursorsBucket();
    void wheelZoomsAroundThePointer();
    void pinchingZoomsAroundItsPlace();
    void theMiddleButtonMovesWhatIsShown();
    void controlAndShiftMoveWhatIsShown();
    void hoverTellsBucketAndCount();
    void tellsAccessibility();
    void everyBarIsAnElementOfItsOwn();
    void panelAsks();
    void panelSaysUndated();
    void panelLooksCloserByKeyAndMenu();

private:
    [[nodiscard]] QPoint middleOf(int bucket) const;
    [[nodiscard]] TimeSpan chosen() const { return m_chosen->constLast().constFirst().value<TimeSpan>(); }
    void drag(int from, int to, bool release = true);

    std::unique_ptr<TimelineView> m_view;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void TimelineViewTest::init()
{
    m_chosen.reset();
    m_view = std::make_unique<TimelineView>();
    m_view->resize(600, 140);
    m_view->setTimeline(twentyDays(), {}, QTimeZone::utc());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_chosen = std::make_unique<QSignalSpy>(m_view.get(), &TimelineView::spanChosen);
}

QPoint TimelineViewTest::middleOf(int bucket) const
{
    const TimelineGeometry &geometry = m_view->scene().geometry();
    return {static_cast<int>(geometry.xOf(first + bucket * day + day / 2)),
            static_cast<int>(geometry.plot().center().y())};
}

void TimelineViewTest::drag(int from, int to, bool release)
{
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, middleOf(from));
    const QPointF place = middleOf(to);
    QMouseEvent move(QEvent::MouseMove, place, m_view->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_view.get(), &move);
    if (release)
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, middleOf(to));
}

void TimelineViewTest::dragChoosesASpan()
{
    const QSignalSpy gestures(m_view.get(), &TimelineView::gestureBegan);
    drag(3, 7, false);
    QCOMPARE(chosen(), days(3, 8)); // the filter follows while the mouse moves
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, middleOf(7));
    QCOMPARE(m_chosen->count(), 1);
    QCOMPARE(gestures.count(), 1);
    drag(9, 2);
    QCOMPARE(chosen(), days(2, 10));
    QCOMPARE(gestures.count(), 2);
}

void TimelineViewTest::aClickChoosesNothing()
{
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(5));
    QCOMPARE(m_chosen->count(), 0);
    QCOMPARE(m_view->scene().cursor, 5);
}

void TimelineViewTest::doubleClickAndEscapeClear()
{
    m_view->setSelected(days(3, 8));
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, middleOf(12));
    QCOMPARE(m_chosen->count(), 1);
    QVERIFY(chosen().isOpen());
    m_view->setSelected(days(3, 8));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_chosen->count(), 2);
    QVERIFY(m_view->selected().isOpen());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_chosen->count(), 2);
}

void TimelineViewTest::escapeGivesUpADrag()
{
    m_view->setSelected(days(1, 2));
    drag(5, 9, false);
    QCOMPARE(m_view->selected(), days(5, 10));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->selected(), days(1, 2));
    QCOMPARE(chosen(), days(1, 2));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, middleOf(9));
    QCOMPARE(m_chosen->count(), 2); // there and back
}

void TimelineViewTest::arrowsMoveTheSpan()
{
    const QSignalSpy gestures(m_view.get(), &TimelineView::gestureBegan);
    m_view->setSelected(days(3, 5));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(chosen(), days(4, 6));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(chosen(), days(3, 5));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(chosen(), days(18, 20));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(chosen(), days(18, 20));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(chosen(), days(0, 2));
    QCOMPARE(gestures.count(), 1); // a run of keys is one
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middleOf(5));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(gestures.count(), 2);
}

void TimelineViewTest::shiftWidens()
{
    m_view->setSelected(days(3, 5));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(chosen(), days(3, 6));
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(chosen(), days(3, 5));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(chosen(), days(3, 20));
}

void TimelineViewTest::returnChoosesTheCursorsBucket()
{
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_chosen->count(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(chosen(), days(1, 2));
}

void TimelineViewTest::wheelZoomsAroundThePointer()
{
    const QPointF place = middleOf(5);
    const auto turn = [&](int angle) {
        QWheelEvent wheel(place, m_view->mapToGlobal(place), {}, {0, angle}, Qt::NoButton, {}, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(m_view.get(), &wheel);
    };
    const int bucket = m_view->scene().geometry().bucketAt(place.x());
    turn(120);
    QVERIFY(*m_view->visible().from > first);
    QVERIFY(*m_view->visible().until < first + 20 * day);
    QCOMPARE(m_view->scene().geometry().bucketAt(place.x()), bucket);
    QCOMPARE(m_chosen->count(), 0);
    for (int i = 0; i < 20; ++i)
        turn(-120);
    QCOMPARE(m_view->visible(), days(0, 20));
}

void TimelineViewTest::pinchingZoomsAroundItsPlace()
{
    const QPointF place = middleOf(5);
    const auto pinch = [&](double growth) {
        QNativeGestureEvent gesture(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, place,
                                    place, m_view->mapToGlobal(place), growth, {});
        QApplication::sendEvent(m_view.get(), &gesture);
    };
    pinch(1); // twice as large
    QVERIFY(std::abs(*m_view->visible().until - *m_view->visible().from - 10 * day) <= 1);
    QCOMPARE(m_view->scene().geometry().bucketAt(place.x()), 5);
    pinch(-0.5);
    QCOMPARE(m_view->visible(), days(0, 20));
    QCOMPARE(m_chosen->count(), 0);
}

void TimelineViewTest::theMiddleButtonMovesWhatIsShown()
{
    m_view->zoomBy(0.5);
    const QPointF from = middleOf(12);
    const QPointF to = middleOf(9);
    QTest::mousePress(m_view.get(), Qt::MiddleButton, {}, from.toPoint());
    QMouseEvent move(QEvent::MouseMove, to, m_view->mapToGlobal(to), Qt::NoButton, Qt::MiddleButton, {});
    QApplication::sendEvent(m_view.get(), &move);
    QTest::mouseRelease(m_view.get(), Qt::MiddleButton, {}, to.toPoint());
    QCOMPARE(m_view->scene().geometry().bucketAt(to.x()), 12); // it went with the pointer
    QCOMPARE(m_chosen->count(), 0);
}

void TimelineViewTest::controlAndShiftMoveWhatIsShown()
{
    m_view->setSelected(days(9, 11));
    m_view->zoomBy(0.5);
    const TimeSpan before = m_view->visible();
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_view->visible().from > before.from);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->visible(), before);
    QCOMPARE(m_view->selected(), days(9, 11));
}

void TimelineViewTest::hoverTellsBucketAndCount()
{
    const QPointF place = middleOf(9);
    QMouseEvent move(QEvent::MouseMove, place, m_view->mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(m_view.get(), &move);
    QCOMPARE(m_view->scene().readout, u"24 Oct 2017: 19 of 38 stories"_s);
    QVERIFY(m_view->toolTip().isEmpty());
}

void TimelineViewTest::tellsAccessibility()
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::Chart);
    QCOMPARE(spoken->text(QAccessible::Value), u"15 Oct 2017 to 3 Nov 2017"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(spoken->text(QAccessible::Value), u"15 Oct 2017: 10 of 20 stories"_s);
    QCOMPARE(m_view->accessibleDescription(), spoken->text(QAccessible::Value));
}

void TimelineViewTest::everyBarIsAnElementOfItsOwn()
{
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_view.get());
    QCOMPARE(chart->childCount(), 20);
    for (int i = 0; i < chart->childCount(); ++i) {
        QAccessibleInterface *bar = chart->child(i);
        QVERIFY(bar && bar->isValid());
        QCOMPARE(bar->parent(), chart);
        QCOMPARE(chart->indexOfChild(bar), i);
        QCOMPARE(chart->child(i), bar);
        const QPoint middle = bar->rect().center();
        QCOMPARE(chart->childAt(middle.x(), middle.y()), bar);
    }
    QAccessibleInterface *third = chart->child(2);
    QCOMPARE(third->text(QAccessible::Name), u"17 Oct 2017"_s);
    QCOMPARE(third->text(QAccessible::Value), u"17 Oct 2017: 12 of 24 stories"_s);
    QCOMPARE(third->text(QAccessible::Description), u"17 Oct 2017: 12 of 24 stories"_s);
    QVERIFY(!third->state().selected);
    m_view->setSelected(days(2, 3));
    QVERIFY(third->state().selected);
    QVERIFY(!chart->child(3)->state().selected);
    Timeline two = twentyDays();
    two.starts.resize(2);
    two.end = first + 2 * day;
    m_view->setTimeline(two, {}, QTimeZone::utc());
    QVERIFY(!third->isValid());
    QCOMPARE(chart->childCount(), 2);
}

void TimelineViewTest::panelAsks()
{
    TimelinePanel panel;
    const QSignalSpy asked(&panel, &TimelinePanel::questionChanged);
    TimelineQuestion question;
    question.counting = Counting::Accounts;
    question.split = Facet::Voice;
    question.by = Granularity::Week;
    panel.setQuestion(question);
    QCOMPARE(asked.count(), 0);
    QCOMPARE(panel.question(), question);
    auto *counting = panel.findChild<QComboBox *>();
    QVERIFY(counting);
    QTest::keyClick(counting, Qt::Key_Up);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(panel.question().counting, Counting::Posts);
}

void TimelineViewTest::panelSaysUndated()
{
    TimelinePanel panel;
    panel.setTimeline(twentyDays(), days(3, 4));
    QCOMPARE(panel.view()->selected(), days(3, 4));
    bool said = false;
    const auto labels = panel.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said = said || (label->text() == u"12 undated"_s && !label->isHidden());
    QVERIFY(said);
}

void TimelineViewTest::panelLooksCloserByKeyAndMenu()
{
    TimelinePanel panel;
    panel.setTimeline(twentyDays(), {});
    panel.resize(600, 240);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.view()->setFocus();
    QTest::keyClick(panel.view(), Qt::Key_Plus);
    const TimeSpan closer = panel.view()->visible();
    QVERIFY(closer.from > first && closer.until < first + 20 * day);
    QTest::keyClick(panel.view(), Qt::Key_Minus);
    QCOMPARE(panel.view()->visible(), days(0, 20));
    panel.menu()->closer()->trigger();
    QCOMPARE(panel.view()->visible(), closer);
    QTest::keyClick(panel.view(), Qt::Key_0);
    QCOMPARE(panel.view()->visible(), days(0, 20));
    panel.menu()->asTable()->setChecked(true);
    QVERIFY(!panel.menu()->closer()->isEnabled());
}

QTEST_MAIN(TimelineViewTest)
#include "tst_timeline_view.moc"
