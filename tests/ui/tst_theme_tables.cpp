#include "dialogs/TicksDialog.h"
#include "reading/ReadingPane.h"
#include "tables/HeatDelegate.h"
#include "tables/ThemePage.h"
#include "tables/ThemeTableDialog.h"
#include "tables/ThemeTablePicture.h"
#include "text/Translations.h"
#include "theme/CodebookEditing.h"
#include "theme/Palette.h"
#include "ui/OpenedWindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <QTranslator>

using namespace tidemark;
using namespace Qt::StringLiterals;

/// Tables of themes, a theme's page and the lexicons in the real window, through real events.
class ThemeTablesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void namesOfThemesAreWhole_data();
    void namesOfThemesAreWhole();
    void aCellIsAFilter();
    void returnChoosesACell();
    void theTableFollowsTheFilter();
    void numbersAreLegibleOnTheirColours_data();
    void numbersAreLegibleOnTheirColours();
    void leavesAsPictureAndFigures();
    void aThemeHasAPage();
    void aPageWithoutAThemeIsEmpty();
    void aPageOpensFromTheFacet();
    void aLexiconIsSwitchedOnAndUndone();

private:
    [[nodiscard]] ThemeTableDialog *table();
    [[nodiscard]] static ThemeTableView *view(const QDialog *dialog)
    {
        return dialog->findChild<ThemeTableView *>();
    }
    /// The cell of a theme and a column, by their names.
    [[nodiscard]] static QModelIndex cell(const QDialog *dialog, const QString &theme, const QString &column);

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_opened;
};

void ThemeTablesTest::initTestCase()
{
    QVERIFY(OpenedWindow::prepare(m_folder));
}

void ThemeTablesTest::init()
{
    m_opened = std::make_unique<OpenedWindow>(m_folder.path());
    QVERIFY(m_opened->open());
}

void ThemeTablesTest::cleanup()
{
    m_opened.reset();
}

ThemeTableDialog *ThemeTablesTest::table()
{
    m_opened->action(u"themeTables"_s)->trigger();
    auto *dialog = OpenedWindow::dialog<ThemeTableDialog>(u"themeTable"_s);
    const bool isFilled = dialog && QTest::qWaitFor([&] { return view(dialog)->model()->rowCount() > 0; }, 30000);
    return isFilled ? dialog : nullptr;
}

QModelIndex ThemeTablesTest::cell(const QDialog *dialog, const QString &theme, const QString &column)
{
    const QAbstractItemModel *model = view(dialog)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int place = 0; place < model->columnCount(); ++place) {
            if (model->headerData(row, Qt::Vertical).toString() == theme
                && model->headerData(place, Qt::Horizontal).toString() == column)
                return model->index(row, place);
        }
    }
    return {};
}

void ThemeTablesTest::namesOfThemesAreWhole_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : programLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

void ThemeTablesTest::namesOfThemesAreWhole()
{
    QFETCH(QString, language);
    const QLocale before;
    const auto speakAsBefore = qScopeGuard([&before] {
        qDeleteAll(qApp->findChildren<QTranslator *>());
        QLocale::setDefault(before);
    });
    speak(language);
    ThemeTableDialog *dialog = table();
    QVERIFY(dialog);
    const QHeaderView *names = view(dialog)->verticalHeader();
    const int margin = names->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, names);
    QStringList cut;
    for (int row = 0; row < view(dialog)->model()->rowCount(); ++row) {
        const QString name = view(dialog)->model()->headerData(row, Qt::Vertical).toString();
        if (names->fontMetrics().horizontalAdvance(name) + 2 * margin > names->width())
            cut.append(name);
    }
    QCOMPARE(cut, QStringList());
}

