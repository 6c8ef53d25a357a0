#pragma once

#include <QStringList>

namespace tidemark {

/// The collections that were open, the last one first.
namespace recentCollections {

[[nodiscard]] QStringList paths(); ///< those that are still there
void add(const QString &path);
[[nodiscard]] QString last(); ///< the one that was open last, even if it is gone; empty at the first start

} // namespace recentCollections

} // namespace tidemark
