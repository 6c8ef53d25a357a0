#include "codebook/ComparisonDialog.h"
#include "codebook/NewCodebookDialog.h"
#include "codebook/SplitDialog.h"
#include "dialogs/ImportDialog.h"
#include "dialogs/ImportReportDialog.h"
#include "dialogs/NoteDialog.h"
#include "dialogs/SubscriptionDialog.h"
#include "reading/StoryText.h"
#include "support/TestData.h"
#include "text/Translations.h"
#include "ui/OpenedWindow.h"
#include "window/Banner.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace tidemark;
using namespace Qt::StringLiterals;

namespace {

/// An action and the class of the dialog that it opens. No action: another dialog opens it; no class: it is Qt's
/// own.
constexpr std::array<std::pair<const char *, const char *>, 31> dialogs{{
    {"exportStories", "ExportDialog"},
    {"themes", "CodebookDialog"},
    {"timeZone", "TimeZoneDialog"},
    {"publicAccounts", "LinesDialog"},
    {"coveredThemes", "TicksDialog"},
    {"lexicons", "TicksDialog"},
    {"events", "EventsDialog"},
    {"rejectedRecords", "RejectedRecordsDialog"},
    {"removeSource", "RowChooser"},
    {"undoImport", "RowChooser"},
    {"themePalette", "ThemePalette"},
    {"forget", ""},
    {"saveFilter", ""},
    {"drawSample", "SampleDialog"},
    {"themeTables", "ThemeTableDialog"},
    {"themePage", "ThemePage"},
    {"sources", "SourcesDialog"},
    {"learnThemes", "LearningDialog"},
    {"codeStories", "CodingDialog"},
    {"agreement", "AgreementDialog"},
    {"queryHelp", "QueryHelp"},
    {"shortcuts", "ShortcutsDialog"},
    {"helplines", "HelplinesDialog"},
    {"about", "AboutDialog"},
    {"", "NoteDialog"},
    {"", "ComparisonDialog"},
    {"", "NewCodebookDialog"},
    {"", "SplitDialog"},
    {"", "SubscriptionDialog"},
    {"", "ImportDialog"},
    {"", "ImportReportDialog"},
}};

/// Something that can be operated or read by itself, and so needs a name.
bool needsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::Chart:
    case QAccessible::Grip: // unknown to AT-SPI, with whatever name
    case QAccessible::Graphic:
    case QAccessible::Slider:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::Dialog:
    case QAccessible::Window:
        return true;
    default:
        return false;
    }
}

QString placeOf(const QAccessibleInterface *control)
{
    QStringList path;
    for (const QAccessibleInterface *at = control; at; at = at->parent()) {
        const QObject *object = at->object();
        path.prepend(object ? QString::fromLatin1(object->metaObject()->className()) + u'#' + object->objectName()
                            : u"role %1"_s.arg(at->role()));
    }
    return path.join(u" > "_s);
}

/// The entries of a list to choose from that say nothing to who can't see them.
QStringList namelessEntries(const QAccessibleInterface *control)
{
    QStringList nameless;
    const auto *box = qobject_cast<QComboBox *>(control->object());
    for (int row = 0; box && row < box->count(); ++row) {
        const QString spoken = box->itemData(row, Qt::AccessibleTextRole).toString() + box->itemText(row);
        const bool isSeparator = box->itemData(row, Qt::AccessibleDescriptionRole).toString() == "separator"_L1;
        if (spoken.trimmed().isEmpty() && !isSeparator)
            nameless.append(placeOf(control) + u", entry %1"_s.arg(row));
    }
    return nameless;
}

