#pragma once

#include "story/Result.h"

namespace tidemark {

class Connection;

/// "TiMk" in the header of a collection's file.
inline constexpr int collectionApplicationId = 0x54694d6b;

/// The number of the last schema step (resources/sql) that this program knows.
int newestSchema();

/// Applies the steps behind the collection's user_version, all of them or none.
Result<> upgradeSchema(Connection &connection);

} // namespace tidemark
