#include "dialogs/Question.h"
#include "model/CodingRound.h"
#include "model/Covering.h"
#include "reading/ReadingPane.h"
#include "reading/StoryCover.h"
#include "theme/CodebookEditing.h"
#include "ui/OpenedWindow.h"
#include "window/QuickHide.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// What a reader chooses to meet, and how everything goes out of sight.
class tst_covering : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void asksOnceAndNeutrally();
    void aCoveredStoryOpensCovered();
    void aCoveredStoryStaysCoveredUnderAnotherCodebook();
    void aCoveredStoryHasNoOpeningInTheList();
    void coversFromTheMomentItIsAsked();
    void alwaysShowLastsForTheSession();
    void anAuthorsWarningAlwaysCovers();
    void aBlindRoundKeepsStoriesCovered();
    void theCoverHidesNamesAsTheTextDoes();
    void everythingGoesAtOnceAndComesBack();
    void theMouseBringsBackBySentenceAlone();
    void aDialogCanBeHiddenByTheKey();
    void anotherKeyHidesAndBringsBack();
    void whatOpensMeanwhileStaysOutOfSight();
    void threeShiftsHideWhereSwitchedOn();

private:
    [[nodiscard]] ReadingPane *pane() const { return m_window->window()->findChild<ReadingPane *>(); }
    [[nodiscard]] Covering *covering() const { return m_window->workspace()->covering(); }
    [[nodiscard]] QString opening(int row) const
    {
        return m_window->list()->model()->index(row, StoryListModel::OpeningColumn).data().toString();
    }
    [[nodiscard]] StoryId showWorkplaceStory() const;
    [[nodiscard]] static QWidget *neutralPage();

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
};

void tst_covering::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
}

void tst_covering::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
}

/// Of the three that speak of work, the newest.
StoryId tst_covering::showWorkplaceStory() const
{
    const auto *model = qobject_cast<StoryListModel *>(m_window->list()->model());
    const StoryId story = model->idAt(3);
    m_window->list()->showStory(story);
    return story;
}

QWidget *tst_covering::neutralPage()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (widget->objectName() == "neutralPage"_L1 && widget->isVisible())
            return widget;
    }
    return nullptr;
}

void tst_covering::asksOnceAndNeutrally()
{
    const auto button = [this](const QString &text) -> QPushButton * {
        const auto buttons = m_window->window()->findChildren<QPushButton *>(u"bannerButton"_s);
        for (QPushButton *each : buttons) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    };
    if (button(u"Understood"_s)) // the program's own notice comes first, once
        button(u"Understood"_s)->click();
    QVERIFY(!covering()->wasAsked());
    QTRY_VERIFY(button(u"Cover None"_s));
    button(u"Cover None"_s)->click();
    QTRY_VERIFY(covering()->wasAsked());
    QTRY_VERIFY(!button(u"Cover None"_s));
    QVERIFY(covering()->themes().isEmpty());
    QVERIFY(Covering(m_window->workspace()->collection()).wasAsked()); // kept with the collection
}

void tst_covering::aCoveredStoryOpensCovered()
{
    covering()->setThemes({u"workplace"_s});
    const StoryId story = showWorkplaceStory();
    QTRY_COMPARE(pane()->story(), story);
    QVERIFY(pane()->isCovered());
    QGuiApplication::clipboard()->clear();
    pane()->copyWithNames();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QTest::mouseClick(pane()->findChild<QPushButton *>(u"uncover"_s), Qt::LeftButton);
    QVERIFY(!pane()->isCovered());
    m_window->list()->step(-1);
    QTRY_VERIFY(pane()->story() != story);
    QVERIFY(!pane()->isCovered());
    m_window->list()->step(1);
    QTRY_COMPARE(pane()->story(), story);
    QVERIFY(!pane()->isCovered()); // uncovered once is enough
}

