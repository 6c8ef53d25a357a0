#include "source/Formats.h"
#include "source/JsonReader.h"
#include "source/TweetText.h"
#include "source/TwitterCompliance.h"
#include "source/TwitterV1Tweet.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ZeeschuimerReader)
};

/// What X's pages wrap a tweet in: { result: tweet } or { result: { tweet: tweet } }. Missing where the tweet is
/// gone.
Json unwrapped(const Json &wrapper)
{
    const Json result = wrapper["result"].isObject() ? wrapper["result"] : wrapper;
    const Json tweet = result["tweet"].isObject() ? result["tweet"] : result;
    return tweet["legacy"].isObject() ? tweet : Json();
}

QString idOf(const Json &tweet)
{
    return tweet.has("rest_id") ? tweet["rest_id"].text() : tweetId(tweet["legacy"]);
}

/// The handle in the address of the tweet's own media, for captures without a user.
QString handleFromMedia(const Json &legacy)
{
    static const QRegularExpression pattern(u"^https://(?:twitter|x)\\.com/(\\w+)/status/"_s);
    QString handle;
    legacy["extended_entities"]["media"].forEach([&](Json media) {
        // A picture that was taken over from another tweet leads to that one.
        if (handle.isEmpty() && !media.has("source_status_id_str"))
            handle = pattern.match(media["expanded_url"].text()).captured(1);
    });
    return handle;
}

Author authorOf(const Json &tweet)
{
    if (tweet["user"].isObject()) // captures before 2023 have the account beside the tweet
        return authorOfTweet(tweet["user"]);
    const Json user = tweet["core"]["user_results"]["result"];
    const Json named = user["core"].has("screen_name") ? user["core"] : user["legacy"];
    Author author{user["rest_id"].text(), named["screen_name"].text(), named["name"].text(), {}};
    if (author.nativeId.isEmpty())
        author.nativeId = tweet["legacy"]["user_id_str"].text();
    if (author.handle.isEmpty())
        author.handle = handleFromMedia(tweet["legacy"]);
    if (!author.handle.isEmpty())
        author.link = u"https://twitter.com/"_s + author.handle;
    return author;
}

bool isOfProtected(const Json &tweet)
{
    return isProtected(tweet["core"]["user_results"]["result"]) || isProtected(tweet["user"]);
}

QString textOf(const Json &tweet)
{
    const Json note = tweet["note_tweet"]["note_tweet_results"]["result"];
    return note.has("text") ? tweetText(note["text"].text(), {}, note["entity_set"]["urls"], {})
                            : textOfTweet(tweet["legacy"]);
}

Story storyOf(const Json &tweet, Instant now)
{
    const Json legacy = tweet["legacy"];
    Story story = storyOfTweet(legacy, authorOf(tweet), now);
    story.nativeId = idOf(tweet);
    story.permalink = tweetLink(story.author.handle, story.nativeId);
    story.text = textOf(tweet);
    story.hashtags
        += membersOf(tweet["note_tweet"]["note_tweet_results"]["result"]["entity_set"]["hashtags"], "text");
    story.hashtags.removeDuplicates();
    const Json control = tweet["edit_control"];
    const Json edits = control.has("edit_tweet_ids") ? control : control["edit_control_initial"];
    edits["edit_tweet_ids"].forEach([&](Json id) { story.editIds << id.text(); });
    if (story.editIds.size() < 2)
        story.editIds.clear();
    const Json quoted = unwrapped(tweet["quoted_status_result"]);
    const bool hasQuote
        = std::any_of(story.relations.cbegin(), story.relations.cend(),
                      [](const Relation &relation) { return relation.kind == Relation::Kind::Quote; });
    if (const QString id = idOf(quoted); !hasQuote && !id.isEmpty())
        story.relations << Relation{Relation::Kind::Quote, id, {}, {}};
    for (Relation &relation : story.relations) {
        if (relation.kind == Relation::Kind::Quote && !quoted.isMissing()) {
            relation.permalink = tweetLink(authorOf(quoted).handle, relation.nativeId);
            relation.text = isOfProtected(quoted) ? QString() : textOf(quoted);
        }
    }
    return story;
}

Content contentOf(const Json &tweet, Instant now)
{
    const Json original = unwrapped(tweet["legacy"]["retweeted_status_result"]);
    if (isOfProtected(tweet) || isOfProtected(original))
        return ofProtectedAccount();
    const QString originalId
        = original.isMissing() ? tweet["legacy"]["retweeted_status_id_str"].text() : idOf(original);
    if (originalId.isEmpty())
        return checkedStory(storyOf(tweet, now));
    Repost repost{Platform::Twitter, idOf(tweet), originalId, {}, {}, authorOf(tweet)};
    QString asWritten;
    readTweetTime(tweet["legacy"], now, asWritten, repost.postedAt);
    return original.isMissing() ? checkedRepost(std::move(repost))
                                : checkedRepost(std::move(repost), storyOf(original, now));
}

/// A line is what the browser received, wrapped with when and where; 4CAT's copy is the object of the platform with
/// that beside it. Only posts of Twitter/X are read; who collected, and with what, is not kept as a field.
class ZeeschuimerReader final : public JsonReader
{
public:
    explicit ZeeschuimerReader(std::unique_ptr<JsonRecords> records)
        : JsonReader(u"zeeschuimer"_s, std::move(records))
    {
    }

private:
    Content content(const Json &record) override
    {
        const bool isWrapped = record["data"].isObject() && record.has("source_platform");
        const QString platform = (isWrapped ? record : record["__import_meta"])["source_platform"].text();
        if (!platform.isEmpty() && !platform.startsWith("twitter"_L1) && !platform.startsWith("x.com"_L1)) {
            return Skipped{
                Words::tr("a post of %1 as Zeeschuimer captures it, which Tidemark can't read").arg(platform)};
        }
        const Json tweet = unwrapped(isWrapped ? record["data"] : record);
        if (tweet.isMissing())
            return Skipped{Words::tr("a tweet that was not shown when it was captured")};
        return contentOf(tweet, m_now);
    }
};

bool fits(const JsonShape &value)
{
    return value.hasAll({"source_platform", "data"}) || value.has("__import_meta")
        || value.hasAll({"rest_id", "legacy.full_text"});
}

} // namespace

Format zeeschuimerFormat()
{
    return {.key = u"zeeschuimer"_s,
            .name = Words::tr("Zeeschuimer capture of Twitter/X, JSON Lines"),
            .fitsJson = fits,
            .make = makeJsonReader<ZeeschuimerReader>};
}

} // namespace tidemark
