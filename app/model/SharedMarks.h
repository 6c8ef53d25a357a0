#pragma once

#include "index/StoryIndex.h"

#include <span>

namespace tidemark {

/// Which marks every one of some stories has: a mark is taken off where all have it, else it is set on all.
struct SharedMarks
{
    bool read = false;
    bool starred = false;
    bool doNotQuote = false;
};

/// Unknown ids are passed over. A few passes over the index; any thread.
SharedMarks sharedMarks(const StoryIndex &index, std::span<const StoryId> stories);

} // namespace tidemark
