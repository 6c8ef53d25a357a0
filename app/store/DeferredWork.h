#pragma once

#include "story/Result.h"

#include <functional>

namespace tidemark {

class Connection;

/// What a collection's first large import leaves for its end, because to sort once costs a third of keeping in
/// order with every story: indexes that nothing asks meanwhile, and the keys by which stories are known, which the
/// import has in memory. A setting says so, and where a process ends too early the next opening makes up for it.
namespace deferredWork {

/// Leaves it, in a collection that has no story. A transaction of its own.
Result<> defer(Connection &connection);
/// Does what was left, if anything was; listKeys fills the table `identity`. In a transaction of its own, sorting
/// in files, so that memory doesn't grow with the indexes. They have no name and nobody else can read them.
Result<> catchUp(Connection &connection, const std::function<Result<>()> &listKeys);

} // namespace deferredWork

} // namespace tidemark
