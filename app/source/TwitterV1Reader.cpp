#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonReader.h"
#include "source/TweetText.h"

#include "text/Language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwitterV1Reader)
};

QString idOf(const Json &object)
{
    return object.has("id_str") ? object["id_str"].text() : object["id"].text();
}

Author authorOf(const Json &user)
{
    Author author{idOf(user), user["screen_name"].text(), user["name"].text(), {}};
    if (!author.handle.isEmpty())
        author.link = u"https://twitter.com/"_s + author.handle;
    return author;
}

/// The parts of a tweet that move into `extended_tweet` when it is long.
Json longest(const Json &tweet, std::string_view member)
{
    const Json extended = tweet["extended_tweet"][member];
    return extended.isMissing() ? tweet[member] : extended;
}

QString textOf(const Json &tweet)
{
    const Json full = longest(tweet, "full_text");
    const Json range = longest(tweet, "display_text_range");
    const Json entities = longest(tweet, "entities");
    const Json text = full.isMissing() ? tweet["text"] : full;
    return tweetText(text.text(), range, entities["urls"], entities["media"]);
}

void readTime(const Json &tweet, Instant now, QString &asWritten, std::optional<Instant> &instant)
{
    asWritten = tweet["created_at"].text();
    const auto time = parseTime(asWritten);
    if (time && isPlausible(time->instant, now))
        instant = time->instant;
}

void addQuote(Story &story, const Json &tweet)
{
    const Json quoted = tweet["quoted_status"];
    const QString id = quoted.isObject() ? idOf(quoted) : tweet["quoted_status_id_str"].text();
    if (id.isEmpty())
        return;
    const QString handle = quoted["user"]["screen_name"].text();
    story.relations << Relation{Relation::Kind::Quote, id, tweetLink(handle, id),
                                quoted.isObject() ? textOf(quoted) : QString()};
}

void addReply(Story &story, const Json &tweet)
{
    const Json asText = tweet["in_reply_to_status_id_str"];
    const QString id = asText.isMissing() ? tweet["in_reply_to_status_id"].text() : asText.text();
    if (!id.isEmpty()) {
        const QString handle = tweet["in_reply_to_screen_name"].text();
        story.relations << Relation{Relation::Kind::Reply, id, tweetLink(handle, id), {}};
    }
}

Story storyOf(const Json &tweet, Instant now)
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = idOf(tweet);
    story.author = authorOf(tweet["user"]);
    story.permalink = tweetLink(story.author.handle, story.nativeId);
    readTime(tweet, now, story.postedAtText, story.postedAt);
    story.text = textOf(tweet);
    story.textCut = tweet["truncated"].boolean().value_or(false) && longest(tweet, "full_text").isMissing();
    story.language = languageCode(tweet["lang"].text());
    story.sensitive = tweet["possibly_sensitive"].boolean();
    story.hashtags = membersOf(longest(tweet, "entities")["hashtags"], "text");
    story.mediaDescriptions = membersOf(longest(tweet, "extended_entities")["media"], "ext_alt_text");
    tweet["withheld_in_countries"].forEach([&](Json country) { story.withheldIn << country.text(); });
    addReply(story, tweet);
    addQuote(story, tweet);
    return story;
}

Content repostOf(const Json &tweet, Instant now)
{
    Content original = checkedStory(storyOf(tweet["retweeted_status"], now));
    if (std::holds_alternative<Rejected>(original))
        return original;
    Repost repost;
    repost.platform = Platform::Twitter;
    repost.nativeId = idOf(tweet);
    repost.originalNativeId = idOf(tweet["retweeted_status"]);
    if (auto *story = std::get_if<Story>(&original))
        repost.original = std::move(*story);
    QString asWritten;
    readTime(tweet, now, asWritten, repost.postedAt);
    repost.author = authorOf(tweet["user"]);
    return repost;
}

Content withoutText(const Json &record)
{
    const Json deleted = record["delete"]["status"];
    if (deleted.isObject())
        return Withdrawal{Platform::Twitter, idOf(deleted), u"deleted"_s};
    for (const char *notice :
         {"limit", "scrub_geo", "status_withheld", "user_withheld", "warning", "disconnect", "friends", "event"}) {
        if (record.has(notice))
            return Skipped{Words::tr("a notice of the stream")};
    }
    if (record.has("error") || record.has("errors"))
        return Skipped{Words::tr("an error message instead of a story")};
    if (record.has("screen_name"))
        return Skipped{Words::tr("a user, not a story")};
    return Rejected{Words::tr("It is not a tweet as API v1.1 writes it.")};
}

class TwitterV1Reader final : public JsonReader
{
public:
    explicit TwitterV1Reader(std::unique_ptr<JsonRecords> records) : JsonReader(u"twitter-v1"_s, std::move(records))
    {
    }

private:
    Content content(const Json &record) override
    {
        if (record["retweeted_status"].isObject())
            return repostOf(record, m_now);
        if (record.has("full_text") || record.has("text"))
            return checkedStory(storyOf(record, m_now));
        return withoutText(record);
    }
};

bool fits(const JsonShape &value)
{
    const bool hasText = value.hasAny({"full_text", "text", "extended_tweet"});
    return (hasText && value.hasAny({"user.screen_name", "user.id", "user.id_str", "id_str", "retweeted_status"}))
        || value.hasAny({"delete.status", "statuses", "retweeted_status"});
}

} // namespace

Format twitterV1Format()
{
    return {.key = u"twitter-v1"_s,
            .name = Words::tr("Twitter API v1.1, JSON Lines"),
            .fitsJson = fits,
            .make = makeJsonReader<TwitterV1Reader>};
}

} // namespace tidemark
