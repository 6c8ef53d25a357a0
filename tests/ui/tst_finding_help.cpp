#include "dialogs/HelplinesDialog.h"
#include "search/QueryHelp.h"
#include "text/Translations.h"
#include "ui/OpenedWindow.h"
#include "window/HelpCommands.h"

#include <QDir>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace tidemark;
using namespace Qt::StringLiterals;

/// Keys, handbook, helplines: what somebody finds who looks for help.
class HelpTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aKeyIsChangedAndStaysChanged();
    void furtherKeysStay();
    void aTakenKeyIsRefused();
    void typingFindsACommandOrAKey();
    void whatIsOpenDoesntOpenAgain_data();
    void whatIsOpenDoesntOpenAgain();
    void theHandbooksLinksLeadSomewhere();
    void theShippedListSaysThatNobodyVerifiedIt();
    void onlyVerifiedHelplinesAreShown();
    void theQueryLanguageIsExplainedInTheUsersLanguage(); // last, for the language stays

private:
    static QDialog *openShortcuts(const OpenedWindow &opened, const QString &command);

    QTemporaryDir m_folder;
};

void HelpTest::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
}

QDialog *HelpTest::openShortcuts(const OpenedWindow &opened, const QString &command)
{
    opened.action(u"shortcuts"_s)->trigger();
    QDialog *dialog = OpenedWindow::dialog(u"shortcutsDialog"_s);
    auto *table = dialog ? dialog->findChild<QTableView *>() : nullptr;
    if (!table)
        return nullptr;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 1).data().toString() == command) {
            table->selectRow(row);
            return dialog;
        }
    }
    return nullptr;
}

void HelpTest::aKeyIsChangedAndStaysChanged()
{
    {
        const OpenedWindow opened(m_folder.path());
        QDialog *dialog = openShortcuts(opened, u"Star"_s);
        QVERIFY(dialog);
        dialog->findChild<QKeySequenceEdit *>(u"shortcutKey"_s)->setKeySequence(QKeySequence(u"Ctrl+Alt+9"_s));
        dialog->findChild<QPushButton *>(u"changeShortcut"_s)->click();
        QCOMPARE(opened.action(u"star"_s)->shortcut(), QKeySequence(u"Ctrl+Alt+9"_s));
        dialog->close();
    }
    const OpenedWindow next(m_folder.path());
    QCOMPARE(next.action(u"star"_s)->shortcuts(),
             (QList{QKeySequence(u"Ctrl+Alt+9"_s), QKeySequence(u"S"_s)})); // its second key stays
    QDialog *dialog = openShortcuts(next, u"Star"_s);
    QVERIFY(dialog);
    auto *reset = dialog->findChild<QPushButton *>(u"resetShortcut"_s);
    QVERIFY(reset->isEnabled());
    reset->click();
    QVERIFY(next.action(u"star"_s)->shortcuts().contains(QKeySequence(u"S"_s)));
    QVERIFY(!reset->isEnabled());
    dialog->close();
}

void HelpTest::furtherKeysStay()
{
    const OpenedWindow opened(m_folder.path());
    QAction *next = opened.action(u"nextStory"_s);
    const QList<QKeySequence> before = next->shortcuts();
    QVERIFY(before.size() > 1);
    QDialog *dialog = openShortcuts(opened, next->text().remove(u'&'));
    QVERIFY(dialog);
    const auto *sentence = dialog->findChild<QLabel *>(u"shortcutSentence"_s);
    QVERIFY(sentence->text().contains(u"keeps "_s + before.at(1).toString(QKeySequence::NativeText)));
    dialog->findChild<QKeySequenceEdit *>(u"shortcutKey"_s)->setKeySequence(QKeySequence(u"Ctrl+Alt+9"_s));
    dialog->findChild<QPushButton *>(u"changeShortcut"_s)->click();
    QList<QKeySequence> changed = before;
    changed[0] = QKeySequence(u"Ctrl+Alt+9"_s);
    QCOMPARE(next->shortcuts(), changed);
    dialog->findChild<QPushButton *>(u"noShortcut"_s)->click();
    QVERIFY(next->shortcuts().isEmpty());
    dialog->findChild<QPushButton *>(u"resetShortcut"_s)->click();
    QCOMPARE(next->shortcuts(), before);
    dialog->close();
}

void HelpTest::aTakenKeyIsRefused()
{
    const OpenedWindow opened(m_folder.path());
    QDialog *dialog = openShortcuts(opened, u"Star"_s);
    QVERIFY(dialog);
    dialog->findChild<QKeySequenceEdit *>(u"shortcutKey"_s)->setKeySequence(QKeySequence(u"Ctrl+F"_s));
    dialog->findChild<QPushButton *>(u"changeShortcut"_s)->click();
    QVERIFY(dialog->findChild<QLabel *>(u"shortcutSentence"_s)->text().startsWith(u"“Find” has this key"_s));
    QVERIFY(opened.action(u"star"_s)->shortcuts().contains(QKeySequence(u"S"_s)));
    dialog->close();
}

