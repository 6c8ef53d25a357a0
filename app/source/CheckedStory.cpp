#include "source/Dates.h"
#include "source/Formats.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

void setPostedAt(Story &story, const QString &written, Instant now)
{
    story.postedAtText = written;
    if (const auto time = parseTime(written); time && isPlausible(time->instant, now)) {
        story.postedAt = time->instant;
        story.zoneKnown = time->zoneKnown;
    }
}

Content checkedStory(Story story)
{
    if (story.text.size() > longestStoryText / 4 && story.text.toUtf8().size() > longestStoryText) {
        return Rejected{
            QCoreApplication::translate("Reader", "The text is longer than 1 MiB, which is no longer one story.")};
    }
    const auto isBlank = [](const QString &text) { return text.trimmed().isEmpty(); };
    if (isBlank(story.text)
        && std::all_of(story.mediaDescriptions.cbegin(), story.mediaDescriptions.cend(), isBlank))
        return Skipped{QCoreApplication::translate("Reader", "no text")};
    return story;
}

Content checkedRepost(Repost repost, Story original)
{
    Content checked = checkedStory(std::move(original));
    if (std::holds_alternative<Rejected>(checked))
        return checked;
    if (auto *story = std::get_if<Story>(&checked))
        repost.original = std::move(*story);
    return repost;
}

} // namespace tidemark
