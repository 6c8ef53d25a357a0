#include "model/Covering.h"
#include "reading/NoteEditor.h"
#include "reading/ReadingPane.h"
#include "reading/StoryText.h"
#include "search/SearchBox.h"
#include "store/Connection.h"
#include "ui/OpenedWindow.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Reading by keys alone, in the real window.
class tst_reading_on : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void lettersGoToTheNextAndThePreviousStory();
    void lettersInTheSearchBoxAreText();
    void nextUnreadPassesOverWhatIsRead();
    void whereNothingIsUnreadItIsSaid();
    void fromNoStoryEitherWayLeadsToTheFirstUnread();
    void spaceReadsOn();
    void functionKeysGoFromMatchToMatch();
    void aDigitSetsAThemeAndUndoTakesItBack();
    void thePaletteFindsAThemeByTyping();
    void aThemeThatSomeOfTheChosenHaveIsSetOnAll();
    void aNoteIsWrittenBelowTheStory();
    void aNoteThatIsBeingWrittenIsKeptAtClosing();
    void aNoteThatCantBeWrittenIsNotLost();
    void oneNoteIsWrittenOnAllThatAreChosen();
    void sizesAndTypeChange();
    void keysActOnTheStoryThatIsReadThoughItIsNotListed();
    void aClickLeadsBackFromAStoryThatIsNotListed();
    void theWayBackFromARelatedStoryLeadsToTheOneBefore();
    void whatIsMarkedUnreadStaysUnread();
    void aCoveredStoryIsReadOnceItIsUncovered();
    void selectedWordsStaySelectedWhenTheStoryIsReadAnew();
    void whatNeedsATextNeedsAStoryThatIsShown();
    void copyTakesWhatIsSelectedWhereTheFocusIs();
    void theKeyForCopyingTakesTheStoryFromTheList();

private:
    void readOutsideTheList() const;
    [[nodiscard]] ReadingPane *pane() const { return m_window->window()->findChild<ReadingPane *>(); }
    [[nodiscard]] StoryListModel *model() const
    {
        return qobject_cast<StoryListModel *>(m_window->list()->model());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window->list(), key, modifiers);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
};

void tst_reading_on::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
}

void tst_reading_on::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    m_window->list()->setFocus();
}

void tst_reading_on::lettersGoToTheNextAndThePreviousStory()
{
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(1));
    press(Qt::Key_K);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    press(Qt::Key_K); // the first stays
    QCOMPARE(m_window->list()->currentStory(), model()->idAt(0));
}

void tst_reading_on::lettersInTheSearchBoxAreText()
{
    auto *box = m_window->child<SearchBox>(u"searchBox"_s);
    box->setFocus();
    QTest::keyClicks(box, u"jfn1"_s);
    QCOMPARE(box->text(), u"jfn1"_s);
    QTest::keyClick(box, Qt::Key_Escape);
    box->clear();
    QTest::keyClick(box, Qt::Key_Escape); // nothing to take back: on to the stories
    QVERIFY(m_window->list()->hasFocus());
    QCOMPARE(m_window->list()->currentStory(), noStory);
}

void tst_reading_on::nextUnreadPassesOverWhatIsRead()
{
    Collection *collection = m_window->workspace()->collection();
    collection->setMark({model()->idAt(1), model()->idAt(2)}, Collection::Mark::Read, true);
    QTRY_VERIFY(model()->storyAt(2) && model()->storyAt(2)->read);
    m_window->list()->showStory(model()->idAt(0));
    press(Qt::Key_N);
    QTRY_COMPARE(m_window->list()->currentStory(), model()->idAt(3));
    press(Qt::Key_P);
    QTRY_COMPARE(m_window->list()->currentStory(), model()->idAt(0));
}

