#include "facets/FacetPanel.h"
#include "list/StoryListView.h"
#include "reading/ReadingPane.h"
#include "reading/StoryText.h"
#include "search/SearchBox.h"
#include "store/Store.h"
#include "timeline/TimelineView.h"
#include "window/MainWindow.h"
#include "window/Workspace.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Six invented posts: three speak of work, two of those on Mastodon; one is in Spanish.
constexpr auto inventedCsv = "text,posted_at,platform,sector\r\n"
                             "\"My boss at the office kept making vulgar remarks (invented)\",2017-10-15T10:00:00Z,"
                             "mastodon,health\r\n"
                             "\"A colleague at work groped me near the copier (invented)\",2017-10-16T11:00:00Z,"
                             "mastodon,health\r\n"
                             "\"The manager at my workplace wrote lewd mails to all of us (invented)\","
                             "2017-10-17T12:00:00Z,twitter,law\r\n"
                             "#MeToo,2017-10-18T13:00:00Z,twitter,law\r\n"
                             "\"I believe all of you who told it (invented)\",2017-10-19T14:00:00Z,twitter,\r\n"
                             "\"Nadie me creyó cuando lo conté en la escuela (invented)\",2017-10-20T15:00:00Z,"
                             "mastodon,\r\n";

template<typename Widget>
Widget *named(const QObject *in, const QString &name)
{
    return in->findChild<Widget *>(name);
}

template<typename Dialog = QDialog>
Dialog *openDialog(const QString &name)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == name && widget->isVisible())
            return qobject_cast<Dialog *>(widget);
    }
    return nullptr;
}

} // namespace

/// The real window, driven by mouse and keyboard.
class tst_window : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aFileIsImportedByItsDialog();
    void aClickOnAFacetFilters();
    void theMinusOfAFacetsRowExcludes();
    void spaceIncludesAndShiftSpaceExcludes();
    void aChipIsRemovedByClickAndByKey();
    void typingFiltersInOneStep();
    void aMistakeIsMarkedAndLeavesTheAnswer();
    void aTypedTermBecomesAChip();
    void anEmptyAnswerNamesTheChipThatEmptiesIt();
    void choosingAStoryShowsItAndMarksItRead();
    void starringSaysHowToTakeItBack();
    void aStoryOutsideTheFilterIsSaidToBe();
    void theSelectionOutlivesAFilter();
    void theExportHasAsManyRowsAsTheCount();
    void aMissingCollectionIsASentence();
    void theSampleSaysThatItIsInvented();
    void aFileOpenedOverTheSampleGetsACollectionOfItsOwn();
    void everyControlHasAName();
    void aDragOnTheTimelineFiltersAtOnceAndIsOneStep();
    void backBringsBackTheStoryThatWasRead();
    void theMousesButtonsGoBackAndForward();
    void showAuthorsShowsThemInTheListToo();
    void aNarrowListHasCardsAndAWideOneColumns();
    void everyDialogsControlsHaveNames_data();
    void everyDialogsControlsHaveNames();
    void aDroppedFileIsOfferedForImport();
    void theImportSaysWhereItGoes();
    void functionKeysGoFromPaneToPane();

private:
    void openCollection();
    void import(const QString &path);
    [[nodiscard]] QString countShown() const { return named<QLabel>(m_window.get(), u"countLabel"_s)->text(); }
    [[nodiscard]] FacetView *facet(Facet facet, const QString &attribute = {}) const;
    [[nodiscard]] QAction *action(const QString &name) const { return named<QAction>(m_window.get(), name); }
    [[nodiscard]] SearchBox *searchBox() const { return named<SearchBox>(m_window.get(), u"searchBox"_s); }
    [[nodiscard]] StoryListView *list() const { return named<StoryListView>(m_window.get(), u"storyList"_s); }
    [[nodiscard]] QList<QAbstractButton *> chips() const;
    void clickFacet(FacetView *view, const QString &key, Qt::KeyboardModifiers modifiers = {});

    QTemporaryDir m_folder;
    QString m_csv;
    std::unique_ptr<MainWindow> m_window;
    int m_number = 0;
};

