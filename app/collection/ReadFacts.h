#pragma once

#include "collection/CollectionFacts.h"
#include "collection/Snapshot.h"
#include "store/StoreReader.h"
#include "story/Result.h"

namespace tidemark {

/// Reads again those facts that a change can have touched. Leaves path, name and read-only state as they are.
Result<> readFacts(CollectionFacts &facts, const CollectionChange &change, StoreReader &store);

/// The whole index, made afresh.
Result<std::shared_ptr<const StoryIndex>> readIndex(StoreReader &store);

} // namespace tidemark
