#include "filter/QueryParser.h"
#include "model/StoryListModel.h"
#include "search/FilterChipButton.h"
#include "search/SavedFiltersView.h"
#include "search/SearchBox.h"
#include "store/Connection.h"
#include "ui/OpenedWindow.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QClipboard>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QFile>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

QStringList manyLanguages()
{
    return {u"ar"_s, u"de"_s, u"en"_s, u"es"_s, u"fr"_s, u"hi"_s,
            u"it"_s, u"ja"_s, u"ko"_s, u"nl"_s, u"pl"_s, u"ru"_s};
}

Selection withLanguages(const QStringList &codes)
{
    FacetCounts languages{Facet::Language, {}, {}};
    for (const QString &code : codes)
        languages.values.append({code, 1});
    Selection selection(std::make_shared<const StoryIndex>(), Filter(), Bitset());
    if (!codes.isEmpty())
        selection.facets = {languages};
    return selection;
}

} // namespace

/// Chips, saved filters and the search box, in the real window.
class tst_filtering : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void aChipIsSwitchedOffAndOnAgain();
    void theFirstChipMovesNothingAway();
    void chipsAreReachedFromTheBox();
    void aRemovedChipHandsTheFocusOn();
    void aLockedChipSurvivesClearing();
    void aChipIsTurnedRound();
    void aChipAndItsMenuOutliveAnImport();
    void aMenuGoesWithItsChip();
    void aChipThatIsTooLongIsShownWhole();
    void theValueOfAMenuIsMarked();
    void theWayBackShowsTheStoryWhole();
    void aSavedFilterComesBackAndCounts();
    void anotherFilterOfTheNameIsReplacedWhenAgreed();
    void aFilterThatCantBeSavedIsSaid();
    void whereNothingCanBeWrittenNoFilterIsSaved();
    void aSavedFilterIsSharedAsText();
    void aSavedFilterIsDraggedToItsPlace();
    void aFileDroppedOnSavedFiltersIsImported();
    void theBoxOffersKeysAndValues();
    void tabTakesWhatIsOffered();
    void tabTakesNoWordForAKey();
    void enterWithoutAChoiceSearches();
    void aRestingPointerChoosesNothing();
    void enterEndsAMistakeThatCanMeanOneThing();
    void enterLeadsToTheStories();
    void enterWithoutAMatchLeadsToWhatCanBeDone();
    void aMistakeMovesNothingAway();
    void aLongFilterIsPastedWhole();
    void whatIsTooLongIsRefusedAndNotCut();
    void theBoxOffersLanguagesAndTheValuesOfAnOpenFacet();
    void downInTheEmptyBoxOffersEarlierSearches();
    void whatEscTakesAwayIsAmongEarlierSearches();
    void aLongFacetIsSearched();
    void aLongCodebookIsSearched();
    void aFoldedFacetStaysFolded();
    void theEndOfAFacetIsItsLastRowInSight();
    void theRowWithTheFocusStaysInSight();
    void keysKeepTheirFacetValueInSight();
    void aValueThatMovesStaysInSight();
    void theSearchOfAFacetStaysInItsPlace();
    void theNextPaneIsTheSidebarThoughItsThemesAreFolded();

private:
    [[nodiscard]] QAbstractButton *chipWithOpenMenu() const;
    [[nodiscard]] SearchBox *box() const { return m_window->child<SearchBox>(u"searchBox"_s); }
    [[nodiscard]] QAbstractItemView *offers() const { return box()->findChild<QCompleter *>()->popup(); }
    void fromChipMenu(const QString &text) const
    {
        QAbstractButton *chip = m_window->chips().constFirst();
        OpenedWindow::chooseFromMenu(chip, chip->rect().center(), text);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
};

void tst_filtering::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
}

void tst_filtering::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
}

void tst_filtering::aChipIsSwitchedOffAndOnAgain()
{
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    fromChipMenu(u"Switch Off"_s);
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
    QCOMPARE(m_window->chips().size(), 1); // in sight still
    QTest::mouseClick(m_window->chips().constFirst(), Qt::LeftButton);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    fromChipMenu(u"Switch Off"_s);
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
    QTest::keyClick(m_window->chips().constFirst(), Qt::Key_Delete);
    QTRY_COMPARE(m_window->chips().size(), 0);
}

/// What is under the pointer stays there for the next click.
void tst_filtering::theFirstChipMovesNothingAway()
{
    const auto place = [this] { return m_window->facet(Facet::Theme)->mapTo(m_window->window(), QPoint()); };
    const QPoint before = place();
    QVERIFY(m_window->child<QLabel>(u"noFilter"_s)->isVisible());
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    QTRY_COMPARE(m_window->chips().size(), 1);
    QTRY_VERIFY(m_window->chips().constFirst()->height() > 0);
    QCOMPARE(place(), before);
}

