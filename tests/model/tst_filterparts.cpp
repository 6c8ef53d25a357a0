#include "model/TypedFilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

/// Parts of a filter: what chips switch off and lock.
class tst_filterparts : public QObject
{
    Q_OBJECT

private slots:
    void aPartComesAndGoes();
    void aSpanTakesThePlaceOfTheSpan();
    void commonPartsAreThoseOfBoth();
};

namespace {

const FacetTerm mastodon{Facet::Platform, {}, {u"mastodon"_s}};
const FacetTerm notSpanish{Facet::Language, {}, {u"es"_s}, true};

Filter filterOf(const QVector<FacetTerm> &facets, const TimeSpan &span = {})
{
    Filter filter;
    filter.words = WordQuery::phrase(u"office"_s);
    filter.facets = facets;
    filter.span = span;
    return filter;
}

Filter part(const FacetTerm &term)
{
    Filter alone;
    alone.facets = {term};
    return alone;
}

} // namespace

void tst_filterparts::aPartComesAndGoes()
{
    const Filter both = withPart(filterOf({mastodon}), part(notSpanish));
    QVERIFY(both == filterOf({mastodon, notSpanish}));
    QVERIFY(hasPart(both, part(mastodon)));
    QVERIFY(withoutPart(both, part(mastodon)) == filterOf({notSpanish}));
    QVERIFY(!hasPart(filterOf({notSpanish}), part(mastodon)));
    QVERIFY(withoutPart(filterOf({notSpanish}), part(mastodon)) == filterOf({notSpanish}));
}

void tst_filterparts::aSpanTakesThePlaceOfTheSpan()
{
    Filter later;
    later.span = {20, 30};
    QVERIFY(withPart(filterOf({}, {1, 2}), later) == filterOf({}, {20, 30}));
    QVERIFY(withoutPart(filterOf({}, {20, 30}), later) == filterOf({}));
    QVERIFY(withoutPart(filterOf({}, {1, 2}), later) == filterOf({}, {1, 2}));
}

void tst_filterparts::commonPartsAreThoseOfBoth()
{
    Filter other = filterOf({notSpanish}, {1, 2});
    other.words = WordQuery::phrase(u"school"_s);
    Filter expected;
    expected.facets = {notSpanish};
    QVERIFY(commonParts(filterOf({mastodon, notSpanish}, {3, 4}), other) == expected);
}

QTEST_APPLESS_MAIN(tst_filterparts)
#include "tst_filterparts.moc"
