#pragma once

#include "story/Progress.h"
#include "story/Result.h"

#include <QStringList>

namespace tidemark {

class Connection;

/// What is wrong with a collection, one sentence each: SQLite's own check, references, full text against
/// stories, the two views, and that nothing taken back is there.
Result<QStringList> checkIntegrity(Connection &connection, Progress &progress);

} // namespace tidemark