/// Where the theme has another number, not even for the moment until the story is read anew.
void tst_covering::aCoveredStoryStaysCoveredUnderAnotherCodebook()
{
    covering()->setThemes({u"workplace"_s});
    const StoryId story = showWorkplaceStory();
    QTRY_COMPARE(pane()->story(), story);
    Collection *collection = m_window->workspace()->collection();
    const Codebook before = collection->facts().codebook;
    Codebook two;
    two.groups = before.groups;
    two.themes = {*before.theme(u"ogling"_s), *before.theme(u"workplace"_s)};
    two.themes[0].number = 0;
    two.themes[1].number = 1; // which the story hasn't in the codebook before
    two.themes[1].isCoveredFirst = true;
    QVERIFY(collection->addCodebook(newCodebook(u"Two themes"_s, two, before)).answer.result());
    QTRY_VERIFY(pane()->isCovered());
    bool wasOpen = false;
    connect(covering(), &Covering::changed, pane(), [&] { wasOpen = wasOpen || !pane()->isCovered(); });
    QVERIFY(collection->useCodebook(collection->facts().shelf.constFirst().number).answer.result());
    QTRY_COMPARE(covering()->codebook(), collection->facts().codebookNumber);
    QTRY_COMPARE(opening(3), u"(covered)"_s);
    QVERIFY(!wasOpen);
    QVERIFY(pane()->isCovered());
}

void tst_covering::aCoveredStoryHasNoOpeningInTheList()
{
    QTRY_VERIFY(opening(3).contains(u"manager"_s));
    covering()->setThemes({u"workplace"_s});
    QCOMPARE(opening(3), u"(covered)"_s);
    QVERIFY(opening(0).contains(u"Nadie"_s));
    QTest::keyClick(m_window->list(), Qt::Key_Home);
}

void tst_covering::coversFromTheMomentItIsAsked()
{
    Collection *collection = m_window->workspace()->collection();
    const StoryId story = showWorkplaceStory();
    QTRY_COMPARE(pane()->story(), story);
    QVERIFY(!pane()->isCovered());
    Codebook codebook = collection->facts().codebook;
    for (Theme &theme : codebook.themes)
        theme.isCoveredFirst = theme.id == "workplace"_L1;
    const auto job = collection->setCodebook(codebook);
    QVERIFY(pane()->isCovered()); // nothing has been done yet
    QTRY_VERIFY(job.answer.isFinished());
    QVERIFY(pane()->isCovered());
    QVERIFY(collection->undo().answer.result());
    QTRY_VERIFY(!pane()->isCovered());
}

void tst_covering::alwaysShowLastsForTheSession()
{
    covering()->setThemes({u"workplace"_s});
    const StoryId story = showWorkplaceStory();
    QTRY_COMPARE(pane()->story(), story);
    QVERIFY(pane()->isCovered());
    m_window->action(u"showCovered"_s)->trigger();
    QVERIFY(!pane()->isCovered());
    m_window->action(u"showCovered"_s)->trigger();
    QVERIFY(pane()->isCovered());
}

void tst_covering::anAuthorsWarningAlwaysCovers()
{
    StoryRow row;
    row.id = StoryId(1);
    QVERIFY(!covering()->covers(row));
    row.hasWarning = true;
    QVERIFY(covering()->covers(row));
    covering()->uncover(row.id);
    QVERIFY(!covering()->covers(row));
}

/// A second coder sees no themes; what the reader wishes covered stays so.
void tst_covering::aBlindRoundKeepsStoriesCovered()
{
    covering()->setThemes({u"workplace"_s});
    StoryRow row;
    row.id = StoryId(1);
    row.themes.insert(m_window->workspace()->collection()->facts().codebook.theme(u"workplace"_s)->number);
    hideCodings(row);
    QVERIFY(row.themes.isEmpty());
    QVERIFY(covering()->covers(row));
}

void tst_covering::theCoverHidesNamesAsTheTextDoes()
{
    StoryPage page;
    page.row.platform = Platform::Twitter;
    page.row.hasWarning = true;
    page.contentWarning = u"what @invented_jane did\u2069"_s;
    const CollectionFacts facts = m_window->workspace()->collection()->facts();
    StoryCover cover;
    const auto says = [&cover](const QString &words) {
        const auto lines = cover.findChildren<QLabel *>();
        return std::ranges::any_of(lines, [&](const QLabel *line) { return line->text().contains(words); });
    };
    cover.cover(page, facts, false);
    QVERIFY(says(u"person-1"_s));
    QVERIFY(!says(u"invented_jane"_s));
    QVERIFY(!says(u"\u2069\u2069"_s));
    cover.cover(page, facts, true);
    QVERIFY(says(u"@invented_jane"_s));
}

