#include "model/FacetModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

Selection selectionOf(const QVector<FacetCounts> &facets, const Filter &filter = {})
{
    Selection selection(std::make_shared<const StoryIndex>(), filter, Bitset());
    selection.facets = facets;
    return selection;
}

const FacetCounts voiceCounts{Facet::Voice, {}, {{u"support"_s, 40}, {u"testimony"_s, 10}}};

CollectionFacts factsWithThemes()
{
    CollectionFacts facts;
    facts.codebook.groups = {{u"places"_s, u"Where"_s}};
    Theme work;
    work.id = u"workplace"_s;
    work.name = u"Workplace"_s;
    work.group = u"places"_s;
    work.definition = u"At work"_s;
    facts.codebook.themes = {work};
    return facts;
}

} // namespace

class tst_facetmodel : public QObject
{
    Q_OBJECT

private slots:
    void showsItsOwnFacet();
    void namesThemesAndTheLackOfThem();
    void aLaterThemeStandsWithItsGroup();
    void showsTheFiltersChoices();
    void keepsRowsThatStay();
    void measuresThemesAgainstThemes();
    void sortsByCountOrName();
    void searchesNamesAndKeepsWhatIsChosen();
    void tellsThePercentageOfTheCollection();
    void retiredThemesStayWhereStoriesHaveThem();
};

void tst_facetmodel::showsItsOwnFacet()
{
    FacetModel model({Facet::Voice, {}});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setSelection(selectionOf({{Facet::Platform, {}, {{u"twitter"_s, 3}}}, voiceCounts}));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex second = model.index(1);
    QCOMPARE(second.data().toString(), u"Testimony"_s);
    QCOMPARE(second.data(FacetModel::KeyRole).toString(), u"testimony"_s);
    QCOMPARE(second.data(FacetModel::CountRole).toLongLong(), 10);
    QCOMPARE(second.data(FacetModel::ShareRole).toDouble(), 0.25);
    QCOMPARE(model.rowOf(u"testimony"_s), 1);
    QCOMPARE(model.rowOf(u"nobody"_s), -1);
    model.setSelection(selectionOf({}));
    QCOMPARE(model.rowCount(), 0);
}

void tst_facetmodel::namesThemesAndTheLackOfThem()
{
    FacetModel model({Facet::Theme, {}});
    model.setFacts(factsWithThemes());
    model.setSelection(selectionOf({{Facet::Theme, {}, {{u"workplace"_s, 0}, {u"none"_s, 5}}}}));
    QCOMPARE(model.index(0).data().toString(), u"Workplace"_s);
    QCOMPARE(model.index(0).data(FacetModel::GroupRole).toString(), u"Where"_s);
    QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), u"At work"_s);
    QCOMPARE(model.index(1).data().toString(), u"No theme"_s);
    QVERIFY(!model.index(1).data(FacetModel::ShareRole).isValid());
}

void tst_facetmodel::aLaterThemeStandsWithItsGroup()
{
    CollectionFacts facts = factsWithThemes();
    facts.codebook.groups.append({u"after"_s, u"Aftermath"_s});
    for (const auto &[id, group] : {std::pair(u"healing"_s, u"after"_s), {u"school"_s, u"places"_s}}) {
        Theme theme;
        theme.id = id;
        theme.name = id;
        theme.group = group;
        facts.codebook.themes.append(theme);
    }
    FacetModel model({Facet::Theme, {}});
    model.setFacts(facts);
    model.setSelection(selectionOf(
        {{Facet::Theme, {}, {{u"workplace"_s, 1}, {u"healing"_s, 2}, {u"school"_s, 3}, {u"none"_s, 5}}}}));
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.keyAt(row));
    QCOMPARE(keys, QStringList({u"workplace"_s, u"school"_s, u"healing"_s, u"none"_s}));
}

void tst_facetmodel::showsTheFiltersChoices()
{
    FacetModel model({Facet::Voice, {}});
    Filter filter;
    filter.facets = {{Facet::Voice, {}, {u"support"_s}}, {Facet::Voice, {}, {u"testimony"_s}, true}};
    model.setSelection(selectionOf({voiceCounts}, filter));
    QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(model.index(1).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(model.index(1).data(FacetModel::ChoiceRole).toInt(), int(Choice::Excluded));
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"excluded"_s));
}