void tst_filtering::chipsAreReachedFromTheBox()
{
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->chips().size(), 1);
    box()->setFocus();
    for (int i = 0; i < 3; ++i) // help, export
        QTest::keyClick(m_window->window()->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_window->window()->focusWidget(), m_window->chips().constFirst());
    QTest::keyClick(m_window->window()->focusWidget(), Qt::Key_Tab);
    QWidget *clearAll = m_window->window()->focusWidget();
    QCOMPARE(clearAll->objectName(), u"clearAll"_s);
    const QImage focused = clearAll->grab().toImage();
    clearAll->clearFocus();
    QVERIFY2(clearAll->grab().toImage() != focused, "nobody sees that it has the focus");
}

void tst_filtering::aRemovedChipHandsTheFocusOn()
{
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->chips().size(), 1);
    m_window->clickFacet(Facet::Language, u"es"_s);
    QTRY_COMPARE(m_window->chips().size(), 2);
    m_window->chips().constFirst()->setFocus();
    QTest::keyClick(m_window->window()->focusWidget(), Qt::Key_Delete);
    QTRY_COMPARE(m_window->chips().size(), 1);
    QCOMPARE(m_window->window()->focusWidget(), m_window->chips().constFirst());
    QTest::keyClick(m_window->window()->focusWidget(), Qt::Key_Delete);
    QTRY_COMPARE(m_window->chips().size(), 0);
    QCOMPARE(m_window->window()->focusWidget()->objectName(), u"exportButton"_s); // what stands before them
}

void tst_filtering::aLockedChipSurvivesClearing()
{
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    fromChipMenu(u"Lock Against Clear All"_s);
    QTRY_VERIFY(qobject_cast<FilterChipButton *>(m_window->chips().constFirst())->state().locked);
    m_window->clickFacet(Facet::Language, u"es"_s);
    QTRY_COMPARE(m_window->count(), u"1 of 6 stories"_s);
    m_window->child<QAbstractButton>(u"clearAll"_s)->click();
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    QCOMPARE(m_window->chips().size(), 1);
    fromChipMenu(u"Unlock"_s);
    QTRY_VERIFY(!qobject_cast<FilterChipButton *>(m_window->chips().constFirst())->state().locked);
    m_window->child<QAbstractButton>(u"clearAll"_s)->click();
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
}

void tst_filtering::aChipIsTurnedRound()
{
    m_window->clickFacet(Facet::Language, u"es"_s);
    QTRY_COMPARE(m_window->count(), u"1 of 6 stories"_s);
    fromChipMenu(u"Exclude Instead"_s);
    QTRY_COMPARE(m_window->count(), u"5 of 6 stories"_s);
}

QAbstractButton *tst_filtering::chipWithOpenMenu() const
{
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    if (!QTest::qWaitFor([this] { return m_window->chips().size() == 1; }))
        return nullptr;
    QAbstractButton *const chip = m_window->chips().constFirst();
    QContextMenuEvent wish(QContextMenuEvent::Mouse, chip->rect().center(), chip->mapToGlobal(QPoint()));
    QApplication::sendEvent(chip, &wish);
    return chip;
}

void tst_filtering::aChipAndItsMenuOutliveAnImport()
{
    const QPointer<QAbstractButton> chip = chipWithOpenMenu();
    QVERIFY(QApplication::activePopupWidget());
    CollectionChange more;
    more.stories = true;
    emit m_window->workspace()->collection()->changed(more); // as a batch that arrives
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(chip);
    QVERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

void tst_filtering::aMenuGoesWithItsChip()
{
    const QPointer<QAbstractButton> chip = chipWithOpenMenu();
    QVERIFY(QApplication::activePopupWidget());
    m_window->workspace()->history()->clear();
    QTRY_VERIFY(!chip);
    QVERIFY(!QApplication::activePopupWidget());
}

void tst_filtering::aChipThatIsTooLongIsShownWhole()
{
    m_window->clickFacet(Facet::Theme, u"commenting"_s);
    QTRY_COMPARE(m_window->chips().size(), 1);
    const auto shown = [this] {
        const QList<QAbstractButton *> chips = m_window->chips();
        if (chips.size() != 1)
            return QString();
        const QPoint place = chips.constFirst()->rect().center();
        QHelpEvent wish(QEvent::ToolTip, place, chips.constFirst()->mapToGlobal(place));
        QApplication::sendEvent(chips.constFirst(), &wish);
        return QToolTip::text();
    };
    QCOMPARE(shown(), QString()); // it stands there already
    for (const auto &theme : {u"ogling"_s, u"groping"_s, u"workplace"_s, u"education"_s})
        m_window->clickFacet(Facet::Theme, theme, Qt::ControlModifier);
    QTRY_VERIFY(shown().contains(u"Groping"_s));
    QVERIFY2(shown().contains(u"theme: "_s), qPrintable(shown()));
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_window->chips().constFirst());
    QVERIFY(spoken->text(QAccessible::Name).contains(u"Groping"_s));
    QCOMPARE(spoken->text(QAccessible::Description), QString()); // once is enough
}

