#include "source/Formats.h"
#include "source/JsonReader.h"
#include "source/TwitterCompliance.h"
#include "source/TwitterV2Tweet.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TwitterV2Reader)
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
            record.content = contentOfTweet(root, m_included, m_now);
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
            record.content = contentOfTweet(tweet, m_included, m_now);
        else
            record.content = withoutText(tweet);
        return record;
    }

    std::unique_ptr<JsonRecords> m_records;
    TwitterV2Included m_included;
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
