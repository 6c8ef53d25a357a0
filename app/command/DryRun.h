#pragma once

#include "source/Reader.h"

#include <QStringList>

#include <functional>

namespace tidemark {

/// Reads the files and says what would come in, with --json for programs. Touches no collection. What is there
/// already, and what is twice in the files, isn't known: it counts records.
int dryRun(const QStringList &paths, const std::function<ReaderOptions(const QString &path)> &optionsFor,
           bool json);

} // namespace tidemark
