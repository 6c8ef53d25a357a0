#pragma once

#include "index/CopyGroups.h"
#include "index/StoryIndex.h"
#include "store/FoundCopies.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "text/WordRuns.h"

#include <QByteArray>

#include <optional>

namespace tidemark {

class Connection;

// Near-copies are found by sketches (text/WordRuns.h) that imports leave beside the stories. Whatever is new is
// compared with what stands in the same place of the others' sketches: one pass over all sketches for some million
// new stories, in memory for those alone. Where sketches agree in part only, the texts decide. A new story meets
// the first of those that agree with it, so that ten thousand copies of one text are ten thousand comparisons.

QByteArray sketchToBytes(const TextSketch &sketch);

/// Groups some of the stories that came or changed since they were last compared; 0: there are none left. Within a
/// transaction. An Error of kind Cancelled leaves it to the caller to roll back.
Result<qint64> groupSomeCopies(Connection &connection, const Progress &progress);

/// Finds copies as groupSomeCopies() does, but among all that wait, and writes nothing: on another thread while the
/// writer ends an import. Absent where sketches would have to be written first. Each part is compared within a read
/// transaction of its own, so that none holds the write-ahead log for long: nobody else may change stories
/// meanwhile. Takes fifty bytes for each story of a part, and some for each that is a copy. Each part goes through
/// all sketches, so it is an eighth of what waits, this at least, and four million at most.
inline constexpr qint64 foundAtOnce = 2'000'000;
Result<std::optional<FoundCopies>> findCopies(Connection &connection, const Progress &progress,
                                              qint64 atOnce = foundAtOnce);

/// The groups among the stories that an index knows.
Result<CopyGroups> readCopyGroups(Connection &connection, const StoryIndex &index);

/// A story and its copies that are in sight, in order of number; the story alone if it has none.
Result<QVector<StoryId>> readCopiesOf(Connection &connection, StoryId story);

} // namespace tidemark