void ThemeTablesTest::aCellIsAFilter()
{
    ThemeTableDialog *dialog = table();
    QVERIFY(dialog);
    auto *by = dialog->findChild<QComboBox *>(u"tableBy"_s);
    by->setFocus();
    QTest::keyClick(by, Qt::Key_Down);
    QTest::keyClick(by, Qt::Key_Down);
    QTRY_VERIFY(cell(dialog, u"Workplace harassment"_s, u"Mastodon"_s).isValid());
    const QModelIndex chosen = cell(dialog, u"Workplace harassment"_s, u"Mastodon"_s);
    QCOMPARE(chosen.data().toString(), u"2"_s);
    view(dialog)->scrollTo(chosen);
    QTest::mouseClick(view(dialog)->viewport(), Qt::LeftButton, {}, view(dialog)->visualRect(chosen).center());
    QTRY_COMPARE(m_opened->count(), u"2 of 6 stories"_s);

    // The table stays, so that the next cell counts on from where it was.
    const QModelIndex next = cell(dialog, u"Workplace harassment"_s, u"Twitter"_s);
    QVERIFY(next.isValid());
    QTest::mouseClick(view(dialog)->viewport(), Qt::LeftButton, {}, view(dialog)->visualRect(next).center());
    QTRY_COMPARE(m_opened->count(), u"1 of 6 stories"_s);
    QCOMPARE(cell(dialog, u"All stories"_s, u"All stories"_s).data().toString(), u"6"_s);
    m_opened->action(u"back"_s)->trigger();
    QTRY_COMPARE(m_opened->count(), u"2 of 6 stories"_s);
}

void ThemeTablesTest::returnChoosesACell()
{
    ThemeTableDialog *dialog = table();
    QVERIFY(dialog);
    const QModelIndex chosen = cell(dialog, u"Workplace harassment"_s, u"All stories"_s);
    view(dialog)->setFocus();
    view(dialog)->setCurrentIndex(chosen);
    QTest::keyClick(view(dialog), Qt::Key_Return);
    QTRY_COMPARE(m_opened->count(), u"3 of 6 stories"_s);
    QVERIFY(dialog->isVisible());
}

void ThemeTablesTest::theTableFollowsTheFilter()
{
    ThemeTableDialog *dialog = table();
    QVERIFY(dialog);
    m_opened->clickFacet(Facet::Platform, u"twitter"_s);
    QTRY_COMPARE(cell(dialog, u"All stories"_s, u"All stories"_s).data().toString(), u"3"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"themeTableTitle"_s)->text(), u"3 of 6 stories: platform: Twitter"_s);
    auto *cells = dialog->findChild<QComboBox *>(u"tableCells"_s);
    QTest::keyClick(cells, Qt::Key_Down);
    QTRY_COMPARE(cell(dialog, u"All stories"_s, u"All stories"_s).data().toString(), u"100.0%"_s);
}

void ThemeTablesTest::numbersAreLegibleOnTheirColours_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void ThemeTablesTest::numbersAreLegibleOnTheirColours()
{
    QFETCH(const Scheme, scheme);
    const Colours &own = colours(scheme);
    for (int step = 0; step <= 10; ++step)
        QVERIFY(contrast(own.text, heatGround(own, step / 10.0)) >= 4.5);
    QCOMPARE(heatGround(own, 0), own.base);
    QVERIFY(contrast(own.base, heatGround(own, 1)) > 1.5); // strong and weak can be told apart
}

void ThemeTablesTest::leavesAsPictureAndFigures()
{
    const ThemeTableDialog *dialog = table();
    QVERIFY(dialog);
    const ThemeTablePicture picture = dialog->picture();
    QVERIFY(picture.bytesFor(u"a.png"_s).startsWith("\x89PNG"));
    QVERIFY(picture.bytesFor(u"a.PDF"_s).startsWith("%PDF"));
    const QByteArray svg = picture.bytesFor(u"a.svg"_s);
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("Themes by theme"));
    const QImage image = picture.image(1);
    QCOMPARE(image.size(), picture.size().toSize());
    QCOMPARE(image.pixelColor(1, 1), colours(Scheme::Light).base); // on white paper
    QVERIFY(dialog->figures().contains("Workplace harassment,3,"));
}