void tst_facetmodel::keepsRowsThatStay()
{
    FacetModel model({Facet::Voice, {}});
    model.setSelection(selectionOf({voiceCounts}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    FacetCounts fewer = voiceCounts;
    fewer.values[1].count = 3;
    model.setSelection(selectionOf({fewer}));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(1).data(FacetModel::CountRole).toLongLong(), 3);
    std::swap(fewer.values[0], fewer.values[1]);
    model.setSelection(selectionOf({fewer}));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.keyAt(0), u"testimony"_s);
}

void tst_facetmodel::measuresThemesAgainstThemes()
{
    FacetModel model({Facet::Theme, {}});
    model.setSelection(selectionOf({{Facet::Theme, {}, {{u"a"_s, 5}, {u"b"_s, 20}, {u"none"_s, 1000}}}}));
    QCOMPARE(model.index(0).data(FacetModel::ShareRole).toDouble(), 0.25);
    QCOMPARE(model.index(1).data(FacetModel::ShareRole).toDouble(), 1.0);
    QVERIFY(!model.index(2).data(FacetModel::ShareRole).isValid()); // beside theirs its bar would mislead
    // So would that of stories which aren't in the selection.
    Filter filter;
    filter.facets.append({Facet::Theme, {}, {u"b"_s}, true});
    model.setSelection(selectionOf({{Facet::Theme, {}, {{u"a"_s, 5}, {u"b"_s, 20}}}}, filter));
    QCOMPARE(model.index(0).data(FacetModel::ShareRole).toDouble(), 1.0);
    QCOMPARE(model.index(1).data(FacetModel::CountRole).toLongLong(), 20);
    QVERIFY(!model.index(1).data(FacetModel::ShareRole).isValid());
}

namespace {

QString keysOf(const FacetModel &model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.keyAt(row));
    return keys.join(u' ');
}

const FacetCounts sources{Facet::Source, {}, {{u"march"_s, 2}, {u"April"_s, 9}, {u"archive"_s, 4}}};

} // namespace

void tst_facetmodel::sortsByCountOrName()
{
    FacetModel model({Facet::Source, {}});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSelection(selectionOf({sources}));
    QCOMPARE(keysOf(model), u"march April archive"_s);
    model.setSorting(FacetModel::Sorting::ByCount);
    QCOMPARE(keysOf(model), u"April archive march"_s);
    model.setSorting(FacetModel::Sorting::ByName);
    QCOMPARE(model.keyAt(2), u"march"_s);
    model.setSorting(FacetModel::Sorting::AsGiven);
    QCOMPARE(keysOf(model), u"march April archive"_s);
}

void tst_facetmodel::searchesNamesAndKeepsWhatIsChosen()
{
    FacetModel model({Facet::Source, {}});
    model.setSelection(selectionOf({sources}));
    model.setSearch(u" aRCh "_s);
    QCOMPARE(keysOf(model), u"march archive"_s);
    Filter filter;
    filter.facets = {{Facet::Source, {}, {u"April"_s}}};
    model.setSelection(selectionOf({sources}, filter));
    QCOMPARE(keysOf(model), u"march April archive"_s);
    QCOMPARE(model.valueCount(), 3);
    model.setSearch({});
    QCOMPARE(model.rowCount(), 3);
}

void tst_facetmodel::tellsThePercentageOfTheCollection()
{
    CollectionFacts facts = factsWithThemes();
    facts.stories = 200;
    FacetModel model({Facet::Theme, {}});
    model.setFacts(facts);
    model.setSelection(selectionOf({{Facet::Theme, {}, {{u"workplace"_s, 13}}}}));
    QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(),
             u"At work\n13 of 200 stories in the collection (6.5 %)"_s);
}

void tst_facetmodel::retiredThemesStayWhereStoriesHaveThem()
{
    CollectionFacts facts = factsWithThemes();
    facts.codebook.themes[0].isRetired = true;
    facts.codebook.themes[0].colour = 3;
    FacetModel model({Facet::Theme, {}});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFacts(facts);
    model.setSelection(selectionOf({{Facet::Theme, {}, {{u"workplace"_s, 0}, {u"none"_s, 5}}}}));
    QCOMPARE(model.rowOf(u"workplace"_s), -1);
    model.setSelection(selectionOf({{Facet::Theme, {}, {{u"workplace"_s, 2}, {u"none"_s, 5}}}}));
    QCOMPARE(model.index(0).data().toString(), u"Workplace (retired)"_s);
    QCOMPARE(model.index(0).data(FacetModel::ColourRole).toInt(), 3);
}

QTEST_GUILESS_MAIN(tst_facetmodel)
#include "tst_facetmodel.moc"