/// The controls below one that have no name. Rows and cells are the models' business.
void gatherNameless(QAccessibleInterface *control, QStringList &nameless, int &seen)
{
    if (!control || !control->isValid() || control->state().invisible)
        return;
    const QAccessible::Role role = control->role();
    const bool isSeparator = role == QAccessible::MenuItem && control->object()
        && qobject_cast<QAction *>(control->object()) && qobject_cast<QAction *>(control->object())->isSeparator();
    const bool isOperated = control->state().focusable && role != QAccessible::StaticText; // which is its own name
    if ((needsName(role) || isOperated) && !isSeparator) {
        ++seen;
        if (control->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(placeOf(control));
    }
    nameless += namelessEntries(control);
    if (role == QAccessible::List || role == QAccessible::Table || role == QAccessible::Tree
        || role == QAccessible::ComboBox)
        return;
    for (int i = 0; i < control->childCount(); ++i)
        gatherNameless(control->child(i), nameless, seen);
}

} // namespace

/// Reads the tree that screen readers read, in the real window and its dialogs.
class AccessibilityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyControlOfTheWindowHasAName();
    void bannersAreNamed();
    void everyDialogIsInTheTable();
    void everyDialogHasNames_data();
    void everyDialogHasNames();
    void theTimelineIsAChartAndATable();
    void tabReachesEveryPane();
    void everyDialogFitsASmallScreen_data() { everyDialogHasNames_data(); }
    void everyDialogFitsASmallScreen(); // the last: from then on the program speaks German

private:
    [[nodiscard]] QDialog *open(const QString &action, const QString &name) const;
    [[nodiscard]] static QDialog *shownDialog(); ///< the one that is open; null: none

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_opened;
};

void AccessibilityTest::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
    QAccessible::setActive(true);
    m_opened = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_opened->open());
    QTest::keyClick(m_opened->list(), Qt::Key_Down);
    QTRY_VERIFY(m_opened->window()->findChild<StoryText *>()->isVisible());
}

void AccessibilityTest::cleanupTestCase()
{
    m_opened.reset();
}

void AccessibilityTest::everyControlOfTheWindowHasAName()
{
    QStringList nameless;
    int seen = 0;
    gatherNameless(QAccessible::queryAccessibleInterface(m_opened->window()), nameless, seen);
    QVERIFY2(nameless.isEmpty(), qPrintable(u"without a name:\n"_s + nameless.join(u'\n')));
    QVERIFY(seen > 30);
}

void AccessibilityTest::everyDialogHasNames_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("dialog");
    for (const auto &[action, dialog] : dialogs)
        QTest::newRow(*action ? action : dialog) << QString::fromLatin1(action) << QString::fromLatin1(dialog);
}

