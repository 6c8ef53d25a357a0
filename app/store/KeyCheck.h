#pragma once

#include "store/Findings.h"
#include "story/Progress.h"
#include "story/Result.h"

namespace tidemark {

class Connection;

/// Looks at every key that stories are known by: that none is a tombstone's, and that each can be told, for what
/// can't be told leaves no tombstone.
Result<> checkKeys(Connection &connection, Findings &findings, const Progress &progress);

} // namespace tidemark
