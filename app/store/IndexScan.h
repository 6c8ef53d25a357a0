#pragma once

#include "store/StoreFacts.h"
#include "story/Result.h"

#include <optional>
#include <span>

namespace tidemark {

class Connection;

/// Everything the index is made from, of all stories or of some: the tables side by side, each read once in the
/// order of the stories.
Result<IndexContents> scanForIndex(Connection &connection, std::optional<std::span<const StoryId>> ids);

} // namespace tidemark