/// Whoever writes a dialog adds it to the table.
void AccessibilityTest::everyDialogIsInTheTable()
{
    static const QRegularExpression declaration(u"class (\\w+) final : public QDialog"_s);
    QDirIterator headers(test::sourceRoot() + u"/ui"_s, {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    int found = 0;
    while (headers.hasNext()) {
        QFile header(headers.next());
        QVERIFY(header.open(QIODevice::ReadOnly));
        const auto match = declaration.match(QString::fromUtf8(header.readAll()));
        if (!match.hasMatch())
            continue;
        ++found;
        const bool isThere = std::any_of(dialogs.begin(), dialogs.end(), [&match](const auto &entry) {
            return match.captured(1) == QLatin1StringView(entry.second);
        });
        QVERIFY2(isThere, qPrintable(match.captured(1)));
    }
    QVERIFY(found > 20);
}

/// The dialog of a row of the table; the test has failed if there is none.
QDialog *AccessibilityTest::open(const QString &action, const QString &name) const
{
    QWidget *window = m_opened->window();
    Collection *collection = m_opened->workspace()->collection();
    QDialog *dialog = nullptr;
    if (!action.isEmpty())
        QTimer::singleShot(0, window, [this, action] { m_opened->action(action)->trigger(); });
    else if (name == "NoteDialog"_L1)
        dialog = new NoteDialog({}, 2, window);
    else if (name == "ComparisonDialog"_L1)
        dialog = new ComparisonDialog(collection, window);
    else if (name == "NewCodebookDialog"_L1)
        dialog = new NewCodebookDialog(collection->facts(), window);
    else if (name == "SplitDialog"_L1)
        dialog = new SplitDialog(collection, collection->facts().codebook.themes.constFirst(), window);
    else if (name == "SubscriptionDialog"_L1)
        dialog = new SubscriptionDialog({}, {}, window);
    else if (name == "ImportDialog"_L1)
        dialog = new ImportDialog(
            m_folder.filePath(u"posts.csv"_s), [](const QString &) { return QString(); }, shippedCodebook(),
            window);
    else if (name == "ImportReportDialog"_L1)
        dialog = new ImportReportDialog({}, window);
    if (dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    }
    if (!QTest::qWaitFor([] { return shownDialog() != nullptr; }, 30000))
        return nullptr;
    const auto *import = qobject_cast<ImportDialog *>(dialog);
    if (import && !QTest::qWaitFor([import] { return import->isReady(); }, 30000))
        return nullptr;
    const QString shown = QString::fromLatin1(shownDialog()->metaObject()->className()).section(u':', -1);
    return name.isEmpty() || shown == name ? shownDialog() : nullptr;
}

QDialog *AccessibilityTest::shownDialog()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void AccessibilityTest::bannersAreNamed()
{
    Banner banner(u"This is invented."_s, {});
    QCOMPARE(QAccessible::queryAccessibleInterface(&banner)->text(QAccessible::Name), u"This is invented."_s);
}

void AccessibilityTest::everyDialogHasNames()
{
    QFETCH(QString, action);
    QFETCH(QString, dialog);
    QDialog *shown = open(action, dialog);
    QVERIFY2(shown, "the dialog didn't open");
    QStringList nameless;
    int seen = 0;
    gatherNameless(QAccessible::queryAccessibleInterface(shown), nameless, seen);
    shown->reject();
    QVERIFY2(nameless.isEmpty(), qPrintable(u"without a name:\n"_s + nameless.join(u'\n')));
    QVERIFY(seen > 1);
    QTRY_VERIFY(shownDialog() == nullptr);
}

/// In German, whose words are long, with what a screen of 1024 x 700 leaves between the window's edges.
void AccessibilityTest::everyDialogFitsASmallScreen()
{
    QFETCH(QString, action);
    speak(u"de"_s);
    QFETCH(QString, dialog);
    QDialog *shown = open(action, dialog);
    QVERIFY2(shown, "the dialog didn't open");
    const QSize least = shown->minimumSizeHint().expandedTo(shown->minimumSize());
    shown->reject();
    QTRY_VERIFY(shownDialog() == nullptr);
    QVERIFY2(least.width() <= 1000 && least.height() <= 620,
             qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
}

void AccessibilityTest::theTimelineIsAChartAndATable()
{
    auto *table = m_opened->child<QAction>(u"timelineAsTable"_s);
    QVERIFY(table);
    table->trigger();
    auto *view = m_opened->child<QWidget>(u"timelineTable"_s);
    QTRY_VERIFY(view->isVisible());
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view);
    QVERIFY(interface && interface->tableInterface());
    QVERIFY(interface->tableInterface()->rowCount() >= 6); // six days, in hours
    QCOMPARE(interface->tableInterface()->columnDescription(0), u"Time"_s);
    table->trigger();
}

void AccessibilityTest::tabReachesEveryPane()
{
    QSet<QString> reached;
    m_opened->list()->setFocus();
    for (int i = 0; i < 200; ++i) {
        QWidget *focus = m_opened->window()->focusWidget();
        QVERIFY(focus);
        for (const QWidget *at = focus; at; at = at->parentWidget())
            reached.insert(QString::fromLatin1(at->metaObject()->className()).section(u':', -1));
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (const char *pane : {"SearchBox", "FacetPanel", "TimelineView", "StoryListView", "StoryText", "ReadingBar"})
        QVERIFY2(reached.contains(QString::fromLatin1(pane)), pane);
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
