#include "fetch/XSource.h"

#include "source/Json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int smallestPage = 10;
constexpr int largestPage = 100;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

// A little less, for the way there.
constexpr Milliseconds recentReach = std::chrono::days{7} - std::chrono::minutes{5};

/// When a post was shared, by its id: milliseconds since the epoch of these ids, and 22 bits more.
Instant sharedAt(const QString &id)
{
    constexpr Instant epoch = 1'288'834'974'657;
    return (id.toLongLong() >> 22) + epoch;
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

XSource::XSource(const Subscription &subscription, const QString &place, const Secret &secret,
                 std::optional<Instant> again)
    : m_subscription(subscription),
      m_credential{originOf(subscription.address), "Bearer " + secret.text.toUtf8()},
      m_since(again ? again : subscription.since),
      m_left(subscription.budget)
{
    const QJsonObject read = QJsonDocument::fromJson(place.toUtf8()).object();
    m_newest = read["newest"_L1].toString();
    m_top = read["top"_L1].toString();
    m_before = read["before"_L1].toString();
    if (!subscription.wholeArchive)
        keepWithin(QDateTime::currentMSecsSinceEpoch() - recentReach.count());
    m_goesOn = !m_before.isEmpty();
}

/// A question for what the search doesn't reach is refused.
void XSource::keepWithin(Instant earliest)
{
    m_since = std::max(m_since, std::optional(earliest));
    if (!m_before.isEmpty() && sharedAt(m_before) < earliest) {
        m_newest = m_top;
        m_top.clear();
        m_before.clear();
    }
    if (!m_newest.isEmpty() && sharedAt(m_newest) < earliest)
        m_newest.clear();
}

QString XSource::place() const
{
    const QJsonObject place{{u"newest"_s, m_newest}, {u"top"_s, m_top}, {u"before"_s, m_before}};
    return QString::fromUtf8(QJsonDocument(place).toJson(QJsonDocument::Compact));
}

std::optional<HttpRequest> XSource::next()
{
    // The server gives no smaller page, and what it gives is paid for.
    if (m_isDone || m_isRepeating || m_left < smallestPage)
        return std::nullopt;
    QUrl address = m_subscription.address;
    address.setPath(m_subscription.wholeArchive ? u"/2/tweets/search/all"_s : u"/2/tweets/search/recent"_s);
    QUrlQuery query;
    query.addQueryItem(u"query"_s, encoded(m_subscription.words));
    query.addQueryItem(u"max_results"_s, QString::number(std::min(m_left, largestPage)));
    if (!m_newest.isEmpty())
        query.addQueryItem(u"since_id"_s, m_newest);
    else if (m_since && !m_goesOn)
        query.addQueryItem(u"start_time"_s,
                           encoded(QDateTime::fromMSecsSinceEpoch(*m_since, Qt::UTC).toString(Qt::ISODate)));
    if (!m_token.isEmpty())
        query.addQueryItem(u"next_token"_s, encoded(m_token));
    else if (!m_before.isEmpty())
        query.addQueryItem(u"until_id"_s, m_before);
    query.addQueryItem(u"tweet.fields"_s,
                       u"created_at,author_id,lang,public_metrics,referenced_tweets,possibly_sensitive,"
                       "edit_history_tweet_ids,conversation_id,entities,attachments,note_tweet,withheld"_s);
    query.addQueryItem(u"expansions"_s,
                       u"author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id"_s);
    query.addQueryItem(u"user.fields"_s, u"id,name,username,protected"_s);
    query.addQueryItem(u"media.fields"_s, u"media_key,type,alt_text"_s);
    address.setQuery(query);
    return HttpRequest{.address = address,
                       .typed = m_subscription.address,
                       .accept = "application/json",
                       .credential = m_credential};
}

std::optional<PageProblem> XSource::ending() const
{
    if (m_isRepeating)
        return repetition(m_subscription.address);
    if (m_isDone)
        return std::nullopt;
    return PageProblem{FetchOutcome::Partly,
                       Words::tr("This run has read as many posts as it may. Fetch again to go on.")};
}

std::variant<FetchedPage, PageProblem> XSource::take(const HttpAnswer &answer)
{
    if (answer.status != 200)
        return problemOf(answer);
    JsonParser parser;
    const auto page = jsonIn(parser, answer.body);
    if (!page || !(*page)["meta"].isObject())
        return notJson(answer);
    int count = 0;
    (*page)["data"].forEach([&](const Json &post) {
        const QString id = post["id"].text();
        if (m_top.isEmpty())
            m_top = id;
        m_before = id;
        ++count;
    });
    m_left -= count;
    const QString token = (*page)["meta"]["next_token"].text();
    const bool isReached = m_goesOn && m_since && count > 0 && sharedAt(m_before) < *m_since;
    m_isDone = token.isEmpty() || count == 0 || isReached;
    m_isRepeating = !m_isDone && token == m_token;
    m_token = token;
    if (m_isDone) {
        m_newest = m_top.isEmpty() ? m_newest : m_top;
        m_top.clear();
        m_before.clear();
    }
    return FetchedPage{count > 0 ? answer.body : QByteArray(), u"twitter-v2"_s, place()};
}

} // namespace tidemark