/// A menu that says no value's name is opened beside others.
void tst_filtering::theValueOfAMenuIsMarked()
{
    FacetView *view = m_window->facet(Facet::Platform);
    const QModelIndex second = view->model()->index(1, 0);
    const auto clearing = [&] {
        QContextMenuEvent wish(QContextMenuEvent::Mouse, view->visualRect(second).center(),
                               view->viewport()->mapToGlobal(view->visualRect(second).center()));
        QApplication::sendEvent(view->viewport(), &wish);
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
        const auto clear = std::ranges::find(actions, u"Clear"_s,
                                             [](const QAction *action) { return action->text().remove(u'&'); });
        const bool enabled = clear != actions.end() && (*clear)->isEnabled();
        if (menu)
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        return enabled;
    };
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(!clearing()); // nothing of it is chosen
    QCOMPARE(view->currentIndex().row(), 1);
    m_window->clickFacet(Facet::Platform, qobject_cast<FacetModel *>(view->model())->keyAt(1));
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    QVERIFY(clearing());
}

/// Also where the list is so high that another one is cut at its upper edge.
void tst_filtering::theWayBackShowsTheStoryWhole()
{
    StoryListView *list = m_window->list();
    const int row = list->heightOfRows();
    list->setFixedHeight(list->height() - list->viewport()->height() + 2 * row + row / 2);
    QTRY_COMPARE(list->viewport()->height(), 2 * row + row / 2);
    const auto *stories = qobject_cast<StoryListModel *>(list->model());
    QTRY_VERIFY(stories->idAt(3) != noStory);
    const StoryId fourth = stories->idAt(3);
    const auto inSight = [&] {
        return list->currentStory() == fourth
            && list->viewport()->rect().contains(list->visualRect(list->currentIndex()));
    };
    QTRY_VERIFY((list->showStory(fourth), inSight()));
    QTRY_COMPARE(list->rowViewportPosition(list->rowAt(0)), -(row - row / 2));
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    m_window->action(u"back"_s)->trigger();
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
    QTRY_VERIFY(inSight());
}

void tst_filtering::aSavedFilterComesBackAndCounts()
{
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    m_window->action(u"saveFilter"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"saveFilterDialog"_s));
    auto *dialog = OpenedWindow::dialog<QInputDialog>(u"saveFilterDialog"_s);
    dialog->setTextValue(u"On Mastodon"_s);
    dialog->accept();
    auto *saved = m_window->child<QListView>(u"savedFilters"_s);
    QTRY_COMPARE(saved->model()->rowCount(), 1);
    const QModelIndex first = saved->model()->index(0, 0);
    QTRY_COMPARE(first.data(SavedFilters::CountRole).toLongLong(), 3);
    QCOMPARE(first.data().toString(), u"On Mastodon"_s);
    m_window->child<QAbstractButton>(u"clearAll"_s)->click();
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
    QTRY_VERIFY(saved->isVisible());
    const QPoint place = saved->visualRect(first).center();
    QTest::mouseClick(saved->viewport(), Qt::RightButton, {}, place);
    OpenedWindow::chooseFromMenu(saved->viewport(), place, u"Copy as Text"_s);
    QTRY_VERIFY(!saved->selectionModel()->hasSelection()); // it isn't in force
    saved->setFocus();
    QTest::keyClick(saved, Qt::Key_Tab);
    QCOMPARE(m_window->window()->focusWidget()->objectName(), u"facetHeading"_s); // which stands below
    QTest::mouseClick(saved->viewport(), Qt::LeftButton, {}, saved->visualRect(first).center());
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);

    m_window->clickFacet(Facet::Platform, u"twitter"_s);
    QTRY_VERIFY(!saved->selectionModel()->hasSelection());
    QContextMenuEvent wish(QContextMenuEvent::Mouse, place, saved->viewport()->mapToGlobal(place));
    QApplication::sendEvent(saved->viewport(), &wish);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == u"Change to the Filter in Force"_s)
            menu->setActiveAction(action);
    }
    QTest::keyClick(menu, Qt::Key_Return); // hides the menu, and does it then
    QTRY_COMPARE(first.data(SavedFilters::TextRole).toString(), u"platform:twitter"_s);
    QVERIFY(saved->selectionModel()->isSelected(first));

    // It is kept with the collection.
    SavedFilters again(m_window->workspace()->collection());
    QCOMPARE(again.rowCount(), 1);
    QVERIFY(again.filterAt(0) == m_window->workspace()->history()->filter());
}