void ThemeTablesTest::aThemeHasAPage()
{
    m_opened->action(u"themePage"_s)->trigger();
    auto *page = OpenedWindow::dialog<ThemePage>(u"themePage"_s);
    QVERIFY(page);
    auto *theme = page->findChild<QComboBox *>(u"pageTheme"_s);
    theme->setFocus();
    QTest::keyClicks(theme, u"Workplace"_s);
    const auto *figures = page->findChild<QLabel *>(u"pageFigures"_s);
    QTRY_VERIFY2(figures->text().startsWith(u"3 of 6 stories have it, 50.0%."_s), qPrintable(figures->text()));
    QVERIFY(page->findChild<QAbstractItemView *>(u"pageWords"_s)->model()->rowCount() > 0);
    auto *typical = page->findChild<QListWidget *>(u"typicalStories"_s);
    QTRY_COMPARE(typical->count(), 3);
    typical->setFocus();
    typical->setCurrentRow(0);
    QTest::keyClick(typical, Qt::Key_Return);
    const auto *reading = m_opened->window()->findChild<ReadingPane *>();
    QTRY_VERIFY(reading->story() != noStory);
    QCOMPARE(toNumber(reading->story()), typical->item(0)->data(Qt::UserRole).toLongLong());
    page->findChild<QPushButton *>(u"showThemeStories"_s)->click();
    QTRY_COMPARE(m_opened->count(), u"3 of 6 stories"_s);
}

void ThemeTablesTest::aPageWithoutAThemeIsEmpty()
{
    m_opened->action(u"themePage"_s)->trigger();
    const auto *page = OpenedWindow::dialog<ThemePage>(u"themePage"_s);
    QVERIFY(page);
    const auto *figures = page->findChild<QLabel *>(u"pageFigures"_s);
    const auto *words = page->findChild<QAbstractItemView *>(u"pageWords"_s)->model();
    QTRY_VERIFY(words->rowCount() > 0);
    Collection *collection = m_opened->workspace()->collection();
    QVERIFY(collection->addCodebook(newCodebook(u"Empty"_s, {}, collection->facts().codebook)).answer.result());
    QTRY_VERIFY(!collection->facts().shelf.isEmpty());
    const auto used = collection->useCodebook(collection->facts().shelf.constFirst().number);
    QTRY_COMPARE(page->findChild<QComboBox *>(u"pageTheme"_s)->count(), 0); // whatever was being counted
    QTRY_VERIFY(used.answer.isFinished());
    QVERIFY(figures->text().isEmpty());
    QCOMPARE(words->rowCount(), 0);
    QCOMPARE(page->findChild<QListWidget *>(u"typicalStories"_s)->count(), 0);
}

void ThemeTablesTest::aPageOpensFromTheFacet()
{
    FacetView *facet = m_opened->facet(Facet::Theme);
    const auto *model = qobject_cast<FacetModel *>(facet->model());
    const QRect row = facet->visualRect(model->index(model->rowOf(u"workplace"_s)));
    OpenedWindow::chooseFromMenu(facet->viewport(), row.center(), u"About This Theme..."_s);
    const auto *page = OpenedWindow::dialog<ThemePage>(u"themePage"_s);
    QVERIFY(page);
    QCOMPARE(page->findChild<QComboBox *>(u"pageTheme"_s)->currentText(), u"Workplace harassment"_s);
    QCOMPARE(m_opened->count(), u"6 stories"_s);
}

void ThemeTablesTest::aLexiconIsSwitchedOnAndUndone()
{
    Filter disbelief;
    disbelief.facets.append(
        {.facet = Facet::Theme, .attribute = {}, .values = {u"disbelief"_s}, .excluded = false});
    m_opened->workspace()->history()->setFilter(disbelief);
    QTRY_COMPARE(m_opened->count(), u"0 of 6 stories"_s);
    m_opened->action(u"lexicons"_s)->trigger();
    const auto opened = [] {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (auto *dialog = qobject_cast<TicksDialog *>(widget); dialog && dialog->isVisible())
                return dialog;
        }
        return static_cast<TicksDialog *>(nullptr);
    };
    TicksDialog *dialog = opened();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(1)->text(), u"Spanish (unmeasured)"_s);
    QCOMPARE(list->item(1)->checkState(), Qt::Unchecked);
    list->setFocus();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(dialog->isTicked(1));
    dialog->accept();
    QTRY_COMPARE(m_opened->count(), u"1 of 6 stories"_s);
    m_opened->action(u"undo"_s)->trigger();
    QTRY_COMPARE(m_opened->count(), u"0 of 6 stories"_s);
}

QTEST_MAIN(ThemeTablesTest)
#include "tst_theme_tables.moc"