void tst_covering::everythingGoesAtOnceAndComesBack()
{
    m_window->action(u"exportStories"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"exportDialog"_s));
    QGuiApplication::clipboard()->setText(u"a copied story"_s);
    const bool ours = QGuiApplication::clipboard()->ownsClipboard(); // not every platform can say
    m_window->action(u"quickHide"_s)->trigger();
    QVERIFY(neutralPage());
    QVERIFY(!m_window->window()->isVisible());
    QVERIFY(!OpenedWindow::dialog(u"exportDialog"_s));
    QVERIFY(!neutralPage()->windowTitle().contains(u"Tidemark"_s));
    QVERIFY(!QGuiApplication::applicationDisplayName().contains(u"idemark"_s));
    QVERIFY(!ours || QGuiApplication::clipboard()->text().isEmpty());
    QTest::keyClick(neutralPage(), Qt::Key_F9);
    QTRY_VERIFY(m_window->window()->isVisible());
    QVERIFY(OpenedWindow::dialog(u"exportDialog"_s));
    QVERIFY(!neutralPage());
    OpenedWindow::dialog(u"exportDialog"_s)->reject();
}

void tst_covering::theMouseBringsBackBySentenceAlone()
{
    m_window->action(u"quickHide"_s)->trigger();
    auto *hint = neutralPage()->findChild<QLabel *>(u"goesBack"_s);
    QVERIFY(hint);
    QTest::mouseDClick(neutralPage(), Qt::LeftButton, {}, neutralPage()->rect().center());
    QTest::mouseClick(hint, Qt::LeftButton);
    QCoreApplication::processEvents();
    QVERIFY(neutralPage());
    QTest::mouseDClick(hint, Qt::LeftButton);
    QTRY_VERIFY(m_window->window()->isVisible());
    QVERIFY(!neutralPage());
}

void tst_covering::aDialogCanBeHiddenByTheKey()
{
    m_window->action(u"exportStories"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"exportDialog"_s));
    QTest::keyClick(OpenedWindow::dialog(u"exportDialog"_s)->windowHandle(), Qt::Key_F9);
    QVERIFY(neutralPage());
    QVERIFY(!OpenedWindow::dialog(u"exportDialog"_s));
    QTest::keyClick(neutralPage(), Qt::Key_F9);
    QTRY_VERIFY(m_window->window()->isVisible());
    QTRY_VERIFY(OpenedWindow::dialog(u"exportDialog"_s));
    OpenedWindow::dialog(u"exportDialog"_s)->reject();
}

void tst_covering::anotherKeyHidesAndBringsBack()
{
    m_window->action(u"quickHide"_s)->setShortcut(QKeySequence(u"Ctrl+Shift+H"_s)); // as the list of keys does
    for (const QKeyCombination key :
         {Qt::ControlModifier | Qt::ShiftModifier | Qt::Key_H, QKeyCombination(Qt::Key_F9)}) {
        QTest::keyClick(m_window->window()->windowHandle(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(neutralPage());
        QVERIFY(neutralPage()->findChild<QLabel *>(u"goesBack"_s)->text().startsWith(u"Ctrl+Shift+H or"_s));
        QTest::keyClick(neutralPage(), key.key(), key.keyboardModifiers());
        QTRY_VERIFY(m_window->window()->isVisible());
        QVERIFY(!neutralPage());
    }
}

void tst_covering::whatOpensMeanwhileStaysOutOfSight()
{
    m_window->action(u"quickHide"_s)->trigger();
    QVERIFY(neutralPage());
    inform(m_window->window(), u"The export is done."_s);
    QTRY_VERIFY(!OpenedWindow::dialog(u"notice"_s));
    QVERIFY(neutralPage());
    QTest::keyClick(neutralPage(), Qt::Key_F9);
    QTRY_VERIFY(OpenedWindow::dialog(u"notice"_s));
    QTRY_VERIFY(OpenedWindow::dialog(u"notice"_s)->windowHandle()->isExposed());
    OpenedWindow::dialog(u"notice"_s)->accept();
}

void tst_covering::threeShiftsHideWhereSwitchedOn()
{
    QWindow *window = m_window->window()->windowHandle();
    const auto shift = [window] {
        QTest::keyPress(window, Qt::Key_Shift);
        QTest::keyRelease(window, Qt::Key_Shift);
    };
    for (int i = 0; i < 3; ++i)
        shift();
    QVERIFY(!neutralPage());
    m_window->action(u"shiftHides"_s)->setChecked(true);
    shift();
    shift();
    QTest::keyClick(window, Qt::Key_A); // something between
    shift();
    QVERIFY(!neutralPage());
    shift();
    shift();
    QVERIFY(neutralPage());
    m_window->action(u"shiftHides"_s)->setChecked(false);
    QTest::keyClick(neutralPage(), Qt::Key_F9);
    QTRY_VERIFY(m_window->window()->isVisible());
}

QTEST_MAIN(tst_covering)
#include "tst_covering.moc"
