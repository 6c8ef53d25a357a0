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
    if (!typed.ids.isEmpty())
        together.ids = typed.ids;
    if (typed.span.from)
        together.span.from = typed.span.from;
    if (typed.span.until)
        together.span.until = typed.span.until;
    return together;
}

} // namespace tidemark
