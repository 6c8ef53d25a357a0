#pragma once

#include "story/Progress.h"
#include "story/Result.h"

#include <QString>

namespace tidemark {

class AuthorTable;
class Connection;

// What is left of stories that an import takes back: the names of their authors, words in the full text and in the
// WAL, and the packed index, which says when they were written and what about. The stories go with their batch, all
// of this at the import's end. The collection remembers that it is due, so that whoever comes next does it where an
// import ended too early.

/// Within the transaction of the batch.
Result<> notePurgeDue(Connection &connection);

Result<bool> isPurgeDue(Connection &connection);

/// Takes it all out if it is due; transactions of its own. False: it was stopped, or the WAL could not be emptied,
/// so words linger; it stays due.
Result<bool> purgeIfDue(Connection &connection, AuthorTable &authors, const Progress &progress);

/// What to tell then.
QString wordsLinger();

} // namespace tidemark