void tst_filtering::anotherFilterOfTheNameIsReplacedWhenAgreed()
{
    const auto save = [this] {
        m_window->action(u"saveFilter"_s)->trigger();
        QTRY_VERIFY(OpenedWindow::dialog(u"saveFilterDialog"_s));
        auto *dialog = OpenedWindow::dialog<QInputDialog>(u"saveFilterDialog"_s);
        dialog->setTextValue(u"Mine"_s);
        dialog->accept();
        QTRY_VERIFY(!OpenedWindow::dialog(u"saveFilterDialog"_s));
    };
    const QAbstractItemModel *saved = m_window->child<QListView>(u"savedFilters"_s)->model();
    const auto text = [saved] { return saved->index(0, 0).data(SavedFilters::TextRole).toString(); };
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    save();
    QCOMPARE(text(), u"platform:mastodon"_s);
    save(); // the same filter: nothing is lost
    QVERIFY(!OpenedWindow::dialog(u"question"_s));

    m_window->clickFacet(Facet::Platform, u"twitter"_s);
    QTRY_COMPARE(m_window->workspace()->history()->filter().facets.size(), 1);
    save();
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    OpenedWindow::dialog(u"question"_s)->reject();
    QTRY_VERIFY(!OpenedWindow::dialog(u"question"_s));
    QCOMPARE(text(), u"platform:mastodon"_s);
    save();
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    const QList<QPushButton *> buttons = OpenedWindow::dialog(u"question"_s)->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == u"Replace"_s)
            button->click();
    }
    QTRY_COMPARE(text(), u"platform:twitter"_s);
    QCOMPARE(saved->rowCount(), 1);
}

void tst_filtering::aFilterThatCantBeSavedIsSaid()
{
    const QString path = m_window->workspace()->collection()->facts().path;
    const auto file = Connection::open(path, Connection::Access::Write).value();
    QVERIFY(file->run("CREATE TRIGGER full BEFORE INSERT ON setting BEGIN SELECT RAISE(ABORT, 'no room'); END"));
    const auto *jobs = m_window->child<QWidget>(u"jobBar"_s);
    QVERIFY(!jobs->isVisible());
    m_window->action(u"saveFilter"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"saveFilterDialog"_s));
    auto *dialog = OpenedWindow::dialog<QInputDialog>(u"saveFilterDialog"_s);
    dialog->setTextValue(u"Everything"_s);
    dialog->accept();
    QTRY_VERIFY(jobs->isVisible());
}

void tst_filtering::whereNothingCanBeWrittenNoFilterIsSaved()
{
    const QString path = m_folder.filePath(u"elsewhere.tidemark"_s);
    const auto elsewhere = Collection::open(path, Collection::Missing::Create);
    QVERIFY(elsewhere);
    SavedFilters(elsewhere.value().get()).add(u"Everything"_s, {});
    QVERIFY(elsewhere.value()->setSetting(u"written after it"_s, {}).answer.result());
    const QSignalSpy opened(m_window->window(), &MainWindow::opened);
    m_window->window()->openCollection(path, Collection::Missing::Fail);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(m_window->workspace()->collection()->facts().readOnly); // it is open already
    QVERIFY(!m_window->action(u"saveFilter"_s)->isEnabled());
    auto *saved = m_window->child<QListView>(u"savedFilters"_s);
    QTRY_COMPARE(saved->model()->rowCount(), 1);
    saved->setCurrentIndex(saved->model()->index(0, 0));
    QTest::keyClick(saved, Qt::Key_Delete);
    QVERIFY(!OpenedWindow::dialog(u"question"_s));
    QVERIFY(!(saved->model()->index(0, 0).flags() & Qt::ItemIsEditable));
}

