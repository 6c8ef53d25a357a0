#include "store/CodedStory.h"

#include "text/Language.h"

namespace tidemark {

CodedStory codeStory(Story story, const RuleCoder &rules)
{
    const Tokens tokens = tokenise(story.text);
    if (story.language.isEmpty()) {
        story.language = detectLanguage(story.text, tokens);
        story.languageDetected = !story.language.isEmpty();
    }
    if (story.hashtags.isEmpty())
        story.hashtags = findHashtags(story.text);

    CodedStory coded;
    coded.indexed = indexedText(tokens, story.hashtags);
    coded.figures = wordFigures(tokens);
    coded.coding = rules.code(tokens, story.language);
    if (canBeCopied(tokens))
        coded.sketch = sketchOf(wordRuns(tokens));
    coded.texts = storyTexts(story);
    coded.story = std::move(story);
    return coded;
}

} // namespace tidemark
