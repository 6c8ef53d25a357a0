#pragma once

#include "store/AuthorKeys.h"
#include "store/StoryTexts.h"
#include "story/Story.h"
#include "text/Tokens.h"
#include "text/WordRuns.h"
#include "theme/RuleCoder.h"

#include <optional>

namespace tidemark {

/// A story with all that is worked out from its text: what the store writes. Made on any thread.
struct CodedStory
{
    Story story;
    StoryTexts texts; ///< of story, as it is written
    IndexedText indexed;
    WordFigures figures;
    RuleCoding coding;
    std::optional<TextSketch> sketch; ///< absent: too short to be copied
    AuthorKeys authorKeys;            ///< none: whoever writes the story works them out
};

/// Fills in language (detected) and hashtags where the record gives none, and applies the rules.
CodedStory codeStory(Story story, const RuleCoder &rules);

} // namespace tidemark
