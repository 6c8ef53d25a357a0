#pragma once

#include "store/Store.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "story/StoryRow.h"

#include <QVector>

#include <functional>
#include <span>

namespace tidemark {

/// Writes what was made of a chunk of stories. Called on the caller's thread, chunk after chunk in order.
using WriteChunk = std::function<Result<>()>;
/// Makes something of a chunk of stories. Called on several threads at once, in no order.
using FormatChunk = std::function<WriteChunk(const QVector<StoryPage> &)>;

/// Reads whole stories in the order of the ids, over two connections that see the same moment of the collection,
/// and has them formatted where they were read and written here; ids that aren't there are passed over. Stories
/// come with the parts asked for and without an opening. A few chunks are under way at a time, whatever the number
/// of ids. The ids ascending are the quickest: then the file is read from front to back. Progress counts stories.
Result<> streamChunks(const Store &store, std::span<const StoryId> ids, const StoryParts &parts,
                      const FormatChunk &format, Progress &progress);

} // namespace tidemark
