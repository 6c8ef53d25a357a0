#pragma once

#include "store/Store.h"
#include "story/Progress.h"
#include "story/StoredStory.h"

#include <functional>
#include <memory>
#include <span>

namespace tidemark {

using MakeChunk = std::function<std::unique_ptr<StoryChunk>()>;

/// Reads stories over two connections that see the same moment of the collection, gives them to chunks where they
/// are read and has these written here, in the order of the ids; ids that aren't there are passed over. A few
/// chunks are under way at a time, whatever the number of ids. The ids ascending are the quickest: then the file is
/// read from front to back. Progress counts stories.
Result<> streamChunks(const Store &store, std::span<const StoryId> ids, const StoredParts &parts,
                      const MakeChunk &makeChunk, Progress &progress);

} // namespace tidemark
