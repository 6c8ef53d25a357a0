#pragma once

#include "story/Story.h"
#include "text/Tokens.h"
#include "theme/RuleCoder.h"

namespace tidemark {

/// A story with all that is worked out from its text: what the store writes. Made on any thread.
struct CodedStory
{
    Story story;
    IndexedText indexed;
    WordFigures figures;
    RuleCoding coding;
};

/// Fills in language (detected) and hashtags where the record gives none, and applies the rules.
CodedStory codeStory(Story story, const RuleCoder &rules);

} // namespace tidemark
