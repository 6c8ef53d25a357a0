#pragma once

#include "index/Overview.h"
#include "story/Result.h"

#include <optional>

namespace tidemark {

class Connection;

// A setting beside the packed index, which programs that don't know it pass over: the generation that it is of, a
// checksum and the packed overview. All of it within the caller's transaction.

/// Nothing, if none is there, or if it is damaged, of another generation than the store or of another time zone
/// than the collection's; nor without the index that it is of.
Result<std::optional<Overview>> readOverview(Connection &connection);
/// Of the index that was made from the store's generation. It knows the rows around the place where somebody was
/// reading (lastPlaceKey).
Result<> writeOverview(Connection &connection, const StoryIndex &index);
Result<> forgetOverview(Connection &connection);

} // namespace tidemark
