#include "model/ChosenParts.h"

#include <algorithm>
#include <functional>
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
    const auto isChosen = [&](const TimelineSeries &part) { return chosen.contains(part.key); };
    if (compares && std::ranges::any_of(timeline.series, isChosen)) // else it is still split by something else
        timeline.series.removeIf(std::not_fn(isChosen));
    return timeline;
}

} // namespace tidemark
