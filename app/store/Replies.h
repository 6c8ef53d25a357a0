#pragma once

#include "story/Result.h"
#include "story/StoryId.h"

#include <QVector>

namespace tidemark {

class Connection;

/// The stories that answer one, the earliest first, at most so many. Hidden ones are passed over.
Result<QVector<StoryId>> readReplies(Connection &connection, StoryId story, int most);

} // namespace tidemark
