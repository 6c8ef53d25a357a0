#include "coding/CodingBar.h"
#include "coding/CodingDialog.h"
#include "jobs/JobBar.h"
#include "list/StoryListView.h"
#include "model/CodedCollection.h"
#include "model/SavedFilters.h"
#include "model/StoryListModel.h"
#include "timeline/TimelinePanel.h"
#include "ui/OpenedWindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Coding story after story in the real window, by keys.
class tst_coding_stories : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void codesByKeys();
    void keysAreShownAsTheyAre();
    void keysAreForTheStoryAtHand();
    void aSecondCoderSeesNothingAndDifferencesAreSettled();
    void aBlindRoundChangesNothingThatIsInForce();
    void aBlindRoundWaitsForWhatIsBeingWritten();
    void everyRoundHasItsButtons();
    void aRoundLeavesTheListOfAnotherAlone();
    void suggestionsForAVoiceAskForIt();
    void theVoiceIsAskedForNextTimeOnlyWhereSomebodyWishedIt_data();
    void theVoiceIsAskedForNextTimeOnlyWhereSomebodyWishedIt();

private:
    static void begin(OpenedWindow &window, const QString &coder, bool blind);
    static void codeAllAsAda(OpenedWindow &window); ///< that each tells of ogling
    static QString progress(const OpenedWindow &window)
    {
        return window.child<QLabel>(u"codingProgress"_s)->text();
    }

    QTemporaryDir m_folder;
};

void tst_coding_stories::begin(OpenedWindow &window, const QString &coder, bool blind)
{
    window.action(u"codeStories"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"codingDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"codingDialog"_s);
    auto *from = dialog->findChild<QComboBox *>(u"codingFrom"_s);
    from->setFocus();
    QTest::keyClick(from, blind ? Qt::Key_End : Qt::Key_Home);
    auto *themes = dialog->findChild<QListWidget *>(u"codingThemes"_s);
    auto *go = dialog->findChild<QPushButton *>(u"beginCoding"_s);
    if (!blind) { // else they stand there from the first time
        QVERIFY(!go->isEnabled());
        themes->setFocus();
        themes->setCurrentRow(test::ogling);
        QTest::keyClick(themes, Qt::Key_Space);
    }
    auto *name = dialog->findChild<QLineEdit *>(u"codingCoder"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, coder);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!OpenedWindow::dialog(u"codingDialog"_s));
    // It may wait for what is being written, and sanitizers take their time.
    QTRY_VERIFY_WITH_TIMEOUT(window.child<CodingBar>(u"codingBar"_s)->isVisible(), 60000);
    window.window()->activateWindow(); // shortcuts are its own
    QVERIFY(QTest::qWaitForWindowActive(window.window()));
}

void tst_coding_stories::codeAllAsAda(OpenedWindow &window)
{
    begin(window, u"Ada"_s, false);
    QTRY_VERIFY(window.list()->currentStory() != noStory);
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(window.list(), Qt::Key_2);
        QTest::keyClick(window.list(), Qt::Key_C);
    }
    QTRY_COMPARE(test::storiesOf(*window.workspace()->collection(), u"theme:ogling"_s).size(), 6);
    window.action(u"endCoding"_s)->trigger();
}

