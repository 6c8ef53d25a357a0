#include "model/ChosenParts.h"

#include <algorithm>

namespace tidemark {

Timeline withChosenParts(Timeline timeline, const Filter &filter, std::optional<Facet> split)
{
    const auto chosen = std::ranges::find_if(filter.facets, [&](const FacetTerm &term) {
        return term.facet == split && term.attribute.isEmpty() && !term.excluded && term.values.size() > 1;
    });
    if (split && chosen != filter.facets.end())
        timeline.series.removeIf([&](const TimelineSeries &part) { return !chosen->values.contains(part.key); });
    return timeline;
}

} // namespace tidemark
