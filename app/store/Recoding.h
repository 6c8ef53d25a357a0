#pragma once

#include "store/WriterTables.h"
#include "story/Progress.h"
#include "theme/RuleCoder.h"

namespace tidemark {

/// Codes every story anew by the rules, on all cores, and writes those that come out otherwise than they stood,
/// with the version that did it. Within the caller's transaction. Progress counts stories.
Result<> recodeStories(WriterTables &tables, const RuleCoder &rules, int version, Progress &progress);

} // namespace tidemark
