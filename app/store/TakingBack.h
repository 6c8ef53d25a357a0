#pragma once

#include "store/StoreFacts.h"
#include "store/WriterTables.h"
#include "story/Progress.h"

namespace tidemark {

// Ways in which stories leave. All but emptyWal() work within the caller's transaction.

/// A story that its author took back: everything about it goes, what others quoted of it and their raw records
/// too; a tombstone stays. False: it wasn't there.
Result<bool> takeBack(WriterTables &tables, StoryId id, const QString &reason);

/// Takes an import back; see StoreWriter::undoRun(). first: its firstStories(), see store/BroughtStories.h.
Result<> takeRunBack(WriterTables &tables, qint64 run, const QVector<qint64> &first, const RuleCoder &rules,
                     int codebookVersion, TouchedStories &touched, Progress &progress);

/// The source's stories and reposts stay as they are and no longer name it.
Result<> forgetProvenance(WriterTables &tables, qint64 source);

/// Merges the full text, so that removed words leave it.
Result<> mergeFullText(Connection &connection);

/// Writes the WAL back and empties it, outside a transaction. False: a reader held it for a minute.
Result<bool> emptyWal(Connection &connection, const Progress &progress);

} // namespace tidemark
