#include "source/Dates.h"
#include "source/Formats.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Whether a link begins with a scheme: what stands before its first colon, unless that is a host and behind the
/// colon is a port.
bool hasScheme(QStringView link)
{
    const auto endsHost = [](QChar c) { return c == u':' || c == u'/' || c == u'?' || c == u'#'; };
    const auto colon = std::find_if(link.begin(), link.end(), endsHost);
    if (colon == link.end() || *colon != u':')
        return false;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto portEnd = std::find_if_not(colon + 1, link.end(), isDigit);
    const bool isPort = portEnd != colon + 1 && (portEnd == link.end() || (*portEnd != u':' && endsHost(*portEnd)));
    return !isPort || std::find(link.begin(), colon, u'.') == colon;
}

/// Only what leads into the web is kept: other schemes (javascript:, file:, data:) could run or read something here
/// once somebody opens them. One without a scheme is taken for one of the web.
void keepWebLink(QString &link)
{
    const auto isOfWeb = [&link] {
        return link.startsWith("https://"_L1, Qt::CaseInsensitive)
            || link.startsWith("http://"_L1, Qt::CaseInsensitive);
    };
    if (link.isEmpty() || isOfWeb())
        return;
    link = link.trimmed();
    if (isOfWeb())
        return;
    if (hasScheme(link))
        link.clear();
}

void keepWebLinks(Story &story)
{
    keepWebLink(story.permalink);
    keepWebLink(story.author.link);
    for (Relation &relation : story.relations)
        keepWebLink(relation.permalink);
}

} // namespace

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
    keepWebLinks(story);
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

Content checkedRepost(Repost repost)
{
    keepWebLink(repost.author.link);
    return repost;
}

Content checkedRepost(Repost repost, Story original)
{
    Content checked = checkedStory(std::move(original));
    if (std::holds_alternative<Rejected>(checked))
        return checked;
    if (auto *story = std::get_if<Story>(&checked))
        repost.original = std::move(*story);
    return checkedRepost(std::move(repost));
}

} // namespace tidemark
