#include "ui/OpenedWindow.h"

#include "codebook/NewCodebookDialog.h"
#include "codebook/ThemeTree.h"
#include "model/CodedCollection.h"
#include "model/Covering.h"
#include "theme/CodebookEditing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// The codebook's editor in the real window, by mouse and by keys.
class tst_codebookeditor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(OpenedWindow::prepare(m_folder)); }
    void init();
    void cleanup();

    void aThemeIsMadeByKeysAlone();
    void aRuleIsCountedWhileItIsWritten();
    void aMistakeIsMarkedAndCantBeSaved();
    void aSampleIsJudgedByKeys();
    void aCoveredStoryOfASampleIsUncoveredByAKey();
    void aKeyUncoversOnlyWhatIsCovered();
    void whatANewRuleFindsIsCoveredOnceItIsSaved();
    void whatWasJudgedOutlivesAnImport();
    void whatWasJudgedWaitsForSaving();
    void severalThemesAreSavedAtOnce();
    void aThemeIsRetiredAndComesBack();
    void aThemeIsMerged();
    void aThemeIsSplit();
    void anEarlierVersionIsTakenOver();
    void anotherCodebookIsAddedUsedAndDeleted();
    void anEmptyCodebookHasNoTheme();
    void whatIsNotSavedIsAskedAbout();
    void undoingAsksAboutWhatIsNotSaved();
    void aNameStaysTakenWhateverThemesAreChosen();
    void keysSetTheThemesThatHaveThem();

private:
    template<typename Child>
    [[nodiscard]] Child *child(const char *name) const
    {
        return m_dialog->findChild<Child *>(QString::fromLatin1(name));
    }
    void click(const char *name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void write(const char *name, const QString &text) const;
    void discard() const;
    void judgeWorkplace() const;
    void choose(const QString &theme) const { child<ThemeTree>("themeTree")->choose(theme); }
    [[nodiscard]] Codebook codebook() const { return m_window->workspace()->collection()->facts().codebook; }
    [[nodiscard]] QString verdict() const { return child<QLabel>("ruleVerdict")->text(); }
    [[nodiscard]] bool canSave() const { return child<QPushButton>("saveCodebook")->isEnabled(); }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_window;
    QDialog *m_dialog = nullptr;
};

void tst_codebookeditor::init()
{
    m_window = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_window->open());
    m_window->action(u"themes"_s)->trigger();
    QTRY_VERIFY(OpenedWindow::dialog(u"codebookDialog"_s));
    m_dialog = OpenedWindow::dialog(u"codebookDialog"_s);
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

void tst_codebookeditor::cleanup()
{
    m_window.reset();
}

