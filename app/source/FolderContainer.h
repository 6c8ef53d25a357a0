#pragma once

#include "source/Container.h"

namespace tidemark {

/// The files in a folder and in those within it, sorted by name.
Result<std::unique_ptr<Container>> openFolder(const QString &path, const ContainerLimits &limits);

} // namespace tidemark
