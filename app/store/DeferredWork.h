#pragma once

#include "story/Result.h"

namespace tidemark {

class Connection;

/// What a collection's first large import leaves for its end, because to sort once costs a third of keeping in
/// order with every story: indexes that nothing asks meanwhile. A setting says so, and where a process ends too
/// early the next opening makes up for it.
namespace deferredWork {

/// Leaves it, in a collection that has no story. A transaction of its own.
Result<> defer(Connection &connection);
/// Does what was left, if anything was. Within the caller's transaction.
Result<> catchUp(Connection &connection);
/// The same in a transaction of its own, sorting in files, so that memory doesn't grow with the collection. They
/// have no name and nobody else can read them.
Result<> catchUpInFiles(Connection &connection);

} // namespace deferredWork

} // namespace tidemark
