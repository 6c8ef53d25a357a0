#pragma once

#include "collection/CollectionFacts.h"
#include "collection/Job.h"

#include <QString>

namespace tidemark {

/// Behind forgetting: that the words are gone from the file, and which copies that were saved of it still hold
/// them. Looks for these on their disks: not on the window's thread.
QString whereWordsAreStill(const CollectionFacts &facts);
/// The same on a thread of workPool().
Job<QString> findWhereWordsAreStill(const CollectionFacts &facts);

} // namespace tidemark