void tst_coding_stories::codesByKeys()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    Collection *collection = window.workspace()->collection();
    begin(window, u"Ada"_s, false);
    QTRY_COMPARE(progress(window), u"0 of 6 coded · \u2068Ada\u2069"_s);
    QTRY_VERIFY(window.list()->currentStory() != noStory);
    const StoryId first = window.list()->currentStory();
    auto *button = window.child<QToolButton>(u"codingTheme"_s);
    QVERIFY(!button->isChecked());
    QTest::keyClick(window.list(), Qt::Key_2);
    QVERIFY(button->isChecked());
    QTest::keyClick(window.list(), Qt::Key_C);
    QTRY_VERIFY(progress(window).startsWith(u"1 of 6 coded"_s));
    QTRY_VERIFY(window.list()->currentStory() != first);
    QVERIFY(!button->isChecked());
    QTRY_COMPARE(test::storiesOf(*collection, u"theme:ogling coded:hand"_s), QVector<StoryId>{first});

    const StoryId second = window.list()->currentStory();
    QTest::keyClick(window.list(), Qt::Key_X); // passed over
    QTRY_VERIFY(window.list()->currentStory() != second);
    QVERIFY(progress(window).startsWith(u"1 of 6 coded"_s));

    QTRY_VERIFY(window.action(u"undo"_s)->isEnabled());
    QTest::keyClick(window.list(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(progress(window).startsWith(u"0 of 6 coded"_s));
    QTRY_COMPARE(window.list()->currentStory(), first);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(window.list(), Qt::Key_C);
    QTRY_VERIFY(progress(window).startsWith(u"5 of 6 coded"_s));
    QVERIFY(progress(window).endsWith(u"choose one in the list to code it"_s));
    window.action(u"endCoding"_s)->trigger();
    QVERIFY(!window.child<CodingBar>(u"codingBar"_s)->isVisible());
    QVERIFY(!window.action(u"recordCoding"_s)->isEnabled());
    QTest::keyClick(window.list(), Qt::Key_2); // what the keys do at other times
    QTRY_COMPARE(test::storiesOf(*collection, u"theme:ogling"_s).size(), 1);
}

/// And not for all that were chosen when the round began.
void tst_coding_stories::keysAreShownAsTheyAre()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    begin(window, u"Ada"_s, false);
    QTRY_VERIFY(window.list()->currentStory() != noStory);
    const auto *theme = window.child<QToolButton>(u"codingTheme"_s);
    const auto *voice = window.child<QToolButton>(u"codingVoice"_s);
    QVERIFY(theme->text().startsWith(u"2  "_s));
    QCOMPARE(voice->toolTip(), u"Key Ctrl+1"_s);
    window.action(u"themeKey2"_s)->setShortcut(QKeySequence(u"Y"_s)); // as the list of keys does
    window.action(u"voiceKey1"_s)->setShortcut(QKeySequence(u"Alt+1"_s));
    QVERIFY(theme->text().startsWith(u"Y  "_s));
    QCOMPARE(theme->toolTip(), u"Key Y"_s);
    QVERIFY(voice->text().startsWith(u"Alt+1  "_s));
    const auto isInMenu = [&](const QString &name, const QString &key) {
        auto *menu = window.child<QMenu>(name);
        emit menu->aboutToShow();
        const QList<QAction *> entries = menu->actions();
        return std::any_of(entries.cbegin(), entries.cend(),
                           [&](const QAction *entry) { return entry->text().endsWith(u'\t' + key); });
    };
    QVERIFY(isInMenu(u"themesMenu"_s, u"Y"_s));
    QVERIFY(!isInMenu(u"themesMenu"_s, u"2"_s));
    QVERIFY(isInMenu(u"voiceMenu"_s, u"Alt+1"_s));
    QVERIFY(isInMenu(u"voiceMenu"_s, u"Ctrl+2"_s));
    window.action(u"themeKey2"_s)->setShortcut({});
    QCOMPARE(theme->toolTip(), u"Key T, then the theme’s name"_s);
}

void tst_coding_stories::keysAreForTheStoryAtHand()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    Collection *collection = window.workspace()->collection();
    QTest::keyClick(window.list(), Qt::Key_Down);
    window.list()->selectAll();
    QCOMPARE(window.list()->selectedStories().size(), 6);
    begin(window, u"Ada"_s, false);
    QTRY_COMPARE(window.list()->selectedStories().size(), 1);
    const StoryId first = window.list()->currentStory();
    QTest::keyClick(window.list(), Qt::Key_2);
    QTest::keyClick(window.list(), Qt::Key_C);
    QTRY_VERIFY(progress(window).startsWith(u"1 of 6 coded"_s));
    QTRY_COMPARE(test::storiesOf(*collection, u"theme:ogling"_s), QVector<StoryId>{first});
}

