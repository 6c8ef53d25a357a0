#pragma once

#include "story/Progress.h"
#include "story/Result.h"

#include <QStringList>

namespace tidemark {

class Connection;

/// What is wrong with a collection, one sentence each, a hundred at most: SQLite's own check, references, full text
/// against stories, the views, keys, and that nothing taken back is there. Stops within each of these.
Result<QStringList> checkIntegrity(Connection &connection, Progress &progress);

} // namespace tidemark