void tst_codebookeditor::write(const char *name, const QString &text) const
{
    auto *edit = child<QPlainTextEdit>(name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    edit->insertPlainText(text);
}

/// Answers the question whether what isn't saved may go.
void tst_codebookeditor::discard() const
{
    const auto buttons = OpenedWindow::dialog(u"question"_s)->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == "Discard Them"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

void tst_codebookeditor::aThemeIsMadeByKeysAlone()
{
    QTest::keyClick(m_dialog, Qt::Key_W, Qt::AltModifier);
    auto *name = child<QLineEdit>("themeName");
    QTRY_COMPARE(m_dialog->focusWidget(), name);
    QTest::keyClicks(name, u"Mails"_s);
    QTest::keyClick(name, Qt::Key_Tab);
    QTest::keyClick(m_dialog, Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(codebook().themes.size(), shippedCodebook().themes.size() + 1);
    QCOMPARE(codebook().themes.constLast().name, u"Mails"_s);
    QTRY_COMPARE(m_window->workspace()->collection()->undoText(), u"Add theme Mails"_s);
    QTRY_VERIFY(child<QPushButton>("undoCodebook")->isEnabled());
    click("undoCodebook");
    QTRY_COMPARE(codebook().themes.size(), shippedCodebook().themes.size());
}

void tst_codebookeditor::aRuleIsCountedWhileItIsWritten()
{
    choose(u"workplace"_s);
    child<QTabWidget>("themeTabs")->setCurrentIndex(1);
    QTRY_VERIFY(verdict().startsWith(u"Finds 3 of "_s));
    write("themeRule", u"copier OR mails OR believe"_s);
    QTRY_COMPARE(verdict(),
                 u"Finds 3 of 5 stories in the rules' language; against the rule in force 1 enter, 1 leave."_s);
    auto *terms = child<QTableView>("ruleTerms");
    QTRY_COMPARE(terms->model()->rowCount(), 3);
    QVERIFY(canSave());
    click("saveCodebook");
    QTRY_COMPARE(codebook().theme(u"workplace"_s)->rule, u"copier OR mails OR believe"_s);
    QTRY_VERIFY(verdict().endsWith(u"0 enter, 0 leave."_s));
    QTRY_VERIFY(!canSave());
}

void tst_codebookeditor::aMistakeIsMarkedAndCantBeSaved()
{
    choose(u"workplace"_s);
    child<QTabWidget>("themeTabs")->setCurrentIndex(1);
    write("themeRule", u"boss OR (office"_s);
    auto *rule = child<QPlainTextEdit>("themeRule");
    QTRY_COMPARE(rule->extraSelections().size(), 1);
    QCOMPARE(rule->extraSelections().constFirst().cursor.selectedText(), u"("_s);
    click("saveCodebook");
    auto *outcome = child<QLabel>("codebookOutcome");
    QVERIFY(outcome->isVisible());
    QVERIFY2(outcome->text().contains(u"has a mistake at character 9"_s), qPrintable(outcome->text()));
    QCOMPARE(codebook(), shippedCodebook());
    write("themeRule", u"boss OR office"_s);
    QVERIFY(!outcome->isVisible()); // the mistake is gone, and so is the word on it
}

void tst_codebookeditor::aSampleIsJudgedByKeys()
{
    choose(u"workplace"_s);
    child<QTabWidget>("themeTabs")->setCurrentIndex(1);
    const auto *sample = child<QWidget>("matchingSample");
    auto *table = sample->findChild<QTableView *>(u"sampleTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QVERIFY(!child<QCheckBox>("keepJudgements")->isEnabled());
    table->setFocus();
    for (const Qt::Key key : {Qt::Key_Y, Qt::Key_N, Qt::Key_Y})
        QTest::keyClick(table, key);
    QCOMPARE(sample->findChild<QLabel *>(u"sampleFigures"_s)->text(),
             u"2 of 3 judged belong: 67 % (21 % to 94 %, 95 % interval)"_s);
    const auto *story = sample->findChild<QPlainTextEdit *>(u"sampleText"_s);
    QTRY_VERIFY(story->toPlainText().contains(u"(invented)"_s));
    QVERIFY(!story->extraSelections().isEmpty()); // what the rule found
    for (const auto &mark : story->extraSelections())
        QVERIFY(!mark.cursor.selectedText().contains(u"invented"_s));
    child<QCheckBox>("keepJudgements")->click();
    QTRY_VERIFY(canSave());
    click("saveCodebook");
    QTRY_COMPARE(m_window->workspace()->collection()->undoText(), u"Keep what was judged"_s);
    QTRY_VERIFY(!canSave());
}

void tst_codebookeditor::aCoveredStoryOfASampleIsUncoveredByAKey()
{
    m_window->workspace()->covering()->setThemes({u"workplace"_s});
    choose(u"workplace"_s);
    child<QTabWidget>("themeTabs")->setCurrentIndex(1);
    const auto *sample = child<QWidget>("matchingSample");
    auto *table = sample->findChild<QTableView *>(u"sampleTable"_s);
    const auto *story = sample->findChild<QPlainTextEdit *>(u"sampleText"_s);
    const auto *cover = sample->findChild<QWidget *>(u"storyCover"_s);
    const auto opening = [table](int row) { return table->model()->index(row, 1).data().toString(); };
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTRY_VERIFY(cover->isVisible());
    QTRY_COMPARE(opening(0), u"(covered)"_s);
    QCOMPARE(story->toPlainText(), QString());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_VERIFY(!cover->isVisible());
    QTRY_VERIFY(story->toPlainText().contains(u"(invented)"_s));
    QTRY_COMPARE(opening(1), u"(covered)"_s);
    QVERIFY(opening(0) != u"(covered)"_s);
    QTest::keyClick(table, Qt::Key_Down);
    QTRY_VERIFY(cover->isVisible());
}

void tst_codebookeditor::aKeyUncoversOnlyWhatIsCovered()
{
    choose(u"workplace"_s);
    child<QTabWidget>("themeTabs")->setCurrentIndex(1);
    const auto *sample = child<QWidget>("matchingSample");
    auto *table = sample->findChild<QTableView *>(u"sampleTable"_s);
    const auto *story = sample->findChild<QPlainTextEdit *>(u"sampleText"_s);
    const auto *cover = sample->findChild<QWidget *>(u"storyCover"_s);
    QTRY_VERIFY(story->toPlainText().contains(u"(invented)"_s));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    m_window->workspace()->covering()->setThemes({u"workplace"_s});
    QTRY_VERIFY(cover->isVisible());
    QVERIFY(!cover->findChild<QPushButton *>()->text().contains(u'&')); // Save has that letter
}

void tst_codebookeditor::whatANewRuleFindsIsCoveredOnceItIsSaved()
{
    choose(u"workplace"_s);
    child<QCheckBox>("themeCoveredFirst")->click();
    child<QTabWidget>("themeTabs")->setCurrentIndex(1);
    const auto *table = child<QWidget>("matchingSample")->findChild<QTableView *>(u"sampleTable"_s);
    const auto covered = [table] {
        int count = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            count += table->model()->index(row, 1).data() == u"(covered)"_s ? 1 : 0;
        return count;
    };
    write("themeRule", u"boss OR work OR invented"_s);
    QTRY_VERIFY(table->model()->rowCount() > 3);
    QCOMPARE(covered(), 0);
    QTRY_VERIFY(canSave());
    click("saveCodebook");
    QTRY_COMPARE(covered(), table->model()->rowCount());
}

/// All three stories belong, which is to be kept.
void tst_codebookeditor::judgeWorkplace() const
{
    choose(u"workplace"_s);
    child<QTabWidget>("themeTabs")->setCurrentIndex(1);
    auto *table = child<QWidget>("matchingSample")->findChild<QTableView *>(u"sampleTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(table, Qt::Key_Y);
    child<QCheckBox>("keepJudgements")->click();
    QVERIFY(canSave());
}

void tst_codebookeditor::whatWasJudgedOutlivesAnImport()
{
    judgeWorkplace();
    QFile more(m_folder.filePath(u"more.csv"_s));
    QVERIFY(more.open(QIODevice::WriteOnly));
    more.write("text,posted_at,platform\r\n\"A boss at work, too (invented)\",2017-10-21T10:00:00Z,mastodon\r\n");
    more.close();
    QVERIFY(m_window->import(more.fileName()));
    QTRY_VERIFY(verdict().startsWith(u"Finds 4 of "_s));
    QVERIFY(child<QCheckBox>("keepJudgements")->isChecked());
    QVERIFY(canSave());
    click("saveCodebook");
    QTRY_VERIFY(!canSave());
    QTRY_COMPARE(test::storiesOf(*m_window->workspace()->collection(), u"theme:workplace coded:hand"_s).size(), 3);
}

void tst_codebookeditor::whatWasJudgedWaitsForSaving()
{
    judgeWorkplace();
    choose(u"family_partner"_s);
    QVERIFY(!child<QCheckBox>("keepJudgements")->isChecked());
    QVERIFY(child<QPlainTextEdit>("themeRule")->toPlainText() == codebook().theme(u"family_partner"_s)->rule);
    click("retireTheme");
    QTRY_VERIFY(codebook().theme(u"family_partner"_s)->isRetired);
    QTRY_VERIFY(canSave());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    OpenedWindow::dialog(u"question"_s)->close();
    choose(u"workplace"_s);
    QVERIFY(child<QCheckBox>("keepJudgements")->isChecked());
    choose(u"family_partner"_s);
    click("saveCodebook");
    QTRY_VERIFY(!canSave());
    QTRY_COMPARE(test::storiesOf(*m_window->workspace()->collection(), u"theme:workplace coded:hand"_s).size(), 3);
    QTRY_VERIFY(child<QPushButton>("addTheme")->isEnabled()); // the job is over
    QTest::keyClick(m_dialog, Qt::Key_Escape);                // nothing is left to ask about
    QTRY_VERIFY(!OpenedWindow::dialog(u"codebookDialog"_s));
}

void tst_codebookeditor::severalThemesAreSavedAtOnce()
{
    for (const QString &theme : {u"workplace"_s, u"groping"_s}) {
        choose(theme);
        write("themeDefinition", u"Written for "_s + theme);
        write("themeExamples", u"One, invented\n\nTwo, invented"_s);
    }
    choose(u"workplace"_s);
    QCOMPARE(child<QPlainTextEdit>("themeDefinition")->toPlainText(), u"Written for workplace"_s);
    QVERIFY(child<ThemeTree>("themeTree")->currentIndex().data().toString().endsWith(u'*'));
    click("saveCodebook");
    QTRY_COMPARE(codebook().theme(u"groping"_s)->definition, u"Written for groping"_s);
    QCOMPARE(codebook().theme(u"workplace"_s)->examples.size(), 2);
    QCOMPARE(codebook().version, shippedCodebook().version);
    QTRY_VERIFY(!child<ThemeTree>("themeTree")->currentIndex().data().toString().endsWith(u'*'));
}

void tst_codebookeditor::aThemeIsRetiredAndComesBack()
{
    choose(u"workplace"_s);
    click("retireTheme");
    QTRY_VERIFY(codebook().theme(u"workplace"_s)->isRetired);
    QTRY_COMPARE(child<QPushButton>("retireTheme")->text().remove(u'&'), u"Bring Back"_s);
    QCOMPARE(child<ThemeTree>("themeTree")->currentIndex().parent().data().toString(), u"Retired"_s);
    auto *facet = qobject_cast<FacetModel *>(m_window->facet(Facet::Theme)->model());
    QTRY_COMPARE(facet->rowOf(u"workplace"_s), -1);
    QTRY_VERIFY(child<QPushButton>("retireTheme")->isEnabled());
    click("retireTheme");
    QTRY_VERIFY(!codebook().theme(u"workplace"_s)->isRetired);
    QTRY_VERIFY(facet->rowOf(u"workplace"_s) >= 0);
}

void tst_codebookeditor::aThemeIsMerged()
{
    choose(u"groping"_s);
    click("mergeTheme");
    QTRY_VERIFY(OpenedWindow::dialog(u"rowChooser"_s));
    QDialog *chooser = OpenedWindow::dialog(u"rowChooser"_s);
    auto *names = chooser->findChild<QTableView *>();
    const QString name = codebook().theme(u"workplace"_s)->name;
    const QModelIndexList found = names->model()->match(names->model()->index(0, 0), Qt::DisplayRole, name);
    QCOMPARE(found.size(), 1);
    names->selectRow(found.constFirst().row());
    QTest::mouseClick(chooser->findChild<QPushButton *>(u"chooseRow"_s), Qt::LeftButton);
    QTRY_VERIFY(codebook().theme(u"groping"_s)->isRetired);
    QCOMPARE(child<ThemeTree>("themeTree")->chosen(), u"workplace"_s);
    QCOMPARE(m_dialog->focusWidget(), child<ThemeTree>("themeTree")); // and not what comes behind a grey button
    QTRY_VERIFY(child<QPushButton>("undoCodebook")->isEnabled());
    click("undoCodebook");
    QTRY_VERIFY(!codebook().theme(u"groping"_s)->isRetired);
}

void tst_codebookeditor::aThemeIsSplit()
{
    choose(u"workplace"_s);
    click("splitTheme");
    QTRY_VERIFY(OpenedWindow::dialog(u"splitDialog"_s));
    QDialog *split = OpenedWindow::dialog(u"splitDialog"_s);
    auto *go = split->findChild<QPushButton *>(u"splitGo"_s);
    QTest::keyClicks(split->findChild<QLineEdit *>(u"splitName"_s), u"On Mastodon"_s);
    QTest::keyClicks(split->findChild<QLineEdit *>(u"splitFilter"_s), u"platform:mastodon"_s);
    QTRY_VERIFY(go->isEnabled());
    QCOMPARE(split->findChild<QLabel *>(u"splitVerdict"_s)->text(), u"2 stories go over, coded by hand."_s);
    QTest::mouseClick(go, Qt::LeftButton);
    QTRY_VERIFY(codebook().theme(u"on_mastodon"_s));
    auto *facet = qobject_cast<FacetModel *>(m_window->facet(Facet::Theme)->model());
    const auto stories = [&](const QString &theme) {
        return facet->index(facet->rowOf(theme)).data(FacetModel::CountRole).toInt();
    };
    QTRY_COMPARE(stories(u"on_mastodon"_s), 2);
    QCOMPARE(stories(u"workplace"_s), 1);
}

void tst_codebookeditor::anEarlierVersionIsTakenOver()
{
    choose(u"workplace"_s);
    write("themeDefinition", u"Another definition"_s);
    click("saveCodebook");
    QTRY_COMPARE(codebook().theme(u"workplace"_s)->definition, u"Another definition"_s);
    click("compareCodebooks");
    QTRY_VERIFY(OpenedWindow::dialog(u"comparisonDialog"_s));
    QDialog *comparison = OpenedWindow::dialog(u"comparisonDialog"_s);
    auto *choice = comparison->findChild<QComboBox *>(u"otherCodebook"_s);
    QTRY_COMPARE(choice->count(), 1);
    auto *table = comparison->findChild<QTableView *>(u"comparisonTable"_s);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Differs in definition"_s);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"The same"_s);
    QVERIFY(comparison->findChild<QPlainTextEdit *>(u"comparedHere"_s)->toPlainText().contains(u"Another"_s));
    auto *take = comparison->findChild<QPushButton *>(u"takeOver"_s);
    QVERIFY(!take->isEnabled());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_VERIFY(take->isEnabled());
    QTest::mouseClick(take, Qt::LeftButton);
    QTRY_COMPARE(codebook().theme(u"workplace"_s)->definition, shippedCodebook().theme(u"workplace"_s)->definition);
}

void tst_codebookeditor::anotherCodebookIsAddedUsedAndDeleted()
{
    const auto *choice = child<QComboBox>("codebookChoice");
    QCOMPARE(choice->count(), 1);
    QVERIFY(!child<QPushButton>("deleteCodebook")->isEnabled());
    click("addCodebook");
    QTRY_VERIFY(OpenedWindow::dialog(u"newCodebookDialog"_s));
    auto *dialog = OpenedWindow::dialog(u"newCodebookDialog"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"codebookName"_s);
    auto *go = dialog->findChild<QPushButton *>(u"addAndUse"_s);
    QVERIFY(!go->isEnabled());
    QTest::keyClicks(name, shippedCodebook().title);
    QVERIFY(!go->isEnabled()); // it is taken
    name->clear();
    QTest::keyClicks(name, u"Pilot"_s);
    dialog->findChild<QComboBox *>(u"codebookSource"_s)->setCurrentIndex(1);
    QTest::mouseClick(go, Qt::LeftButton);
    QTRY_COMPARE(codebook().title, u"Pilot"_s);
    QTRY_COMPARE(choice->currentText(), u"Pilot"_s);
    QCOMPARE(codebook().themes, shippedCodebook().themes);
    QTRY_COMPARE(choice->count(), 2);
    QTRY_VERIFY(child<QPushButton>("deleteCodebook")->isEnabled());
    click("deleteCodebook");
    QTRY_VERIFY(OpenedWindow::dialog(u"rowChooser"_s));
    QTest::mouseClick(OpenedWindow::dialog(u"rowChooser"_s)->findChild<QPushButton *>(u"chooseRow"_s),
                      Qt::LeftButton);
    QTRY_COMPARE(choice->count(), 1);
    QTRY_VERIFY(child<QPushButton>("undoCodebook")->isEnabled());
    click("undoCodebook");
    QTRY_COMPARE(choice->count(), 2);
}

void tst_codebookeditor::anEmptyCodebookHasNoTheme()
{
    Collection *collection = m_window->workspace()->collection();
    QVERIFY(collection->addCodebook(newCodebook(u"Empty"_s, {}, codebook())).answer.result());
    QTRY_COMPARE(child<QComboBox>("codebookChoice")->count(), 2);
    choose(u"workplace"_s);
    write("themeDefinition", u"Not saved."_s);
    auto *choice = child<QComboBox>("codebookChoice");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s)); // what isn't saved
    QCOMPARE(choice->currentIndex(), 0);
    discard();
    QTRY_COMPARE(codebook().title, u"Empty"_s);
    QTRY_VERIFY(child<QLineEdit>("themeName")->text().isEmpty());
    QVERIFY(!child<QTabWidget>("themeTabs")->isEnabled());
    QTRY_VERIFY(child<QPushButton>("addTheme")->isEnabled());
    click("addTheme");
    QTRY_VERIFY(child<QTabWidget>("themeTabs")->isEnabled());
    QTRY_COMPARE(child<QLineEdit>("themeName")->text(), u"New theme"_s);
}

void tst_codebookeditor::whatIsNotSavedIsAskedAbout()
{
    choose(u"workplace"_s);
    write("themeDefinition", u"Not kept"_s);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    OpenedWindow::dialog(u"question"_s)->close();
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    discard();
    QTRY_VERIFY(!OpenedWindow::dialog(u"codebookDialog"_s));
    QCOMPARE(codebook(), shippedCodebook());
}

void tst_codebookeditor::undoingAsksAboutWhatIsNotSaved()
{
    choose(u"workplace"_s);
    click("retireTheme");
    QTRY_VERIFY(codebook().theme(u"workplace"_s)->isRetired);
    QTRY_VERIFY(child<QPushButton>("undoCodebook")->isEnabled());
    choose(u"family_partner"_s);
    write("themeDefinition", u"Not kept"_s);
    click("undoCodebook");
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    OpenedWindow::dialog(u"question"_s)->close();
    QCOMPARE(child<QPlainTextEdit>("themeDefinition")->toPlainText(), u"Not kept"_s);
    QVERIFY(codebook().theme(u"workplace"_s)->isRetired);
    click("undoCodebook");
    QTRY_VERIFY(OpenedWindow::dialog(u"question"_s));
    discard();
    QTRY_COMPARE(codebook().themes, shippedCodebook().themes);
    QTRY_VERIFY(!canSave());
}

void tst_codebookeditor::aNameStaysTakenWhateverThemesAreChosen()
{
    NewCodebookDialog dialog(m_window->workspace()->collection()->facts());
    dialog.findChild<QLineEdit *>(u"codebookName"_s)->setText(codebook().title);
    const auto *sentence = dialog.findChild<QLabel *>(u"codebookSentence"_s);
    const QString taken = sentence->text();
    QVERIFY(!taken.isEmpty());
    const auto *source = dialog.findChild<QComboBox *>(u"codebookSource"_s);
    const int sources = source->count();
    dialog.takeFrom(m_folder.filePath(u"nothing.json"_s));
    QTRY_VERIFY(sentence->text() != taken); // it can't be read
    dialog.takeFrom(m_window->workspace()->collection()->path());
    QTRY_COMPARE(source->count(), sources + 1);
    QCOMPARE(sentence->text(), taken);
}

void tst_codebookeditor::keysSetTheThemesThatHaveThem()
{
    choose(u"workplace"_s);
    auto *key = child<QComboBox>("themeKey");
    key->setFocus();
    QTest::keyClicks(key, u"7"_s);
    click("saveCodebook");
    QTRY_COMPARE(codebook().themeAtKey(7)->id, u"workplace"_s);
    QTRY_VERIFY(child<QPushButton>("addTheme")->isEnabled()); // else a change is still being made
    QVERIFY(!canSave());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!OpenedWindow::dialog(u"codebookDialog"_s));
    m_window->list()->setFocus();
    QTest::keyClick(m_window->list(), Qt::Key_Down); // #MeToo or another one without the theme
    m_window->action(u"themeKey7"_s)->trigger();
    QTRY_VERIFY(m_window->workspace()->collection()->undoText().contains(codebook().theme(u"workplace"_s)->name));
}

QTEST_MAIN(tst_codebookeditor)
#include "tst_codebookeditor.moc"
