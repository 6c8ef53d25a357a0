#pragma once

#include "command/StoryJson.h"

#include <QJsonArray>

namespace tidemark {

class Collection;
class RuleCoder;

/// What each theme of a story that rule or model coded, and its voice, rest on. Waits for the collection. Words
/// that the printing conceals are left out, and so are labels that a model gave and a rule gives by now.
Result<QJsonArray> explained(const StoryPage &story, Collection &collection, const RuleCoder &rules,
                             const StoryPrinting &printing);

} // namespace tidemark
