#include "model/TypedFilter.h"

namespace tidemark {

namespace {

template<typename Term>
void addMissing(QVector<Term> &terms, const QVector<Term> &typed)
{
    for (const Term &term : typed) {
        if (!terms.contains(term))
            terms.append(term);
    }
}

/// An end that was there goes where the one that was typed contradicts it.
TimeSpan withTypedEnds(TimeSpan span, const TimeSpan &typed)
{
    if (typed.from)
        span.from = typed.from;
    if (typed.until)
        span.until = typed.until;
    if (span.from && span.until && *span.from >= *span.until)
        return typed;
    return span;
}

} // namespace

Filter withoutWords(const Filter &filter)
{
    Filter rest = filter;
    rest.words = {};
    return rest;
}

Filter withTyped(const Filter &filter, const Filter &typed)
{
    Filter together = filter;
    together.words = typed.words;
    addMissing(together.facets, typed.facets);
    addMissing(together.properties, typed.properties);
    addMissing(together.copies, typed.copies);
    if (!typed.ids.isEmpty())
        together.ids = typed.ids;
    together.span = withTypedEnds(filter.span, typed.span);
    return together;
}

Filter withPart(const Filter &filter, const Filter &part)
{
    Filter together = withTyped(filter, part);
    together.words = WordQuery::all({filter.words, part.words});
    return together;
}

Filter withoutPart(const Filter &filter, const Filter &part)
{
    const Filter common = commonParts(filter, part);
    Filter rest = filter;
    rest.facets.removeIf([&](const FacetTerm &term) { return common.facets.contains(term); });
    rest.properties.removeIf([&](const PropertyTerm &term) { return common.properties.contains(term); });
    rest.copies.removeIf([&](const CopiesTerm &term) { return common.copies.contains(term); });
    if (!common.words.isEmpty())
        rest.words = {};
    if (!common.ids.isEmpty())
        rest.ids.clear();
    if (!common.span.isOpen())
        rest.span = {};
    return rest;
}

bool hasPart(const Filter &filter, const Filter &part)
{
    return commonParts(filter, part) == part;
}

} // namespace tidemark