void tst_filtering::aSavedFilterIsDraggedToItsPlace()
{
    auto *saved = m_window->child<QListView>(u"savedFilters"_s);
    auto *model = qobject_cast<SavedFilters *>(saved->model());
    const QAbstractItemModelTester tester(model);
    Filter twitter;
    twitter.facets = {{Facet::Platform, {}, {u"twitter"_s}}};
    model->add(u"One"_s, {});
    model->add(u"Two"_s, twitter);
    model->add(u"Three"_s, {});
    // A drag itself needs a platform with a pointer; this is what one asks, and what a drop does.
    QCOMPARE(saved->dragDropMode(), QAbstractItemView::InternalMove);
    QCOMPARE(model->supportedDropActions(), Qt::DropActions(Qt::MoveAction));
    QVERIFY(model->flags(model->index(1)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!model->flags(model->index(1)).testFlag(Qt::ItemIsDropEnabled)); // between filters, not on one
    QVERIFY(model->flags({}).testFlag(Qt::ItemIsDropEnabled));
    saved->setCurrentIndex(model->index(1)); // as the press that began it
    QVERIFY(model->moveRow({}, 1, {}, 0));
    QCOMPARE(model->index(0).data().toString(), u"Two"_s);
    QCOMPARE(model->index(1).data().toString(), u"One"_s);
    QCOMPARE(model->index(2).data().toString(), u"Three"_s);
    QCOMPARE(SavedFilters(m_window->workspace()->collection()).rowOf(twitter), 0); // kept
    QVERIFY(saved->selectionModel()->isSelected(model->index(1)));                 // the one in force
    QVERIFY(!saved->selectionModel()->isSelected(model->index(0)));
    QVERIFY(!model->moveRows({}, 0, 4, {}, 4));
    QVERIFY(model->moveRows({}, 0, 2, {}, 3));
    QCOMPARE(model->index(0).data().toString(), u"Three"_s);
    QCOMPARE(model->index(1).data().toString(), u"Two"_s);
}

void tst_filtering::aFileDroppedOnSavedFiltersIsImported()
{
    auto *saved = m_window->child<QListView>(u"savedFilters"_s);
    qobject_cast<SavedFilters *>(saved->model())->add(u"Everything"_s, {});
    QTRY_VERIFY(saved->isVisible());
    QFile file(m_folder.filePath(u"dropped.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text\nInvented\n") > 0);
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(saved->viewport(), &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(saved->viewport(), &drop);
    QTRY_VERIFY(OpenedWindow::dialog(u"importDialog"_s));
    OpenedWindow::dialog(u"importDialog"_s)->reject();
}

void tst_filtering::aSavedFilterIsSharedAsText()
{
    SavedFilters saved(m_window->workspace()->collection());
    Filter filter;
    filter.facets = {{Facet::Platform, {}, {u"twitter"_s}}};
    saved.add(u"One"_s, filter);
    saved.add(u"Two"_s, {});
    QCOMPARE(saved.index(0).data(SavedFilters::TextRole).toString(), u"platform:twitter"_s);
    saved.moveBy(1, -1);
    QCOMPARE(saved.index(0).data().toString(), u"Two"_s);
    saved.add(u"Two"_s, filter); // the same name: replaced
    QCOMPARE(saved.rowCount(), 2);
    QCOMPARE(saved.rowOf(filter), 0);
    QVERIFY(saved.setData(saved.index(0), u"Other"_s));
    saved.remove(1);
    QCOMPARE(saved.index(0).data().toString(), u"Other"_s);
}

void tst_filtering::theBoxOffersKeysAndValues()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"plat"_s);
    QTRY_VERIFY(offers()->isVisible());
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Return);
    QCOMPARE(box()->text(), u"platform:"_s);
    QTRY_VERIFY(offers()->isVisible());
    QTest::keyClicks(box(), u"masto"_s);
    QTRY_COMPARE(offers()->model()->rowCount(), 1);
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Return);
    QCOMPARE(box()->text(), u"platform:mastodon "_s);
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    QCOMPARE(m_window->chips().size(), 1);
}

void tst_filtering::tabTakesWhatIsOffered()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"platform:mast"_s);
    QTRY_VERIFY(offers()->isVisible());
    QTest::keyClick(offers(), Qt::Key_Tab);
    QCOMPARE(box()->text(), u"platform:mastodon "_s);
    QCOMPARE(m_window->window()->focusWidget(), box());
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    offers()->hide();
    QTest::keyClick(box(), Qt::Key_Tab); // nothing is offered now
    QVERIFY(m_window->window()->focusWidget() != box());
}

void tst_filtering::tabTakesNoWordForAKey()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"the"_s); // theme: is offered, and nothing else
    QTRY_VERIFY(offers()->isVisible());
    QCOMPARE(offers()->model()->rowCount(), 1);
    QTest::keyClick(offers(), Qt::Key_Tab);
    QCOMPARE(box()->text(), u"the"_s);
    QTRY_VERIFY(!box()->hasFocus());
    QVERIFY(!offers()->isVisible());
}

void tst_filtering::enterWithoutAChoiceSearches()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"co"_s); // coded: is offered
    QTRY_VERIFY(offers()->isVisible());
    QTest::keyClicks(box(), u"pier"_s);
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_COMPARE(m_window->count(), u"1 of 6 stories"_s);
    QVERIFY(!offers()->isVisible());
}

void tst_filtering::aRestingPointerChoosesNothing()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"co"_s); // coded: is offered
    QTRY_VERIFY(offers()->isVisible());
    offers()->setCurrentIndex(offers()->model()->index(0, 0)); // as a pointer on the row does
    QTest::keyClick(offers(), Qt::Key_Return);
    QCOMPARE(box()->text(), u"co"_s);
    QVERIFY(!offers()->isVisible());
}

