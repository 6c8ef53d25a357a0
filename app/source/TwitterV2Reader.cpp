#include "source/Dates.h"
#include "source/Formats.h"
#include "source/JsonReader.h"
#include "source/TweetText.h"
#include "source/TwitterCompliance.h"
#include "source/TwitterV1Tweet.h"

#include "text/Language.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwitterV2Reader)
};

/// What a page brings beside its tweets. Flattened lines have it inside the tweets, and the tables stay empty.
struct Included
{
    QHash<QString, Json> users;
    QHash<QString, Json> tweets;
    QHash<QString, Json> media;
};

QHash<QString, Json> byKey(const Json &list, std::string_view key)
{
    QHash<QString, Json> table;
    list.forEach([&](Json entry) { table.insert(entry[key].text(), entry); });
    return table;
}

Included includedIn(const Json &page)
{
    const Json includes = page["includes"];
    return {byKey(includes["users"], "id"), byKey(includes["tweets"], "id"), byKey(includes["media"], "media_key")};
}

/// One tweet together with what was included for it.
class Tweet
{
public:
    Tweet(Json tweet, const Included &included, Instant now) : m_tweet(tweet), m_included(included), m_now(now) {}

    [[nodiscard]] Content content() const
    {
        if (m_tweet.has("dm_conversation_id"))
            return Skipped{Words::tr("a private message, which is never imported")};
        if (isOfProtectedAccount())
            return ofProtectedAccount();
        for (const Reference &reference : references()) {
            if (reference.type == "retweeted"_L1)
                return repost(reference);
        }
        return checkedStory(story());
    }

    [[nodiscard]] bool isOfProtectedAccount() const
    {
        return isProtected(authorObject(m_tweet["author_id"].text()));
    }

private:
    struct Reference
    {
        QString type;
        QString id;
        Json tweet; ///< with text, where it was included
    };

    [[nodiscard]] QVector<Reference> references() const
    {
        QVector<Reference> references;
        m_tweet["referenced_tweets"].forEach([&](Json entry) {
            const Json id = entry["id"];
            references << Reference{entry["type"].text(), wholeId(id),
                                    entry.has("text") ? entry : m_included.tweets.value(id.text())};
        });
        return references;
    }

    [[nodiscard]] Author author() const
    {
        const Json id = m_tweet["author_id"];
        const Json user = authorObject(id.text());
        Author author{wholeId(user.has("id") ? user["id"] : id), user["username"].text(), user["name"].text(), {}};
        if (!author.handle.isEmpty())
            author.link = u"https://twitter.com/"_s + author.handle;
        return author;
    }

    /// In the tweet where twarc flattened it or 4CAT merged it, else beside.
    [[nodiscard]] Json authorObject(const QString &id) const
    {
        for (const char *member : {"author", "author_user"}) {
            if (m_tweet[member].isObject())
                return m_tweet[member];
        }
        return m_included.users.value(id);
    }

    [[nodiscard]] QString text() const
    {
        const Json note = m_tweet["note_tweet"];
        const Json whole = note.has("text") ? note : m_tweet;
        return tweetText(whole["text"].text(), {}, whole["entities"]["urls"], m_tweet["entities"]["urls"]);
    }

    [[nodiscard]] QStringList mediaDescriptions() const
    {
        const Json attachments = m_tweet["attachments"];
        if (attachments["media"].isArray())
            return membersOf(attachments["media"], "alt_text");
        QStringList descriptions;
        attachments["media_keys"].forEach([&](Json key) {
            const Json media = key.isObject() ? key : m_included.media.value(key.text());
            const QString description = media["alt_text"].text();
            if (!description.isEmpty())
                descriptions << description;
        });
        return descriptions;
    }

    [[nodiscard]] std::optional<Instant> postedAt() const
    {
        const auto time = parseTime(m_tweet["created_at"].text());
        return time && isPlausible(time->instant, m_now) ? std::optional(time->instant) : std::nullopt;
    }

