#include "model/ChosenParts.h"

#include <utility>

namespace tidemark {

Timeline withChosenParts(Timeline timeline, const Filter &filter, std::optional<Facet> split)
{
    QStringList chosen;
    bool compares = false;
    for (const FacetTerm &term : std::as_const(filter.facets)) {
        if (term.facet != split || !term.attribute.isEmpty() || term.excluded)
            continue;
        chosen += term.values;
        compares = compares || term.values.size() > 1;
    }
    if (compares)
        timeline.series.removeIf([&](const TimelineSeries &part) { return !chosen.contains(part.key); });
    return timeline;
}

} // namespace tidemark
