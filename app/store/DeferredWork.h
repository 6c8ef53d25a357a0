#pragma once

#include "story/Result.h"
#include "story/StoryId.h"

#include <functional>

namespace tidemark {

class Connection;

/// What a large import leaves for its end, because to sort once costs a third of keeping in order with every story:
/// the keys by which its stories are known, which it has in memory, and, in a collection that had none, indexes
/// that nothing asks meanwhile. A setting says behind which story keys are missing, and where a process ends too
/// early the next opening makes up for it.
namespace deferredWork {

/// after: the last story; noStory: there is none. A transaction of its own.
Result<> defer(Connection &connection, StoryId after);
/// The keys of stories up to this one, the last, are listed by listKeys; from now on those behind it are left. In a
/// transaction of its own.
Result<> goOn(Connection &connection, StoryId after, const std::function<Result<>()> &listKeys);
/// Does what was left, if anything was; listKeys lists in the table `identity` the keys of stories behind this one.
/// In a transaction of its own, sorting in files, so that memory doesn't grow with the indexes. They have no name
/// and nobody else can read them.
using ListKeys = std::function<Result<>(StoryId after)>;
Result<> catchUp(Connection &connection, const ListKeys &listKeys);

} // namespace deferredWork

} // namespace tidemark
