#include "source/Formats.h"
#include "source/JsonReader.h"
#include "source/TwitterCompliance.h"
#include "source/TwitterV1Tweet.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwitterV1Reader)
};

Content repostOf(const Json &tweet, Instant now)
{
    const Json original = tweet["retweeted_status"];
    Repost repost{Platform::Twitter, tweetId(tweet), tweetId(original), {}, {}, authorOfTweet(tweet["user"])};
    QString asWritten;
    readTweetTime(tweet, now, asWritten, repost.postedAt);
    return checkedRepost(std::move(repost), storyOfTweet(original, authorOfTweet(original["user"]), now));
}

Content withoutText(const Json &record)
{
    if (auto notice = complianceNotice(record))
        return *notice;
    if (record.has("error") || record.has("errors"))
        return Skipped{Words::tr("an error message instead of a story")};
    if (record.has("screen_name") || record["users"].isArray())
        return Skipped{Words::tr("a user, not a story")};
    if (record.has("member_count") || record["lists"].isArray())
        return Skipped{Words::tr("a list of accounts, not a story")};
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
        if (record.has("direct_message") || record.has("recipient_screen_name"))
            return Skipped{Words::tr("a private message, which is never imported")};
        if (isProtected(record["user"]) || isProtected(record["retweeted_status"]["user"]))
            return ofProtectedAccount();
        if (record["retweeted_status"].isObject())
            return repostOf(record, m_now);
        if (record.has("full_text") || record.has("text"))
            return checkedStory(storyOfTweet(record, authorOfTweet(record["user"]), m_now));
        return withoutText(record);
    }
};

/// Accounts and lists of them, or pages of these.
bool isOfAccounts(const JsonShape &value)
{
    return value.hasAll({"id_str", "screen_name", "followers_count"})
        || value.hasAll({"users.screen_name", "next_cursor"}) || value.hasAll({"subscriber_count", "member_count"})
        || value.hasAll({"lists.subscriber_count", "next_cursor"});
}

bool fits(const JsonShape &value)
{
    if (value.hasAny({"attitudes_count", "statuses.attitudes_count"})) // Weibo's API took over Twitter's names
        return false;
    const bool hasText = value.hasAny({"full_text", "text", "extended_tweet"});
    const bool isTweet
        = hasText && value.hasAny({"user.screen_name", "user.id", "user.id_str", "id_str", "retweeted_status"});
    return isTweet || (!hasText && isOfAccounts(value))
        || value.hasAny({"delete.status", "statuses", "retweeted_status", "user_delete.id", "user_protect.id",
                         "user_suspend.id"});
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