    [[nodiscard]] Story story() const
    {
        Story story;
        story.platform = Platform::Twitter;
        story.nativeId = tweetId(m_tweet);
        noteLostDigits(story, m_tweet);
        story.author = author();
        story.permalink = tweetLink(story.author.handle, story.nativeId);
        story.postedAtText = m_tweet["created_at"].text();
        story.postedAt = postedAt();
        story.text = text();
        story.language = languageCode(m_tweet["lang"].text());
        story.sensitive = m_tweet["possibly_sensitive"].boolean();
        story.hashtags = membersOf(m_tweet["entities"]["hashtags"], "tag");
        const QStringList ofWholeText = membersOf(m_tweet["note_tweet"]["entities"]["hashtags"], "tag");
        std::ranges::copy_if(ofWholeText, std::back_inserter(story.hashtags),
                             [&story](const QString &tag) { return !story.hashtags.contains(tag); });
        story.mediaDescriptions = mediaDescriptions();
        m_tweet["withheld"]["country_codes"].forEach([&](Json code) { story.withheldIn << code.text(); });
        if (m_tweet["withheld"]["copyright"].boolean().value_or(false))
            story.withheldIn << withheldForCopyright();
        addEdits(story);
        for (const Reference &reference : references())
            addRelation(story, reference);
        return story;
    }

    void addEdits(Story &story) const
    {
        m_tweet["edit_history_tweet_ids"].forEach([&](Json id) { story.editIds << wholeId(id); });
        story.editIds.removeAll(QString());
        if (story.editIds.size() < 2)
            story.editIds.clear();
    }

    void addRelation(Story &story, const Reference &reference) const
    {
        const bool isReply = reference.type == "replied_to"_L1;
        if (reference.id.isEmpty() || (!isReply && reference.type != "quoted"_L1))
            return;
        const Tweet other(reference.tweet, m_included, m_now);
        story.relations << Relation{isReply ? Relation::Kind::Reply : Relation::Kind::Quote, reference.id,
                                    tweetLink(other.author().handle, reference.id),
                                    other.isOfProtectedAccount() ? QString() : other.text()};
    }

    [[nodiscard]] Content repost(const Reference &original) const
    {
        Repost repost{Platform::Twitter, tweetId(m_tweet), original.id, {}, postedAt(), author()};
        if (original.tweet.isMissing())
            return checkedRepost(std::move(repost));
        const Tweet passedOn(original.tweet, m_included, m_now);
        if (passedOn.isOfProtectedAccount())
            return ofProtectedAccount();
        return checkedRepost(std::move(repost), passedOn.story());
    }

    Json m_tweet;
    const Included &m_included;
    Instant m_now;
};

bool isTweet(const Json &record)
{
    return record.has("text") && record.has("id");
}

Content withoutText(const Json &record)
{
    if (auto notice = complianceNotice(record))
        return *notice;
    if (record.has("username"))
        return Skipped{Words::tr("a user, not a story")};
    if (record.has("owner_id") || record.has("member_count") || record.has("name"))
        return Skipped{Words::tr("a list of accounts, not a story")};
    if (record.has("state"))
        return Skipped{Words::tr("a live conversation, not a story")};
    if (record.has("tweet_count"))
        return Skipped{Words::tr("a count, not a story")};
    return Rejected{Words::tr("It is not a tweet as API v2 writes it.")};
}

/// A page without tweets in it.
Content emptyPage(const Json &page)
{
    if (page.has("errors"))
        return Skipped{Words::tr("an error message instead of a story")};
    if (page.has("meta"))
        return Skipped{Words::tr("a page without results")};
    if (page.has("users") || page["includes"].isObject())
        return Skipped{Words::tr("only what belongs to stories, without them")};
    return withoutText(page);
}

class TwitterV2Reader final : public Reader
{
public:
    explicit TwitterV2Reader(std::unique_ptr<JsonRecords> records) : m_records(std::move(records)) {}

    [[nodiscard]] QString format() const override { return u"twitter-v2"_s; }
    [[nodiscard]] QStringList notes() const override
    {
        QStringList notes = m_records->notes();
        if (!m_notGiven.isEmpty()) {
            notes << Words::tr(
                "X didn't give %n posts that are referred to here: they were gone, or not for everyone "
                "to see. What the collection holds of them stays until you ask whether its stories "
                "still stand there.",
                nullptr, int(m_notGiven.size()));
        }
        return notes;
    }
    [[nodiscard]] qint64 consumed() const override { return m_records->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_records->size(); }

