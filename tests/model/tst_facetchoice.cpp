#include "model/FacetChoice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

const FacetKey themes{Facet::Theme, {}};
const FacetKey voices{Facet::Voice, {}};
const FacetKey sectors{Facet::Attribute, u"sector"_s};
const FacetKey regions{Facet::Attribute, u"region"_s};

Filter filterOf(const QVector<FacetTerm> &terms)
{
    Filter filter;
    filter.facets = terms;
    return filter;
}

} // namespace

class tst_facetchoice : public QObject
{
    Q_OBJECT

private slots:
    void saysHowAValueStands();
    void onlyReplacesWhatWasIncluded();
    void anyAddsToTheLastIncludedTerm();
    void alsoAsksForBoth();
    void excludingTakesTheInclusionBack();
    void clearingDropsEmptyTerms();
    void attributesAreToldApartByName();
    void leavesTheRestAsItWas();
};

void tst_facetchoice::saysHowAValueStands()
{
    const Filter filter = filterOf({{Facet::Theme, {}, {u"a"_s, u"b"_s}}, {Facet::Theme, {}, {u"c"_s}, true}});
    QCOMPARE(choiceOf(filter, themes, u"b"_s), Choice::Included);
    QCOMPARE(choiceOf(filter, themes, u"c"_s), Choice::Excluded);
    QCOMPARE(choiceOf(filter, themes, u"d"_s), Choice::Neutral);
    QCOMPARE(choiceOf(filter, voices, u"b"_s), Choice::Neutral);
}

void tst_facetchoice::onlyReplacesWhatWasIncluded()
{
    const Filter filter
        = filterOf({{Facet::Theme, {}, {u"a"_s, u"b"_s}}, {Facet::Theme, {}, {u"c"_s, u"d"_s}, true}});
    QCOMPARE(withOnly(filter, themes, u"d"_s),
             filterOf({{Facet::Theme, {}, {u"c"_s}, true}, {Facet::Theme, {}, {u"d"_s}}}));
}

void tst_facetchoice::anyAddsToTheLastIncludedTerm()
{
    const Filter one = withAny(Filter(), themes, u"a"_s);
    QCOMPARE(one, filterOf({{Facet::Theme, {}, {u"a"_s}}}));
    const Filter two = withAny(one, themes, u"b"_s);
    QCOMPARE(two, filterOf({{Facet::Theme, {}, {u"a"_s, u"b"_s}}}));
    QCOMPARE(withAny(two, themes, u"b"_s), two);
}

void tst_facetchoice::alsoAsksForBoth()
{
    const Filter one = withAlso(Filter(), themes, u"a"_s);
    QCOMPARE(withAlso(one, themes, u"b"_s), filterOf({{Facet::Theme, {}, {u"a"_s}}, {Facet::Theme, {}, {u"b"_s}}}));
}

void tst_facetchoice::excludingTakesTheInclusionBack()
{
    const Filter included = filterOf({{Facet::Theme, {}, {u"a"_s}}});
    const Filter excluded = withExcluded(included, themes, u"a"_s);
    QCOMPARE(excluded, filterOf({{Facet::Theme, {}, {u"a"_s}, true}}));
    QCOMPARE(withExcluded(excluded, themes, u"b"_s), filterOf({{Facet::Theme, {}, {u"a"_s, u"b"_s}, true}}));
    QCOMPARE(withAny(excluded, themes, u"a"_s), included);
}

void tst_facetchoice::clearingDropsEmptyTerms()
{
    const Filter filter = filterOf({{Facet::Theme, {}, {u"a"_s}}, {Facet::Theme, {}, {u"b"_s}, true}});
    QCOMPARE(withCleared(filter, themes, u"a"_s), filterOf({{Facet::Theme, {}, {u"b"_s}, true}}));
}

void tst_facetchoice::attributesAreToldApartByName()
{
    const Filter filter = withAny(withAny(Filter(), sectors, u"health"_s), regions, u"health"_s);
    QCOMPARE(filter.facets.size(), 2);
    QCOMPARE(withCleared(filter, sectors, u"health"_s), filterOf({{Facet::Attribute, u"region"_s, {u"health"_s}}}));
}

void tst_facetchoice::leavesTheRestAsItWas()
{
    Filter filter = filterOf({{Facet::Voice, {}, {u"testimony"_s}}});
    filter.words = WordQuery::phrase(u"boss"_s);
    filter.properties = {{Property::Starred}};
    filter.span = {1000, 2000};
    Filter expected = filter;
    expected.facets.append({Facet::Theme, {}, {u"a"_s}});
    QCOMPARE(withAny(filter, themes, u"a"_s), expected);
    QCOMPARE(withCleared(expected, themes, u"a"_s), filter);
}

QTEST_APPLESS_MAIN(tst_facetchoice)
#include "tst_facetchoice.moc"