void tst_window::initTestCase()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(u"data"_s)));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.filePath(u"config"_s)));
    QApplication::setApplicationName(u"tidemark"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(prepareSqlite());
    m_csv = m_folder.filePath(u"posts.csv"_s);
    QFile csv(m_csv);
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write(inventedCsv);
}

void tst_window::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    if (!QByteArray(QTest::currentTestFunction()).contains("ample"))
        openCollection();
}

void tst_window::cleanup()
{
    m_window.reset();
}

void tst_window::openCollection()
{
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openCollection(m_folder.filePath(u"%1.tidemark"_s.arg(++m_number)), Collection::Missing::Create);
    QTRY_COMPARE(opened.size(), 1);
    import(m_csv);
    QTRY_COMPARE(countShown(), u"6 stories"_s);
}

void tst_window::import(const QString &path)
{
    m_window->importFiles({path});
    QTRY_VERIFY(openDialog(u"importDialog"_s));
    auto *button = named<QPushButton>(openDialog(u"importDialog"_s), u"importButton"_s);
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(openDialog(u"importReportDialog"_s));
    openDialog(u"importReportDialog"_s)->close();
    QTRY_VERIFY(!openDialog(u"importReportDialog"_s));
}

FacetView *tst_window::facet(Facet facet, const QString &attribute) const
{
    return named<FacetPanel>(m_window.get(), u"facetPanel"_s)->section({facet, attribute})->view();
}

QList<QAbstractButton *> tst_window::chips() const
{
    QList<QAbstractButton *> visible;
    for (QAbstractButton *chip : m_window->findChildren<QAbstractButton *>(u"filterChip"_s)) {
        if (!chip->isHidden())
            visible.append(chip);
    }
    return visible;
}

void tst_window::clickFacet(FacetView *view, const QString &key, Qt::KeyboardModifiers modifiers)
{
    const auto *model = qobject_cast<FacetModel *>(view->model());
    const QModelIndex index = model->index(model->rowOf(key));
    QVERIFY(index.isValid());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->visualRect(index).center());
}

void tst_window::aFileIsImportedByItsDialog()
{
    QCOMPARE(m_window->workspace()->selection().count(), 6);
    QCOMPARE(m_window->workspace()->collection()->facts().sources.size(), 1);
    QCOMPARE(list()->model()->rowCount(), 6);
}

void tst_window::aClickOnAFacetFilters()
{
    clickFacet(facet(Facet::Platform), u"mastodon"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    clickFacet(facet(Facet::Platform), u"twitter"_s, Qt::ControlModifier);
    QTRY_COMPARE(countShown(), u"6 of 6 stories"_s);
    clickFacet(facet(Facet::Platform), u"mastodon"_s, Qt::AltModifier);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QCOMPARE(choiceOf(m_window->workspace()->history()->filter(), {Facet::Platform, {}}, u"mastodon"_s),
             Choice::Excluded);
}

/// Alt-click never arrives where the desktop moves windows by it.
void tst_window::theMinusOfAFacetsRowExcludes()
{
    FacetView *view = facet(Facet::Platform);
    const auto *model = qobject_cast<FacetModel *>(view->model());
    const QPoint middle = view->visualRect(model->index(model->rowOf(u"twitter"_s))).center();
    const auto isOnMinus = [&](int x) {
        QHelpEvent event(QEvent::ToolTip, {x, middle.y()}, view->viewport()->mapToGlobal(QPoint(x, middle.y())));
        QCoreApplication::sendEvent(view->viewport(), &event);
        return QToolTip::text().contains(u"Exclude"_s);
    };
    int x = view->viewport()->width() - 1;
    while (x > 0 && !isOnMinus(x))
        --x;
    QVERIFY(x > middle.x());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {x, middle.y()});
    QTRY_COMPARE(choiceOf(m_window->workspace()->history()->filter(), {Facet::Platform, {}}, u"twitter"_s),
                 Choice::Excluded);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QVERIFY(isOnMinus(x));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {x, middle.y()});
    QTRY_COMPARE(countShown(), u"6 stories"_s);
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, {x, middle.y()});
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, middle); // means nothing
    QCOMPARE(choiceOf(m_window->workspace()->history()->filter(), {Facet::Platform, {}}, u"twitter"_s),
             Choice::Neutral);
}

