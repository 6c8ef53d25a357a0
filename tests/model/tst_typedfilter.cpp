#include "model/TypedFilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tidemark;

class tst_typedfilter : public QObject
{
    Q_OBJECT

private slots:
    void takesOnlyTheWordsAway();
    void typedWordsReplaceWords();
    void typedTermsComeToThoseThatAreThere();
    void aTypedEndReplacesThatEndOnly();
    void typedNumbersReplaceNumbers();

private:
    static Filter whole();
};

Filter tst_typedfilter::whole()
{
    Filter filter;
    filter.words = WordQuery::phrase(u"boss"_s);
    filter.facets = {{Facet::Theme, {}, {u"workplace"_s}}};
    filter.properties = {{Property::Starred}};
    filter.span = {1000, 2000};
    filter.ids = {StoryId{7}};
    return filter;
}

void tst_typedfilter::takesOnlyTheWordsAway()
{
    Filter expected = whole();
    expected.words = {};
    QCOMPARE(withoutWords(whole()), expected);
    QCOMPARE(withoutWords(Filter()), Filter());
}

void tst_typedfilter::typedWordsReplaceWords()
{
    Filter typed;
    typed.words = WordQuery::phrase(u"office"_s);
    Filter expected = whole();
    expected.words = typed.words;
    QCOMPARE(withTyped(whole(), typed), expected);
    expected.words = {};
    QCOMPARE(withTyped(whole(), Filter()), expected); // the box was emptied
}

void tst_typedfilter::typedTermsComeToThoseThatAreThere()
{
    Filter typed;
    typed.facets = {{Facet::Theme, {}, {u"workplace"_s}}, {Facet::Voice, {}, {u"testimony"_s}, true}};
    typed.properties = {{Property::Starred}, {Property::Unread}};
    const Filter together = withTyped(whole(), typed);
    QCOMPARE(
        together.facets,
        (QVector<FacetTerm>{{Facet::Theme, {}, {u"workplace"_s}}, {Facet::Voice, {}, {u"testimony"_s}, true}}));
    QCOMPARE(together.properties, (QVector<PropertyTerm>{{Property::Starred}, {Property::Unread}}));
}

void tst_typedfilter::aTypedEndReplacesThatEndOnly()
{
    Filter typed;
    typed.span.until = 1500;
    QCOMPARE(withTyped(whole(), typed).span, (TimeSpan{1000, 1500}));
    typed.span = {500, std::nullopt};
    QCOMPARE(withTyped(whole(), typed).span, (TimeSpan{500, 2000}));
    QCOMPARE(withTyped(whole(), Filter()).span, (TimeSpan{1000, 2000}));
    typed.span = {2000, std::nullopt};
    QCOMPARE(withTyped(whole(), typed).span, (TimeSpan{2000, std::nullopt})); // the other end contradicts it
    typed.span = {std::nullopt, 500};
    QCOMPARE(withTyped(whole(), typed).span, (TimeSpan{std::nullopt, 500}));
}

void tst_typedfilter::typedNumbersReplaceNumbers()
{
    Filter typed;
    typed.ids = {StoryId{8}, StoryId{9}};
    QCOMPARE(withTyped(whole(), typed).ids, typed.ids);
    QCOMPARE(withTyped(whole(), Filter()).ids, whole().ids);
}

QTEST_APPLESS_MAIN(tst_typedfilter)
#include "tst_typedfilter.moc"