void HelpTest::typingFindsACommandOrAKey()
{
    const OpenedWindow opened(m_folder.path());
    QDialog *dialog = openShortcuts(opened, u"Star"_s);
    QVERIFY(dialog);
    auto *search = dialog->findChild<QLineEdit *>(u"shortcutSearch"_s);
    auto *table = dialog->findChild<QTableView *>();
    const auto shown = [table] {
        QStringList names;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (!table->isRowHidden(row))
                names.append(table->model()->index(row, 1).data().toString());
        }
        return names;
    };
    search->setText(u"full scr"_s);
    QCOMPARE(shown(), QStringList{u"Full Screen"_s});
    QVERIFY(!table->currentIndex().isValid()); // a key that is pressed now goes to no hidden command
    search->setText(u"link"_s);
    QCOMPARE(shown(), (QStringList{u"Story: next and previous link"_s, u"Story: open the link"_s}));
    search->setText(u"f11"_s);
    QCOMPARE(shown(), QStringList{u"Full Screen"_s});
    dialog->activateWindow();
    search->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(table->selectionModel()->selectedRows(1).value(0).data().toString(), u"Full Screen"_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"changeShortcut"_s)->isEnabled());
    search->clear();
    QCOMPARE(shown().size(), table->model()->rowCount());
    dialog->close();
}

void HelpTest::theQueryLanguageIsExplainedInTheUsersLanguage()
{
    const auto meanings = [] {
        const QueryHelp help;
        QStringList texts;
        for (const QLabel *label : help.findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    };
    const QString english = u"somebody set a theme or the voice by hand"_s;
    QVERIFY(meanings().contains(english));
    speak(u"de"_s);
    QVERIFY(!meanings().contains(english));
    QueryHelp help;
    help.show();
    QVERIFY(QTest::qWaitForWindowExposed(&help));
    for (const QLabel *label : help.findChildren<QLabel *>()) {
        const int lines = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= lines && (label->wordWrap() || label->width() >= label->sizeHint().width()),
                 qUtf8Printable(label->text()));
    }
}

void HelpTest::whatIsOpenDoesntOpenAgain_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("dialog");
    QTest::newRow("query language") << u"queryHelp"_s << u"queryHelp"_s;
    QTest::newRow("keys") << u"shortcuts"_s << u"shortcutsDialog"_s;
}

void HelpTest::whatIsOpenDoesntOpenAgain()
{
    QFETCH(QString, command);
    QFETCH(QString, dialog);
    const OpenedWindow opened(m_folder.path());
    for (int i = 0; i < 3; ++i)
        opened.action(command)->trigger();
    QCOMPARE(opened.window()->findChildren<QDialog *>(dialog).size(), 1);
    opened.window()->findChild<QDialog *>(dialog)->close();
    opened.action(command)->trigger();
    QVERIFY(OpenedWindow::dialog(dialog));
    OpenedWindow::dialog(dialog)->close();
}

void HelpTest::theHandbooksLinksLeadSomewhere()
{
    const QDir folder(QFINDTESTDATA("../../resources/handbook"));
    const QStringList pages = folder.entryList({u"*.html"_s});
    QVERIFY(pages.contains(u"index.html"_s));
    static const QRegularExpression address(u"(?:href|src|srcset)=\"([^\"#]+)"_s);
    for (const QString &page : pages) {
        QFile file(folder.filePath(page));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QCOMPARE(text.count("<img "_L1), text.count("<source media=\"(prefers-color-scheme: dark)\""_L1));
        auto links = address.globalMatch(text);
        while (links.hasNext()) {
            const QString to = links.next().captured(1);
            QVERIFY2(!to.contains(u':'), qPrintable(page + u" would load "_s + to));
            QVERIFY2(folder.exists(to), qPrintable(page + u" leads to "_s + to));
        }
    }
}

void HelpTest::theShippedListSaysThatNobodyVerifiedIt()
{
    const auto lines = readHelplines(u":/helplines/helplines.csv"_s);
    QVERIFY2(lines, lines ? "" : qPrintable(lines.error().message));
    HelplinesDialog dialog(lines, QDate(2026, 11, 25), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QString said = dialog.findChild<QLabel *>(u"helplinesSentence"_s)->text();
    QCOMPARE(said.startsWith(u"Nobody has verified an entry yet"_s), lines->isEmpty());
}

void HelpTest::onlyVerifiedHelplinesAreShown()
{
    QFile file(m_folder.filePath(u"helplines.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("country,name,phone,link,languages,hours,verified_by,verified_on,source\n"
               "xy,Invented Line,123,,xx,always,somebody,2024-01-31,https://example.org/\n"
               "xy,Not verified,456,,xx,always,,,https://example.org/\n"
               "xy,No date,789,,xx,always,somebody,soon,https://example.org/\n"
               "ab,Another Invented,,https://example.org/,,,somebody,2026-10-01,https://example.org/\n");
    file.close();
    const auto lines = readHelplines(file.fileName());
    QVERIFY(lines);
    QCOMPARE(lines->size(), 2);
    QCOMPARE(lines->constFirst().name, u"Another Invented"_s);
    HelplinesDialog dialog(lines, QDate(2026, 11, 25), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *table = dialog.findChild<QTableView *>();
    QVERIFY(table);
    QVERIFY(table->model()->index(1, 6).data().toString().endsWith(u"more than a year ago"_s));
    QVERIFY(!table->model()->index(0, 6).data().toString().endsWith(u"more than a year ago"_s));
}

QTEST_MAIN(HelpTest)
#include "tst_finding_help.moc"
