#include "source/TwitterV2Tweet.h"

#include "source/Dates.h"
#include "source/Formats.h"
#include "source/TweetText.h"
#include "source/TwitterCompliance.h"
#include "source/TwitterV1Tweet.h"
#include "text/Language.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwitterV2Reader)
};

QHash<QString, Json> byKey(const Json &list, std::string_view key)
{
    QHash<QString, Json> table;
    list.forEach([&](Json entry) { table.insert(entry[key].text(), entry); });
    return table;
}

/// One tweet together with what was included for it.
class Tweet
{
public:
    Tweet(Json tweet, const TwitterV2Included &included, Instant now)
        : m_tweet(tweet), m_included(included), m_now(now)
    {
    }

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
    const TwitterV2Included &m_included;
    Instant m_now;
};

} // namespace

TwitterV2Included includedIn(const Json &page)
{
    const Json includes = page["includes"];
    return {byKey(includes["users"], "id"), byKey(includes["tweets"], "id"), byKey(includes["media"], "media_key")};
}

Content contentOfTweet(const Json &tweet, const TwitterV2Included &included, Instant now)
{
    return Tweet(tweet, included, now).content();
}

} // namespace tidemark