void tst_window::spaceIncludesAndShiftSpaceExcludes()
{
    FacetView *view = facet(Facet::Platform);
    const auto *model = qobject_cast<FacetModel *>(view->model());
    view->setFocus();
    view->setCurrentIndex(model->index(model->rowOf(u"twitter"_s)));
    QTest::keyClick(view, Qt::Key_Space);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QTest::keyClick(view, Qt::Key_Space, Qt::ShiftModifier);
    QTRY_COMPARE(choiceOf(m_window->workspace()->history()->filter(), {Facet::Platform, {}}, u"twitter"_s),
                 Choice::Excluded);
    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_COMPARE(countShown(), u"6 stories"_s);
}

void tst_window::aChipIsRemovedByClickAndByKey()
{
    clickFacet(facet(Facet::Platform), u"mastodon"_s);
    QTRY_COMPARE(chips().size(), 1);
    QTest::mouseClick(chips().first(), Qt::LeftButton);
    QTRY_COMPARE(chips().size(), 0);
    QTRY_COMPARE(countShown(), u"6 stories"_s);
    clickFacet(facet(Facet::Platform), u"mastodon"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QTest::keyClick(chips().first(), Qt::Key_Delete);
    QTRY_COMPARE(countShown(), u"6 stories"_s);
    action(u"back"_s)->trigger();
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
}

void tst_window::typingFiltersInOneStep()
{
    searchBox()->setFocus();
    QTest::keyClicks(searchBox(), u"boss"_s);
    QTRY_COMPARE(countShown(), u"1 of 6 stories"_s);
    QTest::keyClicks(searchBox(), u" OR colleague"_s);
    QTest::keyClick(searchBox(), Qt::Key_Return);
    QTRY_COMPARE(countShown(), u"2 of 6 stories"_s);
    action(u"back"_s)->trigger();
    QTRY_COMPARE(countShown(), u"6 stories"_s);
    QCOMPARE(searchBox()->text(), QString());
}

void tst_window::aMistakeIsMarkedAndLeavesTheAnswer()
{
    QTest::keyClicks(searchBox(), u"boss"_s);
    QTRY_COMPARE(countShown(), u"1 of 6 stories"_s);
    QTest::keyClicks(searchBox(), u" theme:nonsense"_s);
    QTest::keyClick(searchBox(), Qt::Key_Return);
    auto *mistake = named<QLabel>(m_window.get(), u"searchMistake"_s);
    QTRY_VERIFY(!mistake->isHidden());
    QVERIFY(mistake->text().contains(u"nonsense"_s));
    QCOMPARE(mistake->textFormat(), Qt::PlainText);
    QCOMPARE(searchBox()->mistake()->position, 11); // behind "boss theme:"
    QCOMPARE(searchBox()->text(), u"boss theme:nonsense"_s);
    QCOMPARE(countShown(), u"1 of 6 stories"_s);
}

void tst_window::aTypedTermBecomesAChip()
{
    QTest::keyClicks(searchBox(), u"boss platform:mastodon"_s);
    QTest::keyClick(searchBox(), Qt::Key_Return);
    QTRY_COMPARE(chips().size(), 1);
    QCOMPARE(searchBox()->text(), u"boss"_s);
    QTRY_COMPARE(countShown(), u"1 of 6 stories"_s);
}

void tst_window::anEmptyAnswerNamesTheChipThatEmptiesIt()
{
    clickFacet(facet(Facet::Platform), u"mastodon"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QTest::keyClicks(searchBox(), u"manager"_s);
    QTest::keyClick(searchBox(), Qt::Key_Return);
    QTRY_COMPARE(countShown(), u"0 of 6 stories"_s);
    const auto removeButton = [&]() -> QPushButton * {
        for (QPushButton *each :
             named<QWidget>(m_window.get(), u"storyListPane"_s)->findChildren<QPushButton *>()) {
            if (each->text().startsWith(u"Remove"_s) && !each->isHidden())
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(removeButton());
    QTest::mouseClick(removeButton(), Qt::LeftButton);
    QTRY_VERIFY(m_window->workspace()->selection().count() > 0);
}

void tst_window::choosingAStoryShowsItAndMarksItRead()
{
    auto *pane = m_window->findChild<ReadingPane *>();
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Home);
    const StoryId first = list()->currentStory();
    QVERIFY(first != noStory);
    QTRY_COMPARE(pane->story(), first);
    auto *model = qobject_cast<StoryListModel *>(list()->model());
    QTRY_VERIFY(model->storyAt(model->rowOf(first)) && model->storyAt(model->rowOf(first))->read);
    QVERIFY(!action(u"undo"_s)->isEnabled()
            || !action(u"undo"_s)->text().contains(u"read"_s, Qt::CaseInsensitive)); // reading is no action
}

void tst_window::starringSaysHowToTakeItBack()
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Home);
    auto *model = qobject_cast<StoryListModel *>(list()->model());
    const StoryId first = list()->currentStory();
    QTRY_VERIFY(action(u"star"_s)->isEnabled());
    action(u"star"_s)->trigger();
    QTRY_VERIFY(model->storyAt(model->rowOf(first)) && model->storyAt(model->rowOf(first))->starred);
    QTRY_VERIFY(action(u"undo"_s)->isEnabled());
    QVERIFY2(action(u"undo"_s)->text().contains(u"Star"_s), qPrintable(action(u"undo"_s)->text()));
    action(u"undo"_s)->trigger();
    QTRY_VERIFY(!model->storyAt(model->rowOf(first))->starred);
    QTRY_VERIFY(action(u"redo"_s)->isEnabled());
}

void tst_window::aStoryOutsideTheFilterIsSaidToBe()
{
    auto *model = qobject_cast<StoryListModel *>(list()->model());
    list()->showStory(model->idAt(0)); // on Mastodon
    QTRY_COMPARE(m_window->findChild<ReadingPane *>()->story(), model->idAt(0));
    auto *notice = named<QLabel>(m_window.get(), u"outsideNotice"_s);
    QVERIFY(!notice->isVisible());
    clickFacet(facet(Facet::Platform), u"twitter"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QTRY_VERIFY(notice->isVisible());
    action(u"back"_s)->trigger();
    QTRY_VERIFY(!notice->isVisible());
}

void tst_window::theSelectionOutlivesAFilter()
{
    auto *model = qobject_cast<StoryListModel *>(list()->model());
    const StoryId kept = model->idAt(0); // the newest, on Mastodon
    list()->showStory(kept);
    clickFacet(facet(Facet::Platform), u"mastodon"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QCOMPARE(list()->selectedStories(), QVector<StoryId>{kept});
    clickFacet(facet(Facet::Platform), u"twitter"_s);
    QTRY_VERIFY(model->rowOf(kept) < 0);
    QVERIFY(!list()->selectionModel()->hasSelection());
    QCOMPARE(m_window->findChild<ReadingPane *>()->story(), kept); // and so it can be marked still
    QCOMPARE(list()->selectedStories(), QVector<StoryId>{kept});
}

void tst_window::theExportHasAsManyRowsAsTheCount()
{
    clickFacet(facet(Facet::Platform), u"mastodon"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QTest::mouseClick(named<QPushButton>(m_window.get(), u"exportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(openDialog(u"exportDialog"_s));
    QDialog *dialog = openDialog(u"exportDialog"_s);
    QVERIFY(named<QLabel>(dialog, u"exportCount"_s)->text().startsWith(u"3 "_s));
    named<QAbstractButton>(dialog, u"forAnalysis"_s)->click();
    const QString path = m_folder.filePath(u"out.csv"_s);
    named<QLineEdit>(dialog, u"exportPath"_s)->setText(path);
    QTest::mouseClick(named<QPushButton>(dialog, u"exportNow"_s), Qt::LeftButton);
    QTRY_VERIFY(openDialog(u"notice"_s));
    openDialog(u"notice"_s)->close();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 1 + 3); // no text of this file holds a line break
    QVERIFY(QFile::exists(m_folder.filePath(u"out.manifest.json"_s)));
}

void tst_window::aMissingCollectionIsASentence()
{
    QSignalSpy failed(m_window.get(), &MainWindow::openingFailed);
    m_window->openCollection(m_folder.filePath(u"not there.tidemark"_s), Collection::Missing::Fail);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"not there"_s));
    QCOMPARE(countShown(), u"6 stories"_s); // of the collection that was open, and stays so
}

void tst_window::theSampleSaysThatItIsInvented()
{
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openSample();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->selection().count() > 1000, 30000);
    QStringList sentences;
    for (const QLabel *label : m_window->findChildren<QLabel *>(u"bannerSentence"_s))
        sentences.append(label->text());
    QVERIFY(sentences.contains(u"These posts are invented. Import your own to begin."_s));
}

void tst_window::aFileOpenedOverTheSampleGetsACollectionOfItsOwn()
{
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openSample();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60000);
    import(m_csv);
    QCOMPARE(opened.size(), 2);
    QTRY_COMPARE(countShown(), u"6 stories"_s);
    QVERIFY(!m_window->workspace()->collection()->facts().invented);
    QCOMPARE(m_window->workspace()->collection()->facts().name, u"posts"_s);
}

namespace {

/// Walks the accessible tree and notes every focusable control without a name.
void collectNameless(QAccessibleInterface *interface, int depth, QStringList &nameless)
{
    if (!interface || depth > 60 || interface->state().invisible)
        return;
    const QAccessible::Role role = interface->role();
    const bool control = role == QAccessible::Button || role == QAccessible::CheckBox
        || role == QAccessible::RadioButton || role == QAccessible::ComboBox || role == QAccessible::EditableText
        || role == QAccessible::Table || role == QAccessible::List || role == QAccessible::Chart
        || role == QAccessible::MenuItem || role == QAccessible::ProgressBar;
    if (control && interface->text(QAccessible::Name).isEmpty() && interface->object())
        nameless.append(QString::fromLatin1(interface->object()->metaObject()->className()) + u' '
                        + interface->object()->objectName());
    if (role == QAccessible::Table || role == QAccessible::List)
        return;
    for (int i = 0; i < interface->childCount(); ++i)
        collectNameless(interface->child(i), depth + 1, nameless);
}

} // namespace

void tst_window::everyControlHasAName()
{
    clickFacet(facet(Facet::Platform), u"mastodon"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    QStringList nameless;
    collectNameless(QAccessible::queryAccessibleInterface(m_window.get()), 0, nameless);
    QCOMPARE(nameless, QStringList());
}

void tst_window::aDragOnTheTimelineFiltersAtOnceAndIsOneStep()
{
    auto *timeline = m_window->findChild<TimelineView *>();
    QTRY_VERIFY(timeline->scene().geometry().bucketCount() > 6); // hours
    const auto placeOf = [&](const QString &time) {
        const TimelineGeometry &geometry = timeline->scene().geometry();
        const qint64 instant = QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch();
        return QPoint(int(geometry.xOf(instant)), int(geometry.plot().center().y()));
    };
    const auto moveTo = [&](const QString &time) {
        const QPointF place = placeOf(time);
        QMouseEvent move(QEvent::MouseMove, place, timeline->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(timeline, &move);
    };
    QTest::mousePress(timeline, Qt::LeftButton, {}, placeOf(u"2017-10-16T06:30:00Z"_s));
    moveTo(u"2017-10-17T18:30:00Z"_s);
    QTRY_COMPARE(countShown(), u"2 of 6 stories"_s);
    moveTo(u"2017-10-19T18:30:00Z"_s);
    QTRY_COMPARE(countShown(), u"4 of 6 stories"_s);
    QTest::mouseRelease(timeline, Qt::LeftButton, {}, placeOf(u"2017-10-19T18:30:00Z"_s));
    QCOMPARE(countShown(), u"4 of 6 stories"_s);
    QTest::keyClick(timeline, Qt::Key_Right);
    QTest::keyClick(timeline, Qt::Key_Left);
    QTest::keyClick(timeline, Qt::Key_Left);
    QTRY_COMPARE(timeline->selected(), m_window->workspace()->history()->filter().span);
    action(u"back"_s)->trigger(); // the keys
    QTRY_COMPARE(countShown(), u"4 of 6 stories"_s);
    action(u"back"_s)->trigger(); // the drag
    QTRY_COMPARE(countShown(), u"6 stories"_s);
}

void tst_window::backBringsBackTheStoryThatWasRead()
{
    auto *model = qobject_cast<StoryListModel *>(list()->model());
    auto *pane = m_window->findChild<ReadingPane *>();
    const StoryId mastodon = model->idAt(0);
    list()->showStory(mastodon);
    clickFacet(facet(Facet::Platform), u"twitter"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    list()->showStory(model->idAt(1));
    QTRY_VERIFY(pane->story() != noStory && pane->story() != mastodon);
    action(u"back"_s)->trigger();
    QTRY_COMPARE(pane->story(), mastodon);
}

void tst_window::theMousesButtonsGoBackAndForward()
{
    clickFacet(facet(Facet::Platform), u"twitter"_s);
    QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    for (QWidget *pane : {list()->viewport(), facet(Facet::Theme)->viewport()}) {
        QTest::mouseClick(pane, Qt::BackButton);
        QTRY_COMPARE(countShown(), u"6 stories"_s);
        QTest::mouseClick(pane, Qt::ForwardButton);
        QTRY_COMPARE(countShown(), u"3 of 6 stories"_s);
    }
    clickFacet(facet(Facet::Language), u"en"_s);
    QTest::mouseClick(searchBox(), Qt::BackButton);
    QTest::mouseDClick(searchBox(), Qt::BackButton); // the second of two quick ones
    QTRY_COMPARE(countShown(), u"6 stories"_s);
}

void tst_window::showAuthorsShowsThemInTheListToo()
{
    const QString path = m_folder.filePath(u"named.csv"_s);
    QFile csv(path);
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("text,posted_at\r\nThank you @inventedfriend for the lift home (invented),2018-01-01T00:00:00Z\r\n");
    csv.close();
    import(path);
    QTRY_COMPARE(countShown(), u"7 stories"_s);
    const auto opening = [&] { return list()->model()->index(0, StoryListModel::OpeningColumn).data().toString(); };
    QTRY_VERIFY(opening().contains(u"person-1"_s));
    action(u"showAuthors"_s)->trigger();
    QTRY_VERIFY(opening().contains(u"@inventedfriend"_s));
    action(u"showAuthors"_s)->trigger();
    QVERIFY(!opening().contains(u"@inventedfriend"_s)); // at once
    QTRY_VERIFY(opening().contains(u"person-1"_s));
}

void tst_window::aNarrowListHasCardsAndAWideOneColumns()
{
    QVERIFY(list()->hasCards());
    QVERIFY(list()->horizontalHeader()->isHidden());
    m_window->resize(2200, 800);
    QTRY_VERIFY(!list()->hasCards());
    for (int column = 0; column < StoryListModel::ColumnCount; ++column)
        QVERIFY(!list()->isColumnHidden(column));
    action(u"cards"_s)->trigger(); // somebody likes them better
    QVERIFY(list()->hasCards());
    QVERIFY(list()->horizontalHeader()->isHidden());
    m_window->resize(2300, 800);
    QVERIFY(list()->hasCards());
    action(u"cards"_s)->trigger();
    QVERIFY(!list()->hasCards());
    QVERIFY(!list()->isColumnHidden(StoryListModel::TimeColumn));
}

void tst_window::everyDialogsControlsHaveNames_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("dialog");
    QTest::newRow("export") << u"exportStories"_s << u"exportDialog"_s;
    QTest::newRow("themes") << u"themes"_s << u"codebookDialog"_s;
    QTest::newRow("undo import") << u"undoImport"_s << u"rowChooser"_s;
    QTest::newRow("remove source") << u"removeSource"_s << u"rowChooser"_s;
    QTest::newRow("time zone") << u"timeZone"_s << u"timeZoneDialog"_s;
    QTest::newRow("public accounts") << u"publicAccounts"_s << u"linesDialog"_s;
    QTest::newRow("rejected records") << u"rejectedRecords"_s << u"rejectedRecordsDialog"_s;
    QTest::newRow("covered themes") << u"coveredThemes"_s << u"ticksDialog"_s;
    QTest::newRow("shortcuts") << u"shortcuts"_s << u"shortcutsDialog"_s;
    QTest::newRow("query language") << u"queryHelp"_s << u"queryHelp"_s;
    QTest::newRow("about") << u"about"_s << u"aboutDialog"_s;
}

void tst_window::everyDialogsControlsHaveNames()
{
    QFETCH(const QString, command);
    QFETCH(const QString, dialog);
    action(command)->trigger();
    QTRY_VERIFY(openDialog(dialog));
    QStringList nameless;
    collectNameless(QAccessible::queryAccessibleInterface(openDialog(dialog)), 0, nameless);
    openDialog(dialog)->close();
    QCOMPARE(nameless, QStringList());
}

void tst_window::aDroppedFileIsOfferedForImport()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_csv)});
    QDragEnterEvent enter({400, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(openDialog(u"importDialog"_s));
    openDialog(u"importDialog"_s)->close();
    QDragEnterEvent overTheBox({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    static_cast<QObject *>(m_window->findChild<SearchBox *>())->event(&overTheBox); // not to who stands around it
    QVERIFY(!overTheBox.isAccepted());                                              // it would search for the path
}

void tst_window::theImportSaysWhereItGoes()
{
    const auto target = [this](const QString &path) {
        m_window->importFiles({path});
        const bool isThere = QTest::qWaitFor([] { return openDialog(u"importDialog"_s) != nullptr; });
        auto *dialog = isThere ? openDialog(u"importDialog"_s) : nullptr;
        const QString text = dialog ? named<QLabel>(dialog, u"importTarget"_s)->text() : u"no dialog"_s;
        if (dialog)
            dialog->close();
        return text;
    };
    QCOMPARE(target(m_csv), QString());
    QTRY_VERIFY(!openDialog(u"importDialog"_s));
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openSample();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(target(m_csv).contains(u"new collection"_s));
}

void tst_window::functionKeysGoFromPaneToPane()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    list()->step(1);
    QTRY_VERIFY(m_window->findChild<StoryText *>()->isVisible());
    searchBox()->setFocus();
    QStringList reached;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
        reached.append(QString::fromLatin1(m_window->focusWidget()->metaObject()->className()).section(u':', -1));
    }
    QCOMPARE(reached.join(u' '), u"FacetView TimelineView StoryListView StoryText QPushButton SearchBox"_s);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(m_window->focusWidget()->objectName(), u"bannerButton"_s); // what was said above the panes
}

QTEST_MAIN(tst_window)
#include "tst_window.moc"
