#pragma once

#include "collection/Collection.h"

#include <QString>

namespace tidemark {

// The copies that were saved of a collection, which remembers them: they hold what it forgets later on.

Job<std::monostate> noteSavedCopy(Collection &collection, const QString &path);

/// Behind forgetting: that the words are gone from the file, and which copies still hold them.
QString whereWordsAreStill(const Collection &collection);

} // namespace tidemark