    Result<std::optional<Record>> next() override
    {
        if (m_nextOfPage < m_page.size())
            return std::optional(fromPage());
        auto json = m_records->next();
        if (!json)
            return json.error();
        if (!*json)
            return std::optional<Record>();
        return std::optional(fromJson(std::move(**json)));
    }

private:
    Record fromJson(JsonRecord json)
    {
        m_number = std::max(m_number + 1, json.number);
        m_lineOfPage = json.raw.contains('\n') ? 0 : json.line;
        Record record{m_number, std::move(json.raw), Rejected{json.problem}, {}, {}, json.line};
        if (!json.value)
            return record;
        const Json root = *json.value;
        if (isTweet(root)) {
            m_included = {};
            record.content = Tweet(root, m_included, m_now).content();
            return record;
        }
        if (auto notice = complianceNotice(root)) {
            record.content = std::move(*notice);
            return record;
        }
        openPage(root);
        if (m_page.isEmpty()) {
            record.content = emptyPage(root);
            return record;
        }
        --m_number;
        return fromPage();
    }

    void openPage(const Json &root)
    {
        m_page.clear();
        m_nextOfPage = 0;
        const Json data = root["data"];
        data.forEach([this](Json tweet) { m_page << tweet; });
        if (data.isObject())
            m_page << data;
        m_included = includedIn(root);
        noteErrors(root["errors"]);
    }

    /// A page is as old as its capture, and an account that was suspended or protected then may be back: this is no
    /// notice of a deletion, so it is told and nothing is taken back.
    void noteErrors(const Json &errors)
    {
        static constexpr std::array gone{"Not Found Error", "Authorization Error", "Forbidden"};
        errors.forEach([this](Json error) {
            const QString title = error["title"].text();
            const quint64 id = error["resource_id"].text().toULongLong();
            if (id > 0 && error["resource_type"].text() == "tweet"_L1
                && std::ranges::any_of(gone, [&](const char *known) { return title == QLatin1StringView(known); }))
                m_notGiven.insert(id);
        });
    }

    Record fromPage()
    {
        const Json tweet = m_page.at(m_nextOfPage++);
        Record record{++m_number, tweet.minified(), {}, {}, {}, m_lineOfPage};
        if (isTweet(tweet))
            record.content = Tweet(tweet, m_included, m_now).content();
        else
            record.content = withoutText(tweet);
        return record;
    }

    std::unique_ptr<JsonRecords> m_records;
    Included m_included;
    QVector<Json> m_page; ///< the tweets of the present page
    qsizetype m_nextOfPage = 0;
    QSet<quint64> m_notGiven; ///< ids in the errors of all pages
    qint64 m_number = 0;
    qint64 m_lineOfPage = 0; ///< if all of it is on that line
    Instant m_now = QDateTime::currentMSecsSinceEpoch();
};

bool fits(const JsonShape &value)
{
    const bool isPage = value.has("data")
        && value.hasAny({"meta", "includes", "errors", "__twarc", "data.text", "data.edit_history_tweet_ids",
                         "data.delete", "data.user_delete", "data.user_protect", "data.user_suspend"});
    const bool isFlat = value.hasAll({"id", "text"})
        && value.hasAny({"author_id", "public_metrics", "edit_history_tweet_ids", "author.username", "author_user",
                         "conversation_id", "__twarc"});
    const bool isCompliance = value.hasAll({"id", "action"}) && value.hasAny({"reason", "redacted_at"});
    return isPage || isFlat || isCompliance || value.has("delete.tweet") || value.has("meta.result_count");
}

} // namespace

Format twitterV2Format()
{
    return {.key = u"twitter-v2"_s,
            .name = Words::tr("Twitter API v2, JSON Lines"),
            .fitsJson = fits,
            .make = makeJsonReader<TwitterV2Reader>};
}

} // namespace tidemark
