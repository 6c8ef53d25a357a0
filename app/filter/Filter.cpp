#include "filter/Filter.h"

namespace tidemark {

namespace {

template<typename Term>
QVector<Term> inBoth(QVector<Term> a, const QVector<Term> &b)
{
    a.removeIf([&b](const Term &term) { return !b.contains(term); });
    return a;
}

template<typename Part>
Part ifSame(const Part &a, const Part &b)
{
    return a == b ? a : Part();
}

} // namespace

bool Filter::isEmpty() const
{
    return words.isEmpty() && facets.isEmpty() && properties.isEmpty() && ids.isEmpty() && span.isOpen()
        && copies.isEmpty();
}

Filter commonParts(const Filter &a, const Filter &b)
{
    return {ifSame(a.words, b.words), inBoth(a.facets, b.facets), inBoth(a.properties, b.properties),
            ifSame(a.ids, b.ids),     ifSame(a.span, b.span),     inBoth(a.copies, b.copies)};
}

} // namespace tidemark
