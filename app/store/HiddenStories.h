#pragma once

#include "story/Result.h"
#include "story/StoryId.h"
#include "story/TimeSpan.h"

#include <QString>
#include <QVector>

#include <optional>

namespace tidemark {

class Connection;

/// How long a story stays hidden before it is taken back for good, in milliseconds: seven days.
inline constexpr qint64 hiddenFor = qint64(7) * 24 * 60 * 60 * 1000;

/// A story that has to go, and why.
struct LeavingStory
{
    StoryId id = noStory;
    QString reason;
};

/// Whether a withdrawal says that an account is out of sight for now (protected, suspended, deactivated) and not
/// that a story was deleted.
bool hidesOnly(const QString &reason);

// Within the caller's transaction. A hidden story is in no view, no index and no list; a later import of it adds to
// it and leaves it hidden.

/// False: it was hidden already.
Result<bool> hideStory(Connection &connection, StoryId id, const QString &reason, qint64 run);
/// Undoes what an import hid: gives the stories that can be seen again.
Result<QVector<StoryId>> showHiddenBy(Connection &connection, qint64 run);
/// Those that were hidden before a moment.
Result<QVector<LeavingStory>> hiddenBefore(Connection &connection, Instant moment);

} // namespace tidemark
