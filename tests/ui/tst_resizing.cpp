#include "dialogs/PaneSplitter.h"
#include "list/StoryHeader.h"
#include "reading/ReadingPane.h"
#include "timeline/TimelinePanel.h"
#include "ui/OpenedWindow.h"

#include <QAccessible>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Panes and columns resized by keys, in the real window.
class tst_resizing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void init();
    void cleanup();

    void theBorderBesideThePaneComesFirst();
    void arrowsMoveTheBorderTheirWay_data();
    void arrowsMoveTheBorderTheirWay();
    void escapePutsItBack();
    void theFocusGoesBackOnce();
    void everyBorderIsReached();
    void panesStayInsideFromEitherSide_data();
    void panesStayInsideFromEitherSide();
    void columnsAreMadeWiderAndFitted();
    void theWidestColumnGivesRoomFirst();
    void theColumnsGiveTheFocusBack();

private:
    [[nodiscard]] QWidget *focus() const { return m_window->window()->focusWidget(); }
    void resizePanes() const { QTest::keyClick(focus(), Qt::Key_F8); }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
};

void tst_resizing::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    m_window->list()->setFocus();
}

void tst_resizing::cleanup()
{
    m_window.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void tst_resizing::theBorderBesideThePaneComesFirst()
{
    const auto *timeline = m_window->window()->findChild<TimelinePanel *>();
    const int before = timeline->height();
    resizePanes();
    QVERIFY(qobject_cast<PaneBorder *>(focus()));
    QTest::keyClick(focus(), Qt::Key_Down);
    QCOMPARE(timeline->height(), before + 16);
    QTest::keyClick(focus(), Qt::Key_Right); // not its direction
    QCOMPARE(timeline->height(), before + 16);
    resizePanes(); // on to another border
    QVERIFY(qobject_cast<PaneBorder *>(focus()));
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(focus(), m_window->list());
    QCOMPARE(timeline->height(), before + 16);
}

void tst_resizing::arrowsMoveTheBorderTheirWay_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<Qt::Key>("wider"); // the facets
    QTest::newRow("left to right") << Qt::LeftToRight << Qt::Key_Right;
    QTest::newRow("right to left") << Qt::RightToLeft << Qt::Key_Left;
}

void tst_resizing::arrowsMoveTheBorderTheirWay()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(Qt::Key, wider);
    QApplication::setLayoutDirection(direction);
    const auto *facets = m_window->child<FacetPanel>(u"facetPanel"_s);
    m_window->facet(Facet::Theme)->setFocus();
    const int before = facets->width();
    resizePanes();
    QTest::keyClick(focus(), wider);
    QTRY_COMPARE(facets->width(), before + 16);
    QVERIFY(focus()->accessibleDescription().contains(QString::number(before + 16)));
    const auto *spoken = QAccessible::queryAccessibleInterface(focus());
    QVERIFY(spoken && spoken->text(QAccessible::Name).contains(u"Facets and Timeline, Stories"_s));
    QTest::keyClick(focus(), wider == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left);
    QTRY_COMPARE(facets->width(), before);
}

void tst_resizing::escapePutsItBack()
{
    const auto *timeline = m_window->window()->findChild<TimelinePanel *>();
    const int before = timeline->height();
    resizePanes();
    QTest::keyClick(focus(), Qt::Key_End);
    QVERIFY(timeline->height() > before);
    QFocusEvent back(QEvent::FocusIn, Qt::ActiveWindowFocusReason); // from another window
    QApplication::sendEvent(focus(), &back);
    QTest::keyClick(focus(), Qt::Key_Escape);
    QTRY_COMPARE(timeline->height(), before);
    QCOMPARE(focus(), m_window->list());
}

void tst_resizing::theFocusGoesBackOnce()
{
    QWidget *themes = m_window->facet(Facet::Theme);
    themes->setFocus();
    resizePanes();
    QWidget *border = focus();
    QVERIFY(qobject_cast<PaneBorder *>(border));
    QTest::keyClick(border, Qt::Key_Return);
    QCOMPARE(focus(), themes);
    m_window->list()->setFocus();
    border->setFocus(Qt::TabFocusReason);
    QTest::keyClick(border, Qt::Key_Return);
    QVERIFY(focus() != border);
    QVERIFY(focus() != themes);
}

