#pragma once

#include "story/Result.h"

namespace tidemark {

class Connection;

/// What steps of the schema call that SQL can't say: key_hash(key) and is_own_key(key, platform, native_id,
/// permalink), see store/StoryKeys.h. The schema itself has nothing of them, so other tools need none.
Result<> addSchemaFunctions(Connection &connection);

} // namespace tidemark
