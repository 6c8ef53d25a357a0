#include "model/FacetChoice.h"

#include <algorithm>

namespace tidemark {

namespace {

bool isOf(const FacetTerm &term, const FacetKey &facet)
{
    return term.facet == facet.facet && (facet.facet != Facet::Attribute || term.attribute == facet.attribute);
}

FacetTerm termOf(const FacetKey &facet, const QString &value, bool excluded)
{
    return {facet.facet, facet.facet == Facet::Attribute ? facet.attribute : QString(), {value}, excluded};
}

/// The last term of the facet that includes (or excludes), or null.
FacetTerm *lastTerm(Filter &filter, const FacetKey &facet, bool excluded)
{
    const auto last = std::find_if(filter.facets.rbegin(), filter.facets.rend(), [&](const FacetTerm &term) {
        return isOf(term, facet) && term.excluded == excluded;
    });
    return last == filter.facets.rend() ? nullptr : &*last;
}

Filter withAdded(const Filter &filter, const FacetKey &facet, const QString &value, bool excluded)
{
    const Choice wanted = excluded ? Choice::Excluded : Choice::Included;
    if (choiceOf(filter, facet, value) == wanted)
        return filter;
    Filter changed = withCleared(filter, facet, value);
    if (FacetTerm *term = lastTerm(changed, facet, excluded))
        term->values.append(value);
    else
        changed.facets.append(termOf(facet, value, excluded));
    return changed;
}

} // namespace

Choice choiceOf(const Filter &filter, const FacetKey &facet, const QString &value)
{
    Choice choice = Choice::Neutral;
    for (const FacetTerm &term : filter.facets) {
        if (!isOf(term, facet) || !term.values.contains(value))
            continue;
        if (term.excluded)
            return Choice::Excluded;
        choice = Choice::Included;
    }
    return choice;
}

Filter withOnly(const Filter &filter, const FacetKey &facet, const QString &value)
{
    Filter changed = withCleared(filter, facet, value);
    erase_if(changed.facets, [&](const FacetTerm &term) { return isOf(term, facet) && !term.excluded; });
    changed.facets.append(termOf(facet, value, false));
    return changed;
}

Filter withAny(const Filter &filter, const FacetKey &facet, const QString &value)
{
    return withAdded(filter, facet, value, false);
}

Filter withAlso(const Filter &filter, const FacetKey &facet, const QString &value)
{
    Filter changed = withCleared(filter, facet, value);
    changed.facets.append(termOf(facet, value, false));
    return changed;
}

Filter withExcluded(const Filter &filter, const FacetKey &facet, const QString &value)
{
    return withAdded(filter, facet, value, true);
}

Filter withCleared(const Filter &filter, const FacetKey &facet, const QString &value)
{
    Filter changed = filter;
    for (FacetTerm &term : changed.facets) {
        if (isOf(term, facet))
            term.values.removeAll(value);
    }
    erase_if(changed.facets, [&](const FacetTerm &term) { return isOf(term, facet) && term.values.isEmpty(); });
    return changed;
}

} // namespace tidemark
