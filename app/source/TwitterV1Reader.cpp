#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonRecords.h"
#include "source/TweetText.h"

#include "text/Language.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwitterV1Reader)
};

using Content = std::variant<Story, Repost, Withdrawal, Skipped, Rejected>;

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

class TwitterV1Reader final : public Reader
{
public:
    explicit TwitterV1Reader(std::unique_ptr<JsonRecords> records) : m_records(std::move(records)) {}

    [[nodiscard]] QString format() const override { return u"twitter-v1"_s; }
    [[nodiscard]] QStringList notes() const override { return m_records->notes(); }
    [[nodiscard]] qint64 consumed() const override { return m_records->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_records->size(); }

    Result<std::optional<Record>> next() override
    {
        auto json = m_records->next();
        if (!json)
            return json.error();
        if (!*json)
            return std::optional<Record>();
        JsonRecord &found = **json;
        Record record{found.number, std::move(found.raw), Rejected{found.problem}};
        if (found.value)
            record.content = content(*found.value);
        return std::optional(std::move(record));
    }

private:
    [[nodiscard]] Content content(const Json &record) const
    {
        if (record["retweeted_status"].isObject())
            return repostOf(record, m_now);
        if (record.has("full_text") || record.has("text"))
            return checkedStory(storyOf(record, m_now));
        return withoutText(record);
    }

    std::unique_ptr<JsonRecords> m_records;
    Instant m_now = QDateTime::currentMSecsSinceEpoch();
};

} // namespace

Result<std::unique_ptr<Reader>> makeTwitterV1Reader(std::unique_ptr<ByteStream> bytes, const QString &name)
{
    auto records = JsonRecords::open(std::move(bytes), name);
    if (!records)
        return records.error();
    return std::unique_ptr<Reader>(std::make_unique<TwitterV1Reader>(std::move(*records)));
}

} // namespace tidemark
