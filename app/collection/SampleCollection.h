#pragma once

#include "story/Result.h"

#include <QString>

#include <variant>

namespace tidemark {

/// Makes the collection of invented stories at a path, if nothing is there, from the program's own resource. It is
/// labelled as invented for good. Blocks for as long as two thousand stories take; call it in the pool. What it
/// leaves is whole or not there.
Result<> makeSampleCollection(const QString &path);

} // namespace tidemark
