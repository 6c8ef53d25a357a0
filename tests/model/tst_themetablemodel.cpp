#include "model/ThemeTableModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Codebook twoThemes()
{
    Codebook codebook;
    codebook.themes = {{0, u"work"_s, u"At work"_s, {}, {}, {}}, {1, u"school"_s, u"At school"_s, {}, {}, {}}};
    return codebook;
}

/// 1,000 stories, 400 with work, 100 with school, 50 with both.
ThemeTable together()
{
    ThemeTable table;
    table.stories = 1000;
    table.rows = {{u"work"_s, 400}, {u"school"_s, 100}, {u"none"_s, 550}};
    table.columns = {{u"work"_s, {}, 400, {400, 50, 0}},
                     {u"school"_s, {}, 100, {50, 100, 0}},
                     {u"none"_s, {}, 550, {0, 0, 550}}};
    return table;
}

ThemeTable byMonth()
{
    ThemeTable table;
    table.by = TableBy::Month;
    table.stories = 10;
    table.rows = {{u"work"_s, 4}};
    table.columns = {{u"2017-10"_s, {100, 200}, 6, {3}}, {u"2017-11"_s, {200, 300}, 4, {1}}};
    return table;
}

QStringList themesOf(const Filter &filter)
{
    QStringList themes;
    for (const FacetTerm &term : filter.facets)
        themes.append(term.values);
    return themes;
}

} // namespace

class tst_themetablemodel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void isATable();
    void saysSharesOfRowAndColumn();
    void heatLeavesOutWhereAThemeMeetsItself();
    void cellsAreFilters();
    void monthsStayWithinTheFilter();
    void isSpokenInWords();
    void emptyHasNoRows();
};

void tst_themetablemodel::isATable()
{
    ThemeTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(together(), twoThemes());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), u"All stories"_s);
    QCOMPARE(model.headerData(1, Qt::Vertical).toString(), u"At work"_s);
    QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), u"No theme"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"1,000"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"100"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"400"_s);
    QCOMPARE(model.index(1, 2).data().toString(), u"50"_s);
    model.setTable(byMonth(), twoThemes());
    QCOMPARE(model.columnNames(), (QStringList{u"2017-10"_s, u"2017-11"_s}));
    QCOMPARE(model.themeNames(), QStringList{u"At work"_s});
}

void tst_themetablemodel::saysSharesOfRowAndColumn()
{
    ThemeTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(together(), twoThemes());
    model.setCells(TableCells::ShareOfTheme);
    QCOMPARE(model.index(1, 2).data().toString(), u"12.5%"_s); // 50 of the 400 at work
    QCOMPARE(model.index(0, 2).data().toString(), u"10.0%"_s);
    model.setCells(TableCells::ShareOfColumn);
    QCOMPARE(model.index(1, 2).data().toString(), u"50.0%"_s); // 50 of the 100 at school
    QCOMPARE(model.index(1, 0).data().toString(), u"40.0%"_s);
    QCOMPARE(model.index(1, 2).data(ThemeTableModel::CountRole).toLongLong(), 50);
}

void tst_themetablemodel::heatLeavesOutWhereAThemeMeetsItself()
{
    ThemeTableModel model;
    model.setTable(together(), twoThemes());
    const auto heat = [&](int row, int column) { return model.index(row, column).data(ThemeTableModel::HeatRole); };
    QVERIFY(!heat(1, 1).isValid());
    QVERIFY(!heat(0, 1).isValid());
    QVERIFY(!heat(1, 0).isValid());
    QCOMPARE(heat(1, 2).toDouble(), 1.0); // the strongest of the others
    QCOMPARE(heat(1, 3).toDouble(), 0.0);
    model.setCells(TableCells::ShareOfTheme); // 50 of 400, and 50 of 100
    QCOMPARE(heat(1, 2).toDouble(), 0.25);
    QCOMPARE(heat(2, 1).toDouble(), 1.0);
}

void tst_themetablemodel::cellsAreFilters()
{
    ThemeTableModel model;
    model.setTable(together(), twoThemes());
    Filter unread;
    unread.properties.append({Property::Unread, false});
    const Filter both = model.within(unread, model.index(1, 2));
    QCOMPARE(both.properties, unread.properties);
    QCOMPARE(themesOf(both), (QStringList{u"work"_s, u"school"_s}));
    QCOMPARE(themesOf(model.within(unread, model.index(1, 1))), QStringList{u"work"_s});
    QCOMPARE(themesOf(model.within(unread, model.index(1, 0))), QStringList{u"work"_s});
    QCOMPARE(themesOf(model.within(unread, model.index(0, 2))), QStringList{u"school"_s});
    QCOMPARE(model.within(unread, model.index(0, 0)), unread);
}

void tst_themetablemodel::monthsStayWithinTheFilter()
{
    ThemeTableModel model;
    model.setTable(byMonth(), twoThemes());
    Filter some;
    some.span = {150, 250};
    QCOMPARE(model.within(some, model.index(1, 1)).span, (TimeSpan{150, 200}));
    QCOMPARE(model.within(some, model.index(1, 2)).span, (TimeSpan{200, 250}));
    QCOMPARE(model.within(some, model.index(1, 0)).span, some.span);
    QCOMPARE(model.within({}, model.index(0, 1)).span, (TimeSpan{100, 200}));
}

void tst_themetablemodel::isSpokenInWords()
{
    ThemeTableModel model;
    model.setTable(together(), twoThemes());
    QCOMPARE(model.index(1, 2).data(Qt::AccessibleTextRole).toString(),
             u"At work, At school: 50 stories, 12.5% of the row, 50.0% of the column"_s);
}

void tst_themetablemodel::emptyHasNoRows()
{
    ThemeTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    model.setTable({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_APPLESS_MAIN(tst_themetablemodel)
#include "tst_themetablemodel.moc"
