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
/// The index itself, without a list of all stories in between.
Result<StoryIndex> scanWholeIndex(Connection &connection);

/// The names behind the index's numbers.
Result<IndexNames> readIndexNames(Connection &connection);

/// The author of every story of an index by ordinal; 0: unknown.
Result<NumberColumn> scanAccounts(Connection &connection, const StoryIndex &index);

} // namespace tidemark