void tst_reading_on::whereNothingIsUnreadItIsSaid()
{
    Collection *collection = m_window->workspace()->collection();
    const auto *told = m_window->child<QLabel>(u"told"_s);
    const QVector<StoryId> all = m_window->workspace()->selection().ids(0, 6, Order::NewestFirst);
    const auto isRead = [this](int row) { return model()->storyAt(row) && model()->storyAt(row)->read; };
    collection->setMark(all.mid(1), Collection::Mark::Read, true);
    QTRY_VERIFY(isRead(1) && isRead(5));
    m_window->list()->showStory(all.at(3));
    press(Qt::Key_N);
    QTRY_VERIFY(told->isVisible());
    QCOMPARE(told->text(), u"No unread story comes after this one, but some come before it."_s);
    press(Qt::Key_P);
    QTRY_COMPARE(m_window->list()->currentStory(), all.at(0));
    QVERIFY(!told->isVisible()); // it holds no more
    press(Qt::Key_N);
    QTRY_VERIFY(told->isVisible());
    QCOMPARE(told->text(), u"Every story here is read."_s); // this one is being read
    QCOMPARE(m_window->list()->currentStory(), all.at(0));
    m_window->list()->showStory(all.at(3));
    collection->setMark({all.at(0)}, Collection::Mark::Read, true);
    QTRY_VERIFY(isRead(0));
    press(Qt::Key_P);
    QTRY_COMPARE(told->text(), u"Every story here is read."_s);
    QCOMPARE(m_window->list()->currentStory(), all.at(3));
}

void tst_reading_on::fromNoStoryEitherWayLeadsToTheFirstUnread()
{
    QCOMPARE(m_window->list()->currentStory(), noStory);
    press(Qt::Key_P);
    QTRY_COMPARE(m_window->list()->currentStory(), model()->idAt(0));
}

void tst_reading_on::spaceReadsOn()
{
    press(Qt::Key_Space);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    press(Qt::Key_Space); // a short story: there is no more of it
    QTRY_COMPARE(pane()->story(), model()->idAt(1));
    QTest::keyClick(pane()->textView(), Qt::Key_Space, Qt::ShiftModifier);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
}

