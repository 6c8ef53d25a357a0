#pragma once

#include "source/Container.h"

namespace tidemark {

/// What the files in a folder and in those within it are called, sorted; the Error says that there are more than so
/// many.
Result<QStringList> filesIn(const QString &path, qsizetype most);

/// These, but for the archives.
Result<std::unique_ptr<Container>> openFolder(const QString &path, const ContainerLimits &limits);

} // namespace tidemark
