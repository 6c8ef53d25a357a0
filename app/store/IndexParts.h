#pragma once

#include "index/StoryIndex.h"
#include "story/Progress.h"
#include "story/Result.h"

#include <optional>

namespace tidemark {

class Connection;

/// What the index was made from, as a number that every change of it raises (Transaction::Kind::Write).
Result<qint64> indexGeneration(Connection &connection);

/// The index as it was packed, and the generation that it is of; nothing, if none is there or if a part is damaged.
/// only: of another generation nothing is read. Within the caller's transaction.
struct PackedIndex
{
    StoryIndex index;
    qint64 generation = 0;
};
Result<std::optional<PackedIndex>> readPackedIndex(Connection &connection, std::optional<qint64> only);

/// Keeps the index of a generation, with its overview; only the parts that changed are written. Does nothing if the
/// collection has moved on. Cancelled: what was there stays. A transaction of its own.
Result<> writePackedIndex(Connection &connection, const StoryIndex &index, qint64 generation,
                          const Progress &progress);

/// Likewise, where the index is kept already and its overview isn't, or is in another time zone.
Result<> writeOverviewAlone(Connection &connection, const StoryIndex &index, qint64 generation);

/// Takes every part out, and the overview. Within the caller's transaction.
Result<> forgetPackedIndex(Connection &connection);

} // namespace tidemark
