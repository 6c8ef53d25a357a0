#pragma once

#include "store/StoreFacts.h"
#include "story/Result.h"

namespace tidemark {

class Connection;

/// Sets what people said of a theme, within the caller's transaction; gives what was different before. Stories that
/// are gone are passed over.
Result<QVector<HandTheme>> setHandThemes(Connection &connection, const HandThemes &codings);

/// All that people said of a theme, by story.
Result<QVector<HandTheme>> readHandThemes(Connection &connection, int theme);

} // namespace tidemark