void tst_reading_on::functionKeysGoFromMatchToMatch()
{
    auto *box = m_window->child<SearchBox>(u"searchBox"_s);
    QTest::keyClicks(box, u"at OR my"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    m_window->list()->showStory(model()->idAt(0)); // "The manager at my workplace ..."
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    const auto selected = [this] { return pane()->textView()->selectedText(true); };
    press(Qt::Key_F3);
    QCOMPARE(selected(), u"at"_s);
    press(Qt::Key_F3);
    QCOMPARE(selected(), u"my"_s);
    press(Qt::Key_F3); // round the end
    QCOMPARE(selected(), u"at"_s);
    press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(selected(), u"my"_s);
}

void tst_reading_on::aDigitSetsAThemeAndUndoTakesItBack()
{
    press(Qt::Key_J);
    const int first = m_window->workspace()->collection()->facts().codebook.themes.constFirst().number;
    const auto has = [&] { return model()->storyAt(0) && model()->storyAt(0)->themes.contains(first); };
    QTRY_VERIFY(model()->storyAt(0));
    QVERIFY(!has());
    press(Qt::Key_1);
    QTRY_VERIFY(has());
    QTRY_VERIFY(m_window->action(u"undo"_s)->isEnabled());
    m_window->action(u"undo"_s)->trigger();
    QTRY_VERIFY(!has());
}

void tst_reading_on::thePaletteFindsAThemeByTyping()
{
    press(Qt::Key_J);
    QTRY_VERIFY(m_window->action(u"themePalette"_s)->isEnabled());
    press(Qt::Key_T);
    QTRY_VERIFY(OpenedWindow::dialog(u"themePalette"_s));
    auto *search = OpenedWindow::dialog(u"themePalette"_s)->findChild<QLineEdit *>(u"themeSearch"_s);
    const auto *themes = OpenedWindow::dialog(u"themePalette"_s)->findChild<QListWidget *>();
    const auto *nothing = OpenedWindow::dialog(u"themePalette"_s)->findChild<QLabel *>(u"noTheme"_s);
    QVERIFY(nothing->isHidden());
    search->setText(u"xyzzy"_s);
    QVERIFY(nothing->isVisible());
    QVERIFY(!themes->currentItem());
    search->setText(u"colleague"_s); // in no name, but in a definition
    QVERIFY(nothing->isHidden());
    QVERIFY(themes->currentItem());
    search->clear();
    QTest::keyClicks(search, u"workplace"_s);
    QTest::keyClick(search, Qt::Key_Return);
    const Codebook codebook = m_window->workspace()->collection()->facts().codebook;
    const Theme *theme = codebook.theme(u"workplace"_s);
    QVERIFY(theme);
    QTRY_VERIFY(model()->storyAt(0) && model()->storyAt(0)->themes.contains(theme->number));
}

void tst_reading_on::aThemeThatSomeOfTheChosenHaveIsSetOnAll()
{
    const Codebook codebook = m_window->workspace()->collection()->facts().codebook;
    const int workplace = codebook.theme(u"workplace"_s)->number;
    const auto having = [&] {
        int count = 0;
        for (int row = 0; row < 6; ++row)
            count += model()->storyAt(row) && model()->storyAt(row)->themes.contains(workplace) ? 1 : 0;
        return count;
    };
    QTRY_VERIFY(having() > 0);
    QVERIFY(having() < 6);
    press(Qt::Key_J);
    m_window->list()->selectAll();
    const auto openPalette = [this] {
        m_window->window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
        QTRY_VERIFY(m_window->action(u"themePalette"_s)->isEnabled());
        press(Qt::Key_T);
        QTRY_VERIFY(OpenedWindow::dialog(u"themePalette"_s));
    };
    const auto tick = [&] {
        auto *themes = OpenedWindow::dialog(u"themePalette"_s)->findChild<QListWidget *>();
        return themes->findItems(codebook.theme(u"workplace"_s)->name, Qt::MatchExactly).constFirst()->checkState();
    };
    const auto choose = [] {
        auto *search = OpenedWindow::dialog(u"themePalette"_s)->findChild<QLineEdit *>(u"themeSearch"_s);
        QTest::keyClicks(search, u"workplace"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!OpenedWindow::dialog(u"themePalette"_s));
    };
    openPalette();
    QCOMPARE(tick(), Qt::PartiallyChecked);
    choose();
    QTRY_COMPARE(having(), 6);
    openPalette();
    QCOMPARE(tick(), Qt::Checked);
    choose();
    QTRY_COMPARE(having(), 0);
}

void tst_reading_on::aNoteIsWrittenBelowTheStory()
{
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    const auto *editor = pane()->findChild<NoteEditor *>();
    m_window->action(u"note"_s)->trigger();
    QVERIFY(editor->isVisible());
    QWidget *text = QApplication::focusWidget();
    QVERIFY(editor->isAncestorOf(text));
    QTest::keyClicks(text, u"ask her first"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!editor->isVisible());
    QVERIFY(m_window->list()->hasFocus()); // as before
    QTRY_VERIFY(model()->storyAt(0)->hasNote);
}

void tst_reading_on::aNoteThatIsBeingWrittenIsKeptAtClosing()
{
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    const StoryId story = pane()->story();
    const QString path = m_window->workspace()->collection()->facts().path;
    m_window->action(u"note"_s)->trigger();
    QTest::keyClicks(QApplication::focusWidget(), u"ask her first"_s);
    m_window.reset();
    const auto opened = Collection::open(path, Collection::Missing::Fail);
    QVERIFY(opened);
    QFuture<Result<StoryPage>> page = opened.value()->story(story);
    page.waitForFinished();
    QCOMPARE(page.result().value().note, u"ask her first"_s);
}

void tst_reading_on::aNoteThatCantBeWrittenIsNotLost()
{
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    const QString path = m_window->workspace()->collection()->facts().path;
    const auto file = Connection::open(path, Connection::Access::Write).value();
    QVERIFY(file->run("CREATE TRIGGER full BEFORE INSERT ON note BEGIN SELECT RAISE(ABORT, 'no room'); END"));
    m_window->action(u"note"_s)->trigger();
    QTest::keyClicks(QApplication::focusWidget(), u"ask her first"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(OpenedWindow::dialog(u"noteDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"noteDialog"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), u"ask her first"_s);
    QVERIFY(m_window->child<QWidget>(u"jobBar"_s)->isVisible()); // which says why
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s)); // it isn't thrown away by a key
    OpenedWindow::dialog(u"question"_s)->close();
    QVERIFY(file->run("DROP TRIGGER full"));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(model()->storyAt(0)->hasNote);
}

void tst_reading_on::oneNoteIsWrittenOnAllThatAreChosen()
{
    const auto noted = [&] {
        int count = 0;
        for (int row = 0; row < 6; ++row)
            count += model()->storyAt(row) && model()->storyAt(row)->hasNote ? 1 : 0;
        return count;
    };
    QTRY_VERIFY(model()->storyAt(5));
    m_window->list()->selectAll();
    m_window->action(u"note"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"noteDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"noteDialog"_s);
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"ask her first"_s);
    const auto *box = dialog->findChild<QDialogButtonBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(noted(), 6);
    QVERIFY(m_window->action(u"undo"_s)->text().contains(u"6"_s));
    m_window->action(u"undo"_s)->trigger();
    QTRY_COMPARE(noted(), 0);
}

void tst_reading_on::sizesAndTypeChange()
{
    const double size = pane()->pointSize();
    m_window->action(u"largerText"_s)->trigger();
    QCOMPARE(pane()->pointSize(), size + 1);
    m_window->action(u"usualText"_s)->trigger();
    QCOMPARE(pane()->pointSize(), 12.5);
    m_window->action(u"sepia"_s)->trigger();
    QCOMPARE(pane()->palette().color(QPalette::Base), QColor(0xfb, 0xf3, 0xe4));
    m_window->action(u"sepia"_s)->trigger();
    QVERIFY(pane()->palette().color(QPalette::Base) != QColor(0xfb, 0xf3, 0xe4));
}

/// The list holds those on Mastodon, its first one is chosen; a story on Twitter is read.
void tst_reading_on::readOutsideTheList() const
{
    const StoryId outside = model()->idAt(2);
    m_window->clickFacet(Facet::Platform, u"mastodon"_s);
    QTRY_COMPARE(m_window->count(), u"3 of 6 stories"_s);
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    emit pane()->storyActivated(outside); // as by a link in the story
    QTRY_COMPARE(pane()->story(), outside);
    QVERIFY(model()->rowOf(outside) < 0);
}

void tst_reading_on::keysActOnTheStoryThatIsReadThoughItIsNotListed()
{
    readOutsideTheList();
    const StoryId outside = pane()->story();
    const StoryId listed = model()->idAt(0);
    Collection *collection = m_window->workspace()->collection();
    const auto row = [&](StoryId story) { return collection->rows({story}, false).result().value().constFirst(); };
    const int first = collection->facts().codebook.themes.constFirst().number;
    QTRY_VERIFY(m_window->action(u"star"_s)->isEnabled());
    press(Qt::Key_S);
    QTRY_VERIFY(row(outside).starred);
    press(Qt::Key_1);
    QTRY_VERIFY(row(outside).themes.contains(first));
    m_window->action(u"note"_s)->trigger();
    QTest::keyClicks(QApplication::focusWidget(), u"of this one"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(row(outside).hasNote);
    QVERIFY(!row(listed).starred);
    QVERIFY(!row(listed).themes.contains(first));
    QVERIFY(!row(listed).hasNote);
    m_window->list()->setFocus();
    press(Qt::Key_J); // on from where the list was left
    QTRY_COMPARE(pane()->story(), model()->idAt(1));
}

void tst_reading_on::aClickLeadsBackFromAStoryThatIsNotListed()
{
    readOutsideTheList();
    const QModelIndex first = model()->index(0, StoryListModel::OpeningColumn);
    QTest::mouseClick(m_window->list()->viewport(), Qt::LeftButton, {},
                      m_window->list()->visualRect(first).center());
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    QCOMPARE(m_window->list()->selectedStories(), QVector<StoryId>{model()->idAt(0)});
}

void tst_reading_on::whatIsMarkedUnreadStaysUnread()
{
    Collection *collection = m_window->workspace()->collection();
    collection->setMark({model()->idAt(0)}, Collection::Mark::Read, true);
    const auto isRead = [this] { return model()->storyAt(0) && model()->storyAt(0)->read; };
    QTRY_VERIFY(isRead());
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    press(Qt::Key_M);
    QTRY_VERIFY(!isRead());
    QVERIFY(!QTest::qWaitFor(isRead, 1500)); // longer than a story takes to count as read
}

void tst_reading_on::aCoveredStoryIsReadOnceItIsUncovered()
{
    m_window->workspace()->covering()->setThemes({u"workplace"_s});
    const StoryId story = model()->idAt(3); // "The manager at my workplace ..."
    m_window->list()->showStory(story);
    QTRY_COMPARE(pane()->story(), story);
    QVERIFY(pane()->isCovered());
    const auto isRead = [this] { return model()->storyAt(3) && model()->storyAt(3)->read; };
    QVERIFY(!QTest::qWaitFor(isRead, 1500));
    QTest::mouseClick(pane()->findChild<QPushButton *>(u"uncover"_s), Qt::LeftButton);
    QVERIFY(!pane()->isCovered());
    QTRY_VERIFY(isRead());
}

void tst_reading_on::selectedWordsStaySelectedWhenTheStoryIsReadAnew()
{
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(0));
    StoryText *text = pane()->textView();
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(text->story().textStart());
    text->setTextCursor(cursor);
    QTest::keyClick(text, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    const QString selected = text->selectedText(true);
    QVERIFY(!selected.isEmpty());
    QTRY_VERIFY(model()->storyAt(0)->read); // a second later
    QCOMPARE(text->selectedText(true), selected);
    const int before = text->textCursor().position();
    const QSignalSpy anew(text->document(), &QTextDocument::contentsChanged);
    press(Qt::Key_1); // now its themes are others
    QTRY_VERIFY(!anew.isEmpty());
    QCOMPARE(text->selectedText(true), selected);
    QCOMPARE(text->textCursor().position(), before);
    press(Qt::Key_J);
    QTRY_COMPARE(pane()->story(), model()->idAt(1));
    QVERIFY(!text->textCursor().hasSelection());
    QCOMPARE(text->textCursor().position(), 0);
}

void tst_reading_on::whatNeedsATextNeedsAStoryThatIsShown()
{
    const auto are = [this](bool enabled) {
        for (const QString &name :
             {u"print"_s, u"copy"_s, u"copyWithNames"_s, u"nextMatch"_s, u"previousMatch"_s, u"excerptNote"_s}) {
            if (m_window->action(name)->isEnabled() != enabled)
                return false;
        }
        return true;
    };
    QVERIFY(are(false));
    m_window->list()->showStory(model()->idAt(3));
    QTRY_VERIFY(are(true));
    Covering *covering = m_window->workspace()->covering();
    covering->setThemes({u"workplace"_s});
    QTRY_VERIFY(pane()->isCovered());
    QVERIFY(are(false));
    press(Qt::Key_Space); // uncovers
    QTRY_VERIFY(are(true));
    m_window->workspace()->collection()->forget({model()->idAt(3)});
    QTRY_COMPARE_WITH_TIMEOUT(pane()->story(), noStory, 60000);
    QVERIFY(are(false));
}

void tst_reading_on::copyTakesWhatIsSelectedWhereTheFocusIs()
{
    m_window->list()->showStory(model()->idAt(1));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->action(u"copy"_s)->isEnabled(), 60000);
    auto *box = m_window->child<QLineEdit>(u"searchBox"_s);
    box->setFocus();
    QTest::keyClicks(box, u"boss"_s);
    m_window->action(u"copy"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"invented"_s)); // nothing is selected there: the story
    box->selectAll();
    m_window->action(u"copy"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"boss"_s);
    m_window->action(u"note"_s)->trigger();
    auto *note = pane()->findChild<QPlainTextEdit *>();
    note->setFocus();
    note->setPlainText(u"a thought"_s);
    note->selectAll();
    m_window->action(u"copy"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a thought"_s);
}

void tst_reading_on::theKeyForCopyingTakesTheStoryFromTheList()
{
    const auto copied = [](QWidget *focus) {
        QGuiApplication::clipboard()->setText(u"before"_s);
        focus->setFocus();
        QTest::keyClick(focus, Qt::Key_C, Qt::ControlModifier);
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied(m_window->list()), u"before"_s); // no story is shown yet
    const QString story
        = QString(u"invented and long, "_s).repeated(30) + u"ended"_s; // its row shows the beginning
    QFile csv(m_folder.filePath(u"long.csv"_s));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write(u"text,posted_at\r\n\"%1\",2017-10-21T10:00:00Z\r\n"_s.arg(story).toUtf8());
    csv.close();
    QVERIFY(m_window->import(csv.fileName()));
    QTRY_COMPARE(m_window->count(), u"7 stories"_s);
    m_window->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window()));
    m_window->list()->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(m_window->action(u"copy"_s)->isEnabled());
    QCOMPARE(copied(m_window->list()), story);
    auto *box = m_window->child<QLineEdit>(u"searchBox"_s);
    box->setFocus();
    QTest::keyClicks(box, u"boss"_s);
    QCOMPARE(copied(box), u"before"_s);
    box->selectAll();
    QCOMPARE(copied(box), u"boss"_s);
    m_window->action(u"timelineAsTable"_s)->trigger();
    auto *table = m_window->child<QTableView>(u"timelineTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setCurrentIndex(table->model()->index(0, 1));
    QCOMPARE(copied(table), table->currentIndex().data().toString());
    m_window->action(u"timelineAsTable"_s)->trigger();
}

void tst_reading_on::theWayBackFromARelatedStoryLeadsToTheOneBefore()
{
    readOutsideTheList();
    const StoryId outside = pane()->story();
    const StoryId read = model()->idAt(0);
    const StoryId listed = model()->idAt(2);
    const auto go = [this](const QString &way) {
        QTRY_VERIFY(m_window->action(way)->isEnabled());
        m_window->action(way)->trigger();
    };
    go(u"back"_s);
    QTRY_COMPARE(pane()->story(), read);
    QCOMPARE(m_window->count(), u"3 of 6 stories"_s);
    go(u"forward"_s);
    QTRY_COMPARE(pane()->story(), outside);
    emit pane()->storyActivated(listed);
    QTRY_COMPARE(pane()->story(), listed);
    QCOMPARE(m_window->list()->selectedStories(), QVector<StoryId>{listed});
    go(u"back"_s);
    QTRY_COMPARE(pane()->story(), outside);
    go(u"back"_s);
    QTRY_COMPARE(pane()->story(), read);
    go(u"back"_s);
    QTRY_COMPARE(m_window->count(), u"6 stories"_s);
}

QTEST_MAIN(tst_reading_on)
#include "tst_reading_on.moc"
