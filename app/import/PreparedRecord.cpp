#include "import/PreparedRecord.h"

#include "store/Compression.h"
#include "text/FewestWords.h"

namespace tidemark {

namespace {

const Story *storyOf(const Record &record)
{
    if (const auto *story = std::get_if<Story>(&record.content))
        return story;
    const auto *repost = std::get_if<Repost>(&record.content);
    return repost && repost->original ? &*repost->original : nullptr;
}

PreparedStory preparedStory(const Story &story, const Record &record, const Preparation &preparation)
{
    PreparedStory ready{identityOf(story, preparation.fileDigest, record.number),
                        codeStory(story, preparation.rules)};
    ready.coded.authorKeys = preparation.authors.of(story.platform, story.author);
    if (!record.calledThere.isEmpty())
        ready.identity.called = nativeKey(story.platform, record.calledThere);
    ready.identity.mayRepeat = ready.identity.mayRepeat && ready.coded.figures.residualWords < fewestWordsOfOne;
    return ready;
}

} // namespace

PreparedRecord prepared(Record record, const Preparation &preparation)
{
    PreparedRecord ready;
    if (const Story *story = storyOf(record))
        ready.story = preparedStory(*story, record, preparation);
    if (const auto *repost = std::get_if<Repost>(&record.content))
        ready.reposter = preparation.authors.of(repost->platform, repost->author);
    if (std::holds_alternative<Rejected>(record.content)
        || (ready.story && preparation.keepsRaw && !record.raw.isEmpty()))
        ready.packed = compressed(record.raw);
    ready.record = std::move(record);
    return ready;
}

} // namespace tidemark
