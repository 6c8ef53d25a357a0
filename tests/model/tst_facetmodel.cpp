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
    void showsTheFiltersChoices();
    void keepsRowsThatStay();
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
    QCOMPARE(model.index(1).data(FacetModel::ShareRole).toDouble(), 1.0);
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

QTEST_GUILESS_MAIN(tst_facetmodel)
#include "tst_facetmodel.moc"
