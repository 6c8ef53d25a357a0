#pragma once

#include "collection/CollectionFacts.h"
#include "collection/Snapshot.h"
#include "store/StoreReader.h"
#include "story/Result.h"

namespace tidemark {

/// Reads again those facts that a change can have touched. Leaves path, name and read-only state as they are.
Result<> readFacts(CollectionFacts &facts, const CollectionChange &change, StoreReader &store);

/// The whole index, and the generation that it is of, into a snapshot: read back if a current one was kept, else
/// made afresh.
Result<> readIndex(Snapshot &snapshot, StoreReader &store);

} // namespace tidemark