void tst_filtering::enterEndsAMistakeThatCanMeanOneThing()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"platform:masto"_s);
    QTRY_COMPARE(offers()->model()->rowCount(), 1);
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(box()->text(), u"platform:mastodon "_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
}

void tst_filtering::enterLeadsToTheStories()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"copier"_s);
    QVERIFY(!offers()->isVisible());
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(m_window->window()->focusWidget(), m_window->list());
    QTRY_COMPARE(m_window->count(), u"1 of 6 stories"_s);
}

void tst_filtering::enterWithoutAMatchLeadsToWhatCanBeDone()
{
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    box()->setFocus();
    QTest::keyClicks(box(), u"nothingatall"_s);
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_COMPARE(m_window->count(), u"0 of 6 stories"_s);
    const auto focused = [this] {
        const QWidget *focus = m_window->window()->focusWidget();
        return focus ? focus->objectName() : QString();
    };
    QTRY_COMPARE(focused(), u"messageButton"_s);
    const auto words = [this] {
        const auto *button = qobject_cast<QPushButton *>(m_window->window()->focusWidget());
        return button ? button->text() : QString();
    };
    QTRY_VERIFY2(words().contains(u'“'), qPrintable(words())); // once the cause is found; it is no noun
    QTest::keyClick(m_window->window()->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_window->count() != u"0 of 6 stories"_s);
}

void tst_filtering::aMistakeMovesNothingAway()
{
    const auto place = [this] { return m_window->facet(Facet::Theme)->mapTo(m_window->window(), QPoint()); };
    const QPoint before = place();
    box()->setFocus();
    QTest::keyClicks(box(), u"boss theme:nonsense"_s);
    QTRY_VERIFY(m_window->child<QLabel>(u"searchMistake"_s)->isVisible());
    QCOMPARE(place(), before);
    box()->clear();
}