void tst_coding_stories::aSecondCoderSeesNothingAndDifferencesAreSettled()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    Collection *collection = window.workspace()->collection();
    codeAllAsAda(window);

    begin(window, u"Bea"_s, true);
    QVERIFY(progress(window).contains(u"blind"_s));
    QVERIFY(!window.child<FacetPanel>(u"facetPanel"_s)->isVisible());
    QVERIFY(!window.workspace()->findChild<TimelinePanel *>()->isVisible()); // it may be split by theme
    QVERIFY(!window.action(u"themeTables"_s)->isEnabled());
    const auto themesShown
        = [&] { return window.list()->model()->index(0, StoryListModel::ThemesColumn).data().toString(); };
    QTRY_VERIFY(window.list()->model()->index(0, 0).data(StoryListModel::LoadedRole).toBool());
    QCOMPARE(themesShown(), QString());
    QCOMPARE(window.list()->model()->index(0, StoryListModel::VoiceColumn).data().toString(), QString());
    QTRY_VERIFY(window.list()->currentStory() != noStory);
    const StoryId differing = window.list()->currentStory();
    QTest::keyClick(window.list(), Qt::Key_C);
    QTRY_VERIFY(progress(window).startsWith(u"1 of 6 coded"_s));
    window.action(u"endCoding"_s)->trigger();
    QVERIFY(window.child<FacetPanel>(u"facetPanel"_s)->isVisible());
    QVERIFY(window.workspace()->findChild<TimelinePanel *>()->isVisible());
    QVERIFY(window.action(u"themeTables"_s)->isEnabled());
    QTRY_VERIFY(!themesShown().isEmpty());
    QCOMPARE(test::storiesOf(*collection, u"theme:ogling"_s).size(), 6); // Ada's word is in force

    window.action(u"agreement"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"agreementDialog"_s));
    QDialog *dialog = OpenedWindow::dialog(u"agreementDialog"_s);
    auto *open = dialog->findChild<QTableView *>(u"disagreementTable"_s);
    QTRY_COMPARE(open->model()->rowCount(), 1);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"settleAbsent"_s), Qt::LeftButton);
    QTRY_COMPARE(open->model()->rowCount(), 0);
    QVERIFY(!test::storiesOf(*collection, u"theme:ogling"_s).contains(differing));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"undoSettling"_s), Qt::LeftButton);
    QTRY_COMPARE(open->model()->rowCount(), 1);
    QVERIFY(test::storiesOf(*collection, u"theme:ogling"_s).contains(differing));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void tst_coding_stories::aBlindRoundChangesNothingThatIsInForce()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    Collection *collection = window.workspace()->collection();
    const auto solidarity = [&] { return test::storiesOf(*collection, u"voice:solidarity"_s); };
    const auto withFirstTheme = [&] {
        return test::storiesOf(*collection, u"theme:"_s + collection->facts().codebook.themes.constFirst().id);
    };
    QVERIFY(!solidarity().isEmpty());
    const StoryId story = solidarity().constFirst();
    codeAllAsAda(window);

    begin(window, u"Bea"_s, true);
    for (int coded = 0; coded < 6; ++coded) {
        QTRY_VERIFY(window.action(u"recordCoding"_s)->isEnabled());
        QTest::keyClick(window.list(), Qt::Key_C);
        QTRY_VERIFY(progress(window).startsWith(u"%1 of 6 coded"_s.arg(coded + 1)));
    }
    window.list()->showStory(story);
    QTRY_VERIFY(window.list()->currentStory() == story && window.action(u"star"_s)->isEnabled());
    window.action(u"voiceKey1"_s)->trigger();
    window.action(u"themeKey1"_s)->trigger();
    QTRY_VERIFY(!window.window()->findChild<JobBar *>()->isBusy());
    QVERIFY(solidarity().contains(story));
    QVERIFY(!withFirstTheme().contains(story));
    window.action(u"endCoding"_s)->trigger();

    QTRY_VERIFY(window.action(u"star"_s)->isEnabled());
    window.list()->showStory(story);
    QTRY_COMPARE(window.list()->currentStory(), story);
    window.action(u"voiceKey1"_s)->trigger(); // the round is over
    QTRY_VERIFY(!solidarity().contains(story));
    window.action(u"themeKey1"_s)->trigger();
    QTRY_VERIFY(withFirstTheme().contains(story));
}

void tst_coding_stories::aBlindRoundWaitsForWhatIsBeingWritten()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    begin(window, u"Ada"_s, false);
    QTRY_VERIFY(window.list()->currentStory() != noStory);
    for (int i = 0; i < 20; ++i)
        window.workspace()->collection()->recode(); // keeps the writer busy
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(window.list(), Qt::Key_C);
    window.action(u"endCoding"_s)->trigger();
    begin(window, u"Bea"_s, true);
    QTRY_VERIFY_WITH_TIMEOUT(progress(window).startsWith(u"0 of 6 coded"_s), 60000);
}

/// Between two rounds over the same themes the codebook was shown anew, as after anything that changes codings.
void tst_coding_stories::everyRoundHasItsButtons()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    Collection *collection = window.workspace()->collection();
    const auto buttons = [&] {
        return window.child<CodingBar>(u"codingBar"_s)->findChildren<QToolButton *>(u"codingTheme"_s).size();
    };
    begin(window, u"Ada"_s, false);
    QTRY_VERIFY(window.list()->currentStory() != noStory);
    QCOMPARE(buttons(), 1);
    QTest::keyClick(window.list(), Qt::Key_1); // one that wasn't asked for
    QCOMPARE(buttons(), 2);
    QTest::keyClick(window.list(), Qt::Key_C);
    QTRY_VERIFY(progress(window).startsWith(u"1 of 6 coded"_s));
    window.action(u"endCoding"_s)->trigger();
    Codebook codebook = collection->facts().codebook;
    codebook.themes[test::ogling].definition = u"Invented."_s;
    QVERIFY(test::waitFor(collection->setCodebook(codebook)));

    begin(window, u"Bea"_s, true);
    QTRY_VERIFY(window.list()->currentStory() != noStory);
    QCOMPARE(buttons(), 1);
}