void tst_resizing::everyBorderIsReached()
{
    m_window->window()->resize(1900, 900);
    QTRY_VERIFY(!m_window->list()->hasCards());
    QSet<QWidget *> reached;
    for (int i = 0; i < 8; ++i) {
        resizePanes();
        reached.insert(focus());
    }
    QCOMPARE(reached.size(), 4); // three borders and the columns' names
    QVERIFY(reached.contains(m_window->list()->header()));
}

void tst_resizing::columnsAreMadeWiderAndFitted()
{
    m_window->window()->resize(1900, 900);
    QTRY_VERIFY(!m_window->list()->hasCards());
    StoryHeader *header = m_window->list()->header();
    QVERIFY(header->isSortIndicatorShown());
    const QImage unfocused = header->grab().toImage();
    header->setFocus();
    QVERIFY(header->grab().toImage() != unfocused); // the focus is seen
    const int first = header->logicalIndex(0);
    const int before = header->sectionSize(first);
    QTest::keyClick(header, Qt::Key_Home); // nothing to do with it
    QTest::keyClick(header, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(header->sectionSize(first), before + 8);
    QVERIFY(header->accessibleDescription().contains(QString::number(before + 8)));
    QTest::keyClick(header, Qt::Key_Return); // as a click: the order turns
    QTRY_COMPARE(m_window->workspace()->order(), Order::OldestFirst);
    OpenedWindow::chooseFromMenu(header->viewport(), QPoint(5, 5), u"Usual Widths"_s);
    QCOMPARE(header->sectionSize(first), before);
    header->resizeSection(first, before + 200);
    OpenedWindow::chooseFromMenu(header->viewport(), QPoint(5, 5), u"Fit Columns"_s);
    QVERIFY(header->sectionSize(first) > 20);
    QVERIFY(header->sectionSize(first) < before + 200);
    const int fitted = header->sectionSize(first);
    QVERIFY(fitted != before); // as wide as what it holds
    header->resizeSection(first, before + 200);
    const QPoint edge(header->sectionPosition(first) + header->sectionSize(first) - 1, header->height() / 2);
    QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, edge);
    QCOMPARE(header->sectionSize(first), fitted);
    QCOMPARE(m_window->workspace()->order(), Order::OldestFirst); // an edge turns no order
    QTest::keyClick(header, Qt::Key_Escape);
    QCOMPARE(focus(), m_window->list());
}

void tst_resizing::theWidestColumnGivesRoomFirst()
{
    m_window->window()->resize(2200, 900);
    QTRY_VERIFY(!m_window->list()->hasCards());
    StoryHeader *header = m_window->list()->header();
    const int platform = header->sectionSize(StoryListModel::PlatformColumn);
    header->resizeSection(StoryListModel::PlatformColumn, platform + 9);
    header->resizeSection(StoryListModel::TimeColumn, 3000);
    m_window->window()->resize(2100, 900);
    QTRY_VERIFY(header->sectionSize(StoryListModel::TimeColumn) < 3000);
    QCOMPARE(header->sectionSize(StoryListModel::PlatformColumn), platform + 9);
}

void tst_resizing::theColumnsGiveTheFocusBack()
{
    m_window->window()->resize(1900, 900);
    QTRY_VERIFY(!m_window->list()->hasCards());
    QWidget *themes = m_window->facet(Facet::Theme);
    themes->setFocus();
    StoryHeader *header = m_window->list()->header();
    for (int i = 0; i < 8 && focus() != header; ++i)
        resizePanes();
    QCOMPARE(focus(), header);
    QTest::keyClick(header, Qt::Key_Escape);
    QCOMPARE(focus(), themes);
}

void tst_resizing::panesStayInsideFromEitherSide_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void tst_resizing::panesStayInsideFromEitherSide()
{
    QFETCH(Qt::LayoutDirection, direction);
    QWidget window;
    PaneSplitter splitter(Qt::Horizontal, &window);
    window.setLayoutDirection(direction); // later than the panes were made
    for (int pane = 0; pane < 2; ++pane)
        splitter.addWidget(new QWidget(&splitter));
    splitter.resize(400, 100);
    window.show();
    for (int pane = 0; pane < 2; ++pane)
        QVERIFY2(splitter.rect().contains(splitter.widget(pane)->geometry()), qPrintable(QString::number(pane)));
}

QTEST_MAIN(tst_resizing)
#include "tst_resizing.moc"
