#pragma once

#include "command/Command.h"
#include "source/ColumnMapping.h"
#include "story/Result.h"

#include <optional>

namespace tidemark {

/// What --map and its kin say about the columns of a table; the rest is guessed from its header. Absent: they say
/// nothing.
Result<std::optional<ColumnMapping>> mappingFrom(const Invocation &invocation);

} // namespace tidemark
