#include "AgreementWithSql.h"

#include "support/InventedPosts.h"

#include <QDebug>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark::test {

namespace {

constexpr int pageRows = 100;

/// What differs, as a sentence; empty if nothing does.
template<typename T>
QString unequal(const QString &what, const T &answered, const T &expected)
{
    if (answered == expected)
        return {};
    QString sentence;
    QDebug(&sentence).noquote() << what << "is" << answered << "and by SQL" << expected;
    return sentence;
}

QMap<QString, qint64> withStories(const FacetCounts &facet)
{
    QMap<QString, qint64> counts;
    for (const FacetValue &value : facet.values) {
        if (value.count > 0)
            counts.insert(value.key, value.count);
    }
    return counts;
}

QMap<qint64, qint64> withVolume(const Timeline &timeline)
{
    QMap<qint64, qint64> volume;
    for (qsizetype i = 0; i < timeline.starts.size(); ++i) {
        if (timeline.counts.at(i) > 0)
            volume.insert(timeline.starts.at(i), timeline.counts.at(i));
    }
    return volume;
}

QVector<qint64> numbers(const QVector<StoryId> &ids)
{
    QVector<qint64> plain;
    for (const StoryId id : ids)
        plain.append(static_cast<qint64>(id));
    return plain;
}

Filter withoutChoices(const Filter &filter, Facet facet, const QString &attribute = {})
{
    Filter wider = filter;
    erase_if(wider.facets, [&](const FacetTerm &term) {
        return term.facet == facet && term.attribute == attribute && !term.excluded;
    });
    return wider;
}

/// What the filter's terms exclude of a facet.
QStringList excludedOf(const Filter &filter, const FacetCounts &facet)
{
    QStringList excluded;
    for (const FacetTerm &term : filter.facets) {
        if (term.facet == facet.facet && term.attribute == facet.attribute && term.excluded)
            excluded += term.values;
    }
    return excluded;
}

Filter withoutTerms(const Filter &filter, const FacetCounts &facet)
{
    Filter wider = filter;
    erase_if(wider.facets,
             [&](const FacetTerm &term) { return term.facet == facet.facet && term.attribute == facet.attribute; });
    return wider;
}

bool foldsCopies(const Filter &filter)
{
    return std::ranges::any_of(filter.properties,
                               [](const PropertyTerm &term) { return term.property == Property::Original; });
}

/// The values of the facet's term, if it has one alone.
QStringList theOnlyChoice(const Filter &filter, const FacetCounts &facet)
{
    QVector<FacetTerm> terms = filter.facets;
    terms.removeIf([&](const FacetTerm &term) {
        return term.facet != facet.facet || term.attribute != facet.attribute || term.excluded;
    });
    return terms.size() == 1 ? terms.constFirst().values : QStringList();
}

} // namespace

AgreementWithSql::AgreementWithSql(Collection &collection, quint32 seed)
    : m_collection(collection),
      m_seed(seed),
      m_random(seed),
      m_oracle(collection.path(), collection.facts().codebook),
      m_filters(collection.facts(), seed)
{
}

QString AgreementWithSql::disagreement(int filters)
{
    QString found = unequal(u"the number of all stories"_s, m_collection.facts().stories, m_oracle.count({}));
    for (int i = 0; found.isEmpty() && i < filters; ++i) {
        const Filter filter = m_filters.next();
        found = difference(filter);
        if (!found.isEmpty())
            found += u"\nfilter: "_s + filterToText(filter, m_collection.names());
    }
    return found.isEmpty() ? QString() : found + u"\nseed: %1"_s.arg(m_seed);
}

QString AgreementWithSql::difference(const Filter &filter)
{
    SelectionQuestion question;
    question.filter = filter;
    question.keepAlternatives = m_random.bounded(2) == 0;
    question.timeline = someTimeline();
    question.attributeFacets = {u"sector"_s, u"region"_s};
    const auto answer = waitFor(m_collection.select(question));
    if (!answer)
        return answer.error().message;
    const Selection &selection = answer.value();
    m_found += selection.count() > 0 ? 1 : 0;

    QString found = unequal(u"the count"_s, selection.count(), m_oracle.count(filter));
    if (found.isEmpty())
        found = differingPages(selection);
    if (found.isEmpty())
        found = differingFacets(selection, question.keepAlternatives);
    Filter anytime = filter;
    if (question.keepAlternatives)
        anytime.span = {};
    const Timeline &timeline = selection.timeline;
    if (found.isEmpty()) {
        found = unequal(
            u"the timeline in %1s by %2"_s.arg(countingKey(timeline.counting), granularityKey(timeline.by)),
            withVolume(timeline), m_oracle.volume(anytime, timeline.counting, timeline.by));
    }
    if (found.isEmpty())
        found = unequal(u"the number of undated ones"_s, timeline.undated, m_oracle.undated(anytime));
    return found;
}

QString AgreementWithSql::differingPages(const Selection &selection)
{
    for (const Order order : {Order::NewestFirst, Order::OldestFirst}) {
        for (const qint64 first : {qint64(0), qint64(m_random.bounded(static_cast<int>(selection.count()) + 1))}) {
            const QVector<StoryId> ids = selection.ids(first, pageRows, order);
            const auto expected = m_oracle.page(selection.filter(), order, pageRows, first);
            QString found = unequal(u"the page from row %1"_s.arg(first), numbers(ids), numbers(expected));
            if (found.isEmpty() && !ids.isEmpty()) {
                found = unequal(u"the row of the page's last story"_s, selection.rowOf(ids.constLast(), order),
                                first + ids.size() - 1);
            }
            if (!found.isEmpty())
                return found;
        }
    }
    return {};
}

QString AgreementWithSql::differingFacets(const Selection &selection, bool keepAlternatives)
{
    for (const FacetCounts &facet : std::as_const(selection.facets)) {
        const Filter &filter = selection.filter();
        const Filter counted = keepAlternatives ? withoutChoices(filter, facet.facet, facet.attribute) : filter;
        const auto counts = [&](const Filter &asked) {
            return facet.facet == Facet::Attribute ? m_oracle.attribute(asked, facet.attribute)
                                                   : m_oracle.facet(asked, facet.facet);
        };
        auto expected = counts(counted);
        // Where copies are folded, what is chosen is counted as the list has it.
        const bool isWider = keepAlternatives && foldsCopies(filter);
        const auto countAsIn = [&](const Filter &asked, const QStringList &values) {
            const auto listed = values.isEmpty() ? expected : counts(asked);
            for (const QString &value : values) {
                expected.remove(value);
                if (const qint64 count = listed.value(value); count > 0)
                    expected.insert(value, count);
            }
        };
        countAsIn(filter, isWider ? theOnlyChoice(filter, facet) : QStringList());
        // What is excluded is counted as if nothing were.
        countAsIn(withoutTerms(filter, facet), keepAlternatives ? excludedOf(filter, facet) : QStringList());
        const QString found
            = unequal(u"facet %1 %2"_s.arg(int(facet.facet)).arg(facet.attribute), withStories(facet), expected);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

/// By day and coarser, in UTC: what SQL can cut, too. Where nothing is asked for, over centuries, it is years.
TimelineQuestion AgreementWithSql::someTimeline()
{
    TimelineQuestion question;
    question.counting = static_cast<Counting>(m_random.bounded(3));
    question.by = static_cast<Granularity>(m_random.bounded(int(Granularity::Day), int(Granularity::Year) + 1));
    return question;
}

} // namespace tidemark::test
