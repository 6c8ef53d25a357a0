#pragma once

#include "filter/Filter.h"
#include "index/Timeline.h"

#include <optional>

namespace tidemark {

/// Where the filter asks for any of several values of the facet that a timeline is split by, these and what
/// else it asks for are compared: the parts of all other values are left out. Else, and without a split, the
/// timeline as it is.
Timeline withChosenParts(Timeline timeline, const Filter &filter, std::optional<Facet> split);

} // namespace tidemark
