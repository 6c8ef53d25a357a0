#include "model/SharedMarks.h"

namespace tidemark {

SharedMarks sharedMarks(const StoryIndex &index, std::span<const StoryId> stories)
{
    StoreAnswers chosen;
    chosen.words = std::make_shared<const Bitset>(index.bitsOf(stories));
    const auto hasNone = [&](const PropertyTerm &term) {
        Filter filter;
        filter.properties = {term};
        return index.select(filter, chosen).isEmpty();
    };
    return {.read = hasNone({Property::Unread}),
            .starred = hasNone({.property = Property::Starred, .excluded = true}),
            .doNotQuote = hasNone({.property = Property::DoNotQuote, .excluded = true})};
}

} // namespace tidemark
