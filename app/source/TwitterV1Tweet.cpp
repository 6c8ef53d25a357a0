#include "source/TwitterV1Tweet.h"

#include "source/Dates.h"
#include "source/TableCells.h"
#include "source/TweetText.h"
#include "source/TwitterCompliance.h"

#include "text/Language.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The parts of a tweet that move into `extended_tweet` when it is long.
Json longest(const Json &tweet, std::string_view member)
{
    const Json extended = tweet["extended_tweet"][member];
    return extended.isMissing() ? tweet[member] : extended;
}

QString writtenId(const Json &object)
{
    return (object.has("id_str") ? object["id_str"] : object["id"]).text().trimmed();
}

/// Older programs write only the number.
QString otherId(const Json &tweet, std::string_view asText, std::string_view asNumber)
{
    return wholeId(tweet.has(asText) ? tweet[asText] : tweet[asNumber]);
}

void addQuote(Story &story, const Json &tweet)
{
    const Json quoted = tweet["quoted_status"];
    const QString id
        = quoted.isObject() ? tweetId(quoted) : otherId(tweet, "quoted_status_id_str", "quoted_status_id");
    if (id.isEmpty())
        return;
    const QString handle = quoted["user"]["screen_name"].text();
    story.relations << Relation{Relation::Kind::Quote, id, tweetLink(handle, id),
                                quoted.isObject() && !isProtected(quoted["user"]) ? textOfTweet(quoted)
                                                                                  : QString()};
}

void addReply(Story &story, const Json &tweet)
{
    const QString id = otherId(tweet, "in_reply_to_status_id_str", "in_reply_to_status_id");
    if (!id.isEmpty()) {
        const QString handle = tweet["in_reply_to_screen_name"].text();
        story.relations << Relation{Relation::Kind::Reply, id, tweetLink(handle, id), {}};
    }
}

} // namespace

QString tweetId(const Json &object)
{
    QString id = writtenId(object);
    (void)damagedId(id);
    return id;
}

QString wholeId(const Json &written)
{
    QString id = written.text().trimmed();
    (void)damagedId(id);
    return id;
}

void noteLostDigits(Story &story, const Json &tweet)
{
    constexpr qint64 exact = qint64(1) << 53;
    QString id = writtenId(tweet);
    auto lost = damagedId(id);
    const bool isLong = !lost && !tweet.has("id_str") && id.toLongLong() > exact;
    if (isLong && !tweet["id"].minified().startsWith('"'))
        lost = u"possible"_s;
    if (lost)
        story.attributes << Attribute{u"rounded_id"_s, *lost, false};
}

Author authorOfTweet(const Json &user)
{
    Author author{tweetId(user), user["screen_name"].text(), user["name"].text(), {}};
    if (!author.handle.isEmpty())
        author.link = u"https://twitter.com/"_s + author.handle;
    return author;
}

void readTweetTime(const Json &tweet, Instant now, QString &asWritten, std::optional<Instant> &instant)
{
    asWritten = tweet["created_at"].text();
    const auto time = parseTime(asWritten);
    if (time && isPlausible(time->instant, now))
        instant = time->instant;
}

QString textOfTweet(const Json &tweet)
{
    const Json full = longest(tweet, "full_text");
    const Json range = longest(tweet, "display_text_range");
    const Json entities = longest(tweet, "entities");
    const Json text = full.isMissing() ? tweet["text"] : full;
    return tweetText(text.text(), range, entities["urls"], entities["media"]);
}

Story storyOfTweet(const Json &tweet, Author author, Instant now)
{
    Story story;
    story.platform = Platform::Twitter;
    story.nativeId = tweetId(tweet);
    story.author = std::move(author);
    story.permalink = tweetLink(story.author.handle, story.nativeId);
    readTweetTime(tweet, now, story.postedAtText, story.postedAt);
    story.text = textOfTweet(tweet);
    story.textCut = tweet["truncated"].boolean().value_or(false) && longest(tweet, "full_text").isMissing();
    story.language = languageCode(tweet["lang"].text());
    story.sensitive = tweet["possibly_sensitive"].boolean();
    story.hashtags = membersOf(longest(tweet, "entities")["hashtags"], "text");
    story.mediaDescriptions = membersOf(longest(tweet, "extended_entities")["media"], "ext_alt_text");
    tweet["withheld_in_countries"].forEach([&](Json country) { story.withheldIn << country.text(); });
    if (tweet["withheld_copyright"].boolean().value_or(false))
        story.withheldIn << withheldForCopyright();
    noteLostDigits(story, tweet);
    addReply(story, tweet);
    addQuote(story, tweet);
    return story;
}

} // namespace tidemark