void tst_filtering::aLongFilterIsPastedWhole()
{
    QStringList numbers;
    for (int id = 1; id <= 10'000; ++id)
        numbers.append(QString::number(id));
    QGuiApplication::clipboard()->setText(u"id:"_s + numbers.join(u','));
    box()->setFocus();
    QTest::keyClick(box(), Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(box(), Qt::Key_Return);
    QCOMPARE(m_window->workspace()->history()->filter().ids.size(), 10'000);
}

void tst_filtering::whatIsTooLongIsRefusedAndNotCut()
{
    QGuiApplication::clipboard()->setText(QString(longestQuery + 1, u'x'));
    box()->setFocus();
    QTest::keyClick(box(), Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(box(), Qt::Key_Return);
    QVERIFY(box()->mistake());
    QVERIFY(m_window->workspace()->history()->filter().isEmpty());
    box()->clear();
}

void tst_filtering::theBoxOffersLanguagesAndTheValuesOfAnOpenFacet()
{
    const auto offered = [this](const QString &text) {
        QStringList rows;
        box()->clear();
        QTest::keyClicks(box(), text);
        for (int row = 0; row < offers()->model()->rowCount(); ++row)
            rows.append(offers()->model()->index(row, 0).data().toString());
        return rows;
    };
    box()->setFocus();
    QCOMPARE(offered(u"lang:span"_s), QStringList{u"es  Spanish"_s});
    QCOMPARE(offered(u"attr:sector="_s), QStringList());
    m_window->child<FacetPanel>(u"facetPanel"_s)->section({Facet::Attribute, u"sector"_s})->setOpen(true);
    QTRY_COMPARE(offered(u"attr:sector="_s).size(), 2);
    QCOMPARE(offered(u"attr:sector=l"_s), (QStringList{u"health"_s, u"law"_s}));
    box()->clear();
}

void tst_filtering::downInTheEmptyBoxOffersEarlierSearches()
{
    box()->setFocus();
    for (const auto &words : {u"boss"_s, u"copier"_s}) {
        box()->setFocus();
        box()->selectAll();
        QTest::keyClicks(box(), words);
        QTest::keyClick(box(), Qt::Key_Return);
        QTRY_COMPARE(m_window->count(), u"1 of 6 stories"_s);
    }
    box()->selectAll();
    QTest::keyClick(box(), Qt::Key_Delete);
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
    QTest::keyClick(box(), Qt::Key_Down);
    QTRY_VERIFY(offers()->isVisible());
    QCOMPARE(offers()->model()->rowCount(), 2);
    QCOMPARE(offers()->model()->index(0, 0).data().toString(), u"copier"_s);
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Return);
    QCOMPARE(box()->text(), u"boss"_s);
}

void tst_filtering::whatEscTakesAwayIsAmongEarlierSearches()
{
    box()->setFocus();
    QTest::keyClicks(box(), u"boss AND (copier"_s);
    QTRY_VERIFY(m_window->child<QLabel>(u"searchMistake"_s)->isVisible());
    QTest::keyClick(box(), Qt::Key_Escape);
    QCOMPARE(box()->text(), QString());
    QTest::keyClick(box(), Qt::Key_Down);
    QTRY_VERIFY(offers()->isVisible());
    QCOMPARE(offers()->model()->index(0, 0).data().toString(), u"boss AND (copier"_s);
}

void tst_filtering::aLongFacetIsSearched()
{
    const FacetSection *section = m_window->child<FacetPanel>(u"facetPanel"_s)->section({Facet::Platform, {}});
    QVERIFY(section->findChild<QLineEdit *>(u"facetSearch"_s)->isHidden()); // nine platforms at most
    section->model()->setSearch(u"masto"_s);
    QCOMPARE(section->model()->rowCount(), 1);
    QVERIFY(section->findChild<QAbstractButton *>(u"facetSorting"_s)->isVisible());
}

void tst_filtering::aLongCodebookIsSearched()
{
    FilterHistory history;
    FacetPanel panel(&history);
    panel.show();
    FacetSection *section = panel.section({Facet::Theme, {}});
    FacetCounts themes{Facet::Theme, {}, {}};
    for (int i = 0; i < 64; ++i)
        themes.values.append({u"theme%1"_s.arg(i), 1});
    Selection selection = withLanguages({});
    selection.facets = {themes};
    panel.setSelection(selection);
    QTRY_VERIFY(section->findChild<QLineEdit *>(u"facetSearch"_s)->isVisible());
    QCOMPARE(section->view()->hiddenRows(), 0); // all themes are shown nevertheless
}

void tst_filtering::aFoldedFacetStaysFolded()
{
    const auto section = [this](Facet facet) {
        return m_window->child<FacetPanel>(u"facetPanel"_s)->section({facet, {}});
    };
    QTest::mouseClick(section(Facet::Voice)->findChild<QWidget *>(u"facetHeading"_s), Qt::LeftButton);
    QTest::mouseClick(section(Facet::Source)->findChild<QWidget *>(u"facetHeading"_s), Qt::LeftButton);
    m_window.reset();
    init();
    QVERIFY(!section(Facet::Voice)->isOpen());
    QVERIFY(section(Facet::Voice)->view()->isHidden());
    QVERIFY(section(Facet::Source)->isOpen());
    QVERIFY(section(Facet::Theme)->isOpen());
    section(Facet::Voice)->setOpen(true);
    section(Facet::Source)->setOpen(false);
}

void tst_filtering::theEndOfAFacetIsItsLastRowInSight()
{
    FilterHistory history;
    FacetPanel panel(&history);
    panel.setSelection(withLanguages(manyLanguages()));
    panel.show();
    FacetView *view = panel.section({Facet::Language, {}})->view();
    QVERIFY(view->hiddenRows() > 0);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->currentIndex().row(), view->model()->rowCount() - view->hiddenRows() - 1);
}

void tst_filtering::theRowWithTheFocusStaysInSight()
{
    QStringList codes = manyLanguages();
    FilterHistory history;
    FacetPanel panel(&history);
    panel.setSelection(withLanguages(codes));
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    FacetView *view = panel.section({Facet::Language, {}})->view();
    view->setFocus(Qt::ShortcutFocusReason);
    QTest::keyClick(view, Qt::Key_Down);
    codes.move(1, codes.size() - 1); // now it has the fewest
    panel.setSelection(withLanguages(codes));
    QCOMPARE(view->currentIndex().row(), codes.size() - 1);
    QVERIFY(!view->isRowHidden(view->currentIndex().row()));
    panel.section({Facet::Theme, {}})->findChild<QWidget *>(u"facetHeading"_s)->setFocus();
    panel.setSelection(withLanguages(codes));
    QVERIFY(view->isRowHidden(view->currentIndex().row()));
    view->setFocus(Qt::ShortcutFocusReason);
    QVERIFY(!view->isRowHidden(view->currentIndex().row()));
}

void tst_filtering::keysKeepTheirFacetValueInSight()
{
    auto *panel = m_window->child<FacetPanel>(u"facetPanel"_s);
    FacetView *themes = m_window->facet(Facet::Theme);
    const auto inSight = [&] {
        const QRect current = themes->visualRect(themes->currentIndex());
        const QRect seen(themes->mapTo(panel->viewport(), current.topLeft()), current.size());
        return panel->viewport()->rect().contains(seen);
    };
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    m_window->window()->resize(1024, 500);
    QTRY_VERIFY(themes->height() > panel->viewport()->height());
    themes->setFocus(Qt::ShortcutFocusReason);
    QTest::keyClick(themes, Qt::Key_End);
    QTRY_VERIFY(inSight());
    QTest::keyClick(themes, Qt::Key_Home);
    QTRY_VERIFY(inSight());
    QScrollBar *bar = panel->verticalScrollBar();
    bar->triggerAction(QScrollBar::SliderToMaximum);
    QVERIFY(!inSight());
    QTest::keyPress(themes, Qt::Key_Control); // as for a click that adds a value
    QCOMPARE(bar->value(), bar->maximum());
    QTest::keyRelease(themes, Qt::Key_Control);
    QTest::keyClick(themes, Qt::Key_Home); // it is there already, and asked for
    QTRY_VERIFY(inSight());
    bar->triggerAction(QScrollBar::SliderToMaximum);
    m_window->list()->setFocus();
    panel->setFocus(Qt::ShortcutFocusReason); // F6
    QTRY_VERIFY(inSight());
}

void tst_filtering::aValueThatMovesStaysInSight()
{
    QStringList codes = manyLanguages();
    FilterHistory history;
    FacetPanel panel(&history);
    panel.resize(250, 150);
    panel.setSelection(withLanguages(codes));
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    FacetView *view = panel.section({Facet::Language, {}})->view();
    QTRY_VERIFY(view->height() > panel.viewport()->height());
    view->setFocus(Qt::ShortcutFocusReason);
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(view, Qt::Key_Down);
    const auto inSight = [&] {
        const QRect current = view->visualRect(view->currentIndex());
        return panel.viewport()->rect().contains(
            QRect(view->mapTo(panel.viewport(), current.topLeft()), current.size()));
    };
    QTRY_VERIFY(inSight());
    const int before = view->currentIndex().row();
    QVERIFY(before > 5);
    QTest::keyClick(view, Qt::Key_Space);
    codes.move(before, 0); // now it has the most
    panel.setSelection(withLanguages(codes));
    QCOMPARE(view->currentIndex().row(), 0);
    QTRY_VERIFY(inSight());
}

void tst_filtering::theSearchOfAFacetStaysInItsPlace()
{
    FilterHistory history;
    FacetPanel panel(&history);
    panel.resize(250, 400);
    panel.setSelection(withLanguages(manyLanguages()));
    panel.show();
    FacetSection *section = panel.section({Facet::Language, {}});
    auto *search = section->findChild<QLineEdit *>(u"facetSearch"_s);
    QTRY_VERIFY(search->isVisible() && panel.verticalScrollBar()->maximum() > 0);
    panel.verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
    const auto place = [&] { return search->mapTo(&panel, QPoint()); };
    const QPoint before = place();
    const int height = section->height();
    const FacetSection *next = panel.section({Facet::Source, {}});
    const int nextPlace = next->y();
    const auto fits = [&] { return section->view()->height() == section->view()->sizeHint().height(); };
    search->setText(u"rus"_s);
    QCOMPARE(section->model()->rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(fits(), 60000); // the rows aren't spread
    QCOMPARE(place(), before);
    QTRY_VERIFY(next->y() < nextPlace); // the room is below all of them
    search->setText(u"russ"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fits(), 60000);
    QCOMPARE(place(), before);
    section->setOpen(false);
    QTRY_VERIFY_WITH_TIMEOUT(section->height() < height / 2, 60000); // folded it keeps no room
    section->setOpen(true);
    search->clear();
    QTRY_COMPARE_WITH_TIMEOUT(section->height(), height, 60000);
    section->model()->setSelection(withLanguages({}));
    QTRY_VERIFY_WITH_TIMEOUT(section->height() < height / 2, 60000); // nor after the search
}

void tst_filtering::theNextPaneIsTheSidebarThoughItsThemesAreFolded()
{
    auto *panel = m_window->child<FacetPanel>(u"facetPanel"_s);
    FacetSection *themes = panel->section({Facet::Theme, {}});
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    m_window->window()->resize(1024, 500);
    themes->setOpen(false);
    box()->setFocus();
    m_window->action(u"nextPane"_s)->trigger();
    auto *heading = themes->findChild<QWidget *>(u"facetHeading"_s);
    QCOMPARE(m_window->window()->focusWidget(), heading);
    m_window->action(u"nextPane"_s)->trigger();
    QVERIFY(!panel->isAncestorOf(m_window->window()->focusWidget()));
    panel->verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
    m_window->action(u"previousPane"_s)->trigger();
    QCOMPARE(m_window->window()->focusWidget(), heading);
    QVERIFY(panel->viewport()->rect().contains(heading->mapTo(panel->viewport(), QPoint())));
    themes->setOpen(true);
    box()->setFocus();
    m_window->action(u"nextPane"_s)->trigger();
    QCOMPARE(m_window->window()->focusWidget(), themes->view());
}

QTEST_MAIN(tst_filtering)
#include "tst_filtering.moc"
