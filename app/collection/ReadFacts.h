#pragma once

#include "collection/CollectionFacts.h"
#include "collection/CollectionState.h"
#include "collection/Snapshot.h"
#include "store/StoreReader.h"
#include "story/Result.h"

namespace tidemark {

/// Reads again those facts that a change can have touched. Leaves path, name and read-only state as they are.
Result<> readFacts(CollectionFacts &facts, const CollectionChange &change, StoreReader &store);

/// What is done about an index that was kept and is older than the store, or isn't there at all: one is made from
/// all stories; or what there is is taken for the moment (Snapshot::isOld), the stories that came last if nothing
/// is.
enum class OldIndex { MadeAnew, Taken };

/// The whole index, and the generation that it is of, into a snapshot: read back if a current one was kept.
Result<> readIndex(Snapshot &snapshot, StoreReader &store, OldIndex old);

/// The same with an index that is at hand. What isKept says holds for it.
void takeIndex(Snapshot &snapshot, StoreReader::GeneratedIndex index);

/// Reads the index that is awaited, and publishes it in any case: old and with the Error, if that failed. The other
/// facts are those of before.
Result<> loadIndex(CollectionState &state, StoreReader &store, OldIndex old);

/// The facts that are counted from a snapshot's index; the number of all stories only where it is of all.
void countStories(CollectionFacts &facts, const Snapshot &snapshot);

void countStories(CollectionFacts &facts, const Overview &overview); ///< likewise

} // namespace tidemark
