#pragma once

#include "story/StoryId.h"

#include <QString>

#include <span>

namespace tidemark {

/// Story numbers as the JSON array that `IN (SELECT value FROM json_each(?))` takes.
QString storyList(std::span<const StoryId> ids);

} // namespace tidemark
