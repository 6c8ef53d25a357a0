#include "filter/Filter.h"

namespace tidemark {

bool Filter::isEmpty() const
{
    return words.isEmpty() && facets.isEmpty() && properties.isEmpty() && ids.isEmpty() && span.isOpen();
}

} // namespace tidemark