/// As many stories, drawn by the same seed, and others.
void tst_coding_stories::aRoundLeavesTheListOfAnotherAlone()
{
    OpenedWindow window(m_folder.path());
    QVERIFY(window.open());
    const auto chooseAlone = [&window](const QString &platform) {
        window.workspace()->history()->clear();
        QTRY_COMPARE(window.count(), u"6 stories"_s);
        window.clickFacet(Facet::Platform, platform);
        QTRY_COMPARE(window.count(), u"3 of 6 stories"_s);
    };
    const QAbstractItemModel *saved = window.child<QListView>(u"savedFilters"_s)->model();
    chooseAlone(u"mastodon"_s);
    begin(window, u"Ada"_s, false);
    QCOMPARE(saved->rowCount(), 1);
    const QString name = saved->index(0, 0).data().toString();
    const QString first = saved->index(0, 0).data(SavedFilters::TextRole).toString();
    window.action(u"endCoding"_s)->trigger();

    chooseAlone(u"twitter"_s);
    window.action(u"codeStories"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"codingDialog"_s));
    OpenedWindow::dialog(u"codingDialog"_s)->findChild<QPushButton *>(u"beginCoding"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(saved->rowCount(), 2, 60000);
    QCOMPARE(saved->index(0, 0).data(SavedFilters::TextRole).toString(), first);
    QCOMPARE(saved->index(1, 0).data().toString(), name + u" (2)"_s);
}

void tst_coding_stories::suggestionsForAVoiceAskForIt()
{
    CodingDialog dialog(6, shippedCodebook(), {});
    auto *from = dialog.findChild<QComboBox *>(u"codingFrom"_s);
    const auto *go = dialog.findChild<QPushButton *>(u"beginCoding"_s);
    auto *voice = dialog.findChild<QCheckBox *>(u"codingVoice"_s);
    from->setCurrentText(u"What the learner suggests"_s);
    QVERIFY(!go->isEnabled()); // for which theme?
    from->setCurrentText(u"What the learner suggests for the voice “Support”"_s);
    QVERIFY(go->isEnabled());
    QVERIFY(voice->isChecked() && !voice->isEnabled());
    QCOMPARE(dialog.wish().suggestedVoice, Voice::Support);
    QVERIFY(dialog.wish().asksVoice);
    from->setCurrentIndex(0);
    QCOMPARE(dialog.wish().suggestedVoice, Voice::Unknown);
    QVERIFY(voice->isEnabled());
    QVERIFY(!dialog.wish().asksVoice); // nobody wished it
    voice->click();
    QVERIFY(dialog.wish().asksVoice);
    from->setCurrentText(u"What the learner suggests for the voice “Support”"_s);
    from->setCurrentIndex(0);
    QVERIFY(dialog.wish().asksVoice);
}

void tst_coding_stories::theVoiceIsAskedForNextTimeOnlyWhereSomebodyWishedIt_data()
{
    QTest::addColumn<Voice>("suggested");
    QTest::addColumn<bool>("isTicked");
    QTest::newRow("after suggestions for it") << Voice::Support << false;
    QTest::newRow("after it was ticked") << Voice::Unknown << true;
}

void tst_coding_stories::theVoiceIsAskedForNextTimeOnlyWhereSomebodyWishedIt()
{
    QFETCH(Voice, suggested);
    CodingWish last;
    last.from = suggested == Voice::Unknown ? CodingWish::From::Selection : CodingWish::From::Suggestions;
    last.suggestedVoice = suggested;
    last.asksVoice = true;
    CodingDialog dialog(6, shippedCodebook(), last);
    QVERIFY(dialog.wish().asksVoice); // the same again
    QCOMPARE(dialog.wish().suggestedVoice, suggested);
    dialog.findChild<QComboBox *>(u"codingFrom"_s)->setCurrentIndex(1);
    QTEST(dialog.wish().asksVoice, "isTicked");
}

QTEST_MAIN(tst_coding_stories)
#include "tst_coding_stories.moc"
