#pragma once

#include "source/Reader.h"

#include <QStringList>

namespace tidemark {

/// Reads the files and says what would come in, with --json for programs. Touches no collection. What is there
/// already, and what is twice in the files, isn't known: it counts records.
int dryRun(const QStringList &paths, const ReaderOptions &options, bool json);

} // namespace tidemark
