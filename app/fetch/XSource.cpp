#include "fetch/XSource.h"

#include "source/Dates.h"
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

constexpr int largestPage = 100;
// One after another. TRUST.md's three are for timelines, whose cursors another run goes on from. X's tokens are
// good for one run alone, and an empty page holds no id below which another one could begin: it would meet the same
// three pages, and what lies behind them would never come. X takes money for posts alone, and these have none; its
// rate limits are heeded between any two of them.
constexpr int mostEmptyPages = 100;
constexpr Instant firstPost = 1'142'899'200'000; ///< 21 March 2006

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

// A little less, for the way there.
constexpr Milliseconds recentReach = std::chrono::days{7} - std::chrono::minutes{5};

constexpr Instant idEpoch = 1'288'834'974'657;

/// When a post was shared, by its id: milliseconds since the epoch of these ids, and 22 bits more.
Instant sharedAt(const QString &id)
{
    return (id.toLongLong() >> 22) + idEpoch;
}

/// Which posts that were shared since then come behind.
QString idAt(Instant instant)
{
    return QString::number(std::max<qint64>(1, (instant - idEpoch) * (1LL << 22)));
}

/// The one that goes further back; absent: no wish.
std::optional<Instant> earlierOf(std::optional<Instant> one, std::optional<Instant> other)
{
    return one && other ? std::min(one, other) : one ? one : other;
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

XSource::XSource(const Subscription &subscription, const QString &place, const Secret &secret,
                 std::optional<Instant> again)
    : m_subscription(subscription),
      m_credential(bearerOf(secret.text, subscription.address)),
      m_wish(again),
      m_left(subscription.budget)
{
    const QJsonObject read = QJsonDocument::fromJson(place.toUtf8()).object();
    if (read["wish"_L1].isDouble())
        m_wish = earlierOf(m_wish, read["wish"_L1].toInteger());
    m_since = earlierOf(subscription.since, m_wish).value_or(firstPost);
    m_newest = read["newest"_L1].toString();
    m_oldest = read["oldest"_L1].toString();
    if (read["floor"_L1].isDouble())
        m_floor = read["floor"_L1].toInteger();
    m_top = read["top"_L1].toString();
    m_before = read["before"_L1].toString();
    keepWithin(subscription.wholeArchive ? firstPost : QDateTime::currentMSecsSinceEpoch() - recentReach.count());
    m_until = m_before;
}

/// A question for what the search doesn't reach is refused, and one of the archive without a beginning is taken for
/// one of a month.
void XSource::keepWithin(Instant earliest)
{
    m_since = std::max(m_since, earliest);
    if (!m_before.isEmpty() && sharedAt(m_before) < (m_newest.isEmpty() ? m_since : earliest))
        endAbove();
    if (!m_newest.isEmpty() && sharedAt(m_newest) < earliest) {
        m_newest.clear();
        m_oldest.clear();
        m_floor.reset();
    }
}

/// The stretch above is read and becomes one with what was read before.
void XSource::endAbove()
{
    if (m_newest.isEmpty()) {
        m_oldest = m_before;
        m_floor = m_since;
    }
    if (!m_top.isEmpty())
        m_newest = m_top;
    m_top.clear();
    m_before.clear();
}

QString XSource::place() const
{
    QJsonObject place{{u"newest"_s, m_newest}, {u"oldest"_s, m_oldest}, {u"top"_s, m_top}, {u"before"_s, m_before}};
    if (m_floor)
        place.insert(u"floor"_s, *m_floor);
    if (m_wish && m_stretch != Stretch::None)
        place.insert(u"wish"_s, *m_wish);
    return QString::fromUtf8(QJsonDocument(place).toJson(QJsonDocument::Compact));
}

/// An id and a beginning in time are refused together; an end without a beginning is taken for one of a month.
void XSource::addSpan(QUrlQuery &query) const
{
    const bool isAboveKnown = m_stretch == Stretch::Above && !m_newest.isEmpty();
    if (isAboveKnown || !m_until.isEmpty())
        query.addQueryItem(u"since_id"_s, isAboveKnown ? m_newest : idAt(m_since));
    else
        query.addQueryItem(u"start_time"_s,
                           encoded(QDateTime::fromMSecsSinceEpoch(m_since, Qt::UTC).toString(Qt::ISODate)));
    if (!m_until.isEmpty())
        query.addQueryItem(u"until_id"_s, m_until);
}

std::optional<HttpRequest> XSource::next()
{
    // The server gives no smaller page, and what it gives is paid for.
    if (m_stretch == Stretch::None || m_isRepeating || m_left < smallestBudget)
        return std::nullopt;
    QUrl address = m_subscription.address;
    address.setPath(m_subscription.wholeArchive ? u"/2/tweets/search/all"_s : u"/2/tweets/search/recent"_s);
    QUrlQuery query;
    query.addQueryItem(u"query"_s, encoded(m_subscription.words));
    query.addQueryItem(u"max_results"_s, QString::number(mostPaid()));
    addSpan(query);
    if (!m_token.isEmpty())
        query.addQueryItem(u"next_token"_s, encoded(m_token));
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

int XSource::mostPaid() const
{
    return std::min(m_left, largestPage);
}

std::optional<PageProblem> XSource::ending() const
{
    if (m_isRepeating)
        return repetition(m_subscription.address);
    if (m_isBarren)
        return PageProblem{
            FetchOutcome::Failed,
            Words::tr(
                "%1 gave several empty pages, one after another, and says that more comes behind them. It was "
                "not asked for that.")
                .arg(namedHost(m_subscription.address))};
    if (m_stretch == Stretch::None)
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
    const bool isTold = page && ((*page)["data"].isArray() || (*page)["meta"].has("result_count"));
    if (!isTold || !(*page)["meta"].isObject())
        return notWhatWasAsked(answer);
    QStringList ids;
    Instant last = 0; // of the oldest one
    (*page)["data"].forEach([&](const Json &post) {
        ids << post["id"].text();
        const auto said = parseTime(post["created_at"].text());
        last = said ? said->instant : sharedAt(ids.constLast());
    });
    const auto count = int(ids.size());
    const bool isNew = readsNew(ids);
    m_left -= count;
    const QString token = (*page)["meta"]["next_token"].text();
    const bool isReached = count > 0 && last < m_since;
    m_emptyPages = count == 0 ? m_emptyPages + 1 : 0;
    const bool leadsBack = m_tokens.contains(token);
    m_tokens.insert(token);
    const bool isEnd = token.isEmpty() || isReached || (count == 0 && leadsBack);
    const bool isBarren = !isEnd && m_emptyPages == mostEmptyPages;
    m_isBarren = m_isBarren || isBarren;
    const bool ends = isEnd || isBarren;
    m_isRepeating = !ends && (leadsBack || (count > 0 && !isNew));
    m_token = ends ? QString() : token;
    if (isNew && m_stretch == Stretch::Above) {
        m_top = m_top.isEmpty() ? ids.constFirst() : m_top;
        m_before = ids.constLast();
    } else if (isNew) {
        m_oldest = ids.constLast();
    }
    if (ends)
        endStretch();
    return FetchedPage{.bytes = count > 0 ? answer.body : QByteArray(),
                       .format = u"twitter-v2"_s,
                       .place = place(),
                       .paid = count};
}

/// Whether any of them wasn't read in this run before.
bool XSource::readsNew(const QStringList &ids)
{
    const auto before = m_read.size();
    for (const QString &id : ids)
        m_read.insert(id);
    return m_read.size() > before;
}

void XSource::endStretch()
{
    if (m_stretch == Stretch::Above)
        endAbove();
    else
        m_floor = m_since;
    const bool isBelowWished = m_floor && !m_oldest.isEmpty() && m_since < std::min(*m_floor, sharedAt(m_oldest));
    m_stretch = isBelowWished ? Stretch::Below : Stretch::None;
    m_until = m_oldest;
    m_tokens.clear();
    m_emptyPages = 0;
}

} // namespace tidemark
