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
    if (typed.span.from)
        together.span.from = typed.span.from;
    if (typed.span.until)
        together.span.until = typed.span.until;
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
