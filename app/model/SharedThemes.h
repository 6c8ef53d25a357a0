#pragma once

#include "index/StoryIndex.h"

#include <span>

namespace tidemark {

/// What some stories have in common, by their themes in force.
struct SharedThemes
{
    ThemeSet ofAll;  ///< themes that every one of them has
    ThemeSet ofSome; ///< themes that some have and some lack
};

/// Unknown ids are passed over. One pass over the index; any thread.
SharedThemes sharedThemes(const StoryIndex &index, std::span<const StoryId> stories);

} // namespace tidemark
