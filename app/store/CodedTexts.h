#pragma once

#include "story/Progress.h"
#include "story/Result.h"
#include "theme/CodedText.h"

#include <functional>
#include <span>

namespace tidemark {

class Connection;

/// Reads stories as learners do, in the order of the ids; unknown ids are passed over. Only the text and what
/// people said of it is read, so that millions can go by.
Result<> readCodedTexts(Connection &connection, std::span<const StoryId> ids,
                        const std::function<Result<>(CodedText &&)> &visit, Progress &progress);

} // namespace tidemark
