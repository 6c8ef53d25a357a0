#include "fetch/BlueskySource.h"

#include "source/Dates.h"
#include "source/Json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int pageSize = 100; ///< the most that servers give

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

QUrl method(const QUrl &server, const QString &name)
{
    QUrl address = server;
    address.setPath(u"/xrpc/"_s + name);
    address.setQuery(QString());
    return address;
}

QString written(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// Searches are sorted by the earlier one of what the author's program said and when the network saw it.
std::optional<Instant> sortedBy(const Json &post)
{
    const auto said = parseTime(post["record"]["createdAt"].text());
    const auto seen = parseTime(post["indexedAt"].text());
    if (said && seen)
        return std::min(said->instant, seen->instant);
    return said ? std::optional(said->instant) : seen ? std::optional(seen->instant) : std::nullopt;
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

BlueskySession::BlueskySession(QUrl server, QString account, Secret password)
    : m_server(std::move(server)), m_account(std::move(account)), m_password(std::move(password))
{
}

HttpRequest BlueskySession::opening() const
{
    HttpRequest request{.address = {}, .typed = m_server, .accept = "application/json"};
    if (!m_refresh.isEmpty()) {
        request.address = method(m_server, u"com.atproto.server.refreshSession"_s);
        request.credential = Credential{originOf(m_server), "Bearer " + m_refresh.toUtf8()};
        request.json = QByteArray("");
        return request;
    }
    request.address = method(m_server, u"com.atproto.server.createSession"_s);
    request.json = QJsonDocument(QJsonObject{{u"identifier"_s, m_account}, {u"password"_s, m_password.text}})
                       .toJson(QJsonDocument::Compact);
    return request;
}

std::optional<PageProblem> BlueskySession::take(const HttpAnswer &answer)
{
    if (answer.status != 200 && !m_refresh.isEmpty()) {
        m_refresh.clear(); // then anew, with the password
        return std::nullopt;
    }
    if (answer.status != 200)
        return problemOf(answer);
    JsonParser parser;
    const auto session = parser.parse(answer.body);
    if (!session || (*session)["accessJwt"].text().isEmpty())
        return notJson(answer);
    m_access = (*session)["accessJwt"].text();
    m_refresh = (*session)["refreshJwt"].text();
    m_isFresh = true;
    return std::nullopt;
}

bool BlueskySession::hasRunOut(const HttpAnswer &answer)
{
    JsonParser parser;
    const auto said = answer.status == 400 || answer.status == 401 ? parser.parse(answer.body) : std::nullopt;
    const bool hasRunOut = said && (*said)["error"].text() == "ExpiredToken"_L1 && !m_isFresh;
    m_isFresh = false;
    if (hasRunOut)
        m_access.clear();
    return hasRunOut;
}

Credential BlueskySession::credential() const
{
    return {originOf(m_server), "Bearer " + m_access.toUtf8()};
}

BlueskySource::BlueskySource(const Subscription &subscription, const QString &place, const Secret &secret,
                             std::optional<Instant> again)
    : m_subscription(subscription),
      m_session(subscription.address, subscription.account, secret),
      m_walk(place, subscription.since, again)
{
}

std::optional<HttpRequest> BlueskySource::next()
{
    if (m_walk.isDone())
        return std::nullopt;
    if (!m_session.isOpen())
        return m_session.opening();
    QUrl address = method(m_subscription.address, u"app.bsky.feed.searchPosts"_s);
    QUrlQuery query;
    const QString tags = m_subscription.anyTags.isEmpty() ? QString() : u'#' + m_subscription.anyTags.join(u" #"_s);
    const QString words = m_subscription.words.isEmpty() ? tags : m_subscription.words;
    query.addQueryItem(u"q"_s, encoded(words.isEmpty() ? u"*"_s : words));
    for (const QString &tag : std::as_const(m_subscription.allTags))
        query.addQueryItem(u"tag"_s, encoded(tag));
    query.addQueryItem(u"sort"_s, u"latest"_s);
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    if (const auto floor = m_walk.floor())
        query.addQueryItem(u"since"_s, encoded(written(*floor)));
    if (!m_walk.cursor().isEmpty())
        query.addQueryItem(u"cursor"_s, encoded(m_walk.cursor()));
    address.setQuery(query);
    return HttpRequest{.address = address,
                       .typed = m_subscription.address,
                       .accept = "application/json",
                       .credential = m_session.credential()};
}

std::variant<FetchedPage, PageProblem> BlueskySource::take(const HttpAnswer &answer)
{
    if (m_session.isOpen())
        return takePage(answer);
    if (auto problem = m_session.take(answer))
        return *problem;
    return FetchedPage{};
}

std::variant<FetchedPage, PageProblem> BlueskySource::takePage(const HttpAnswer &answer)
{
    if (m_session.hasRunOut(answer))
        return FetchedPage{};
    // A cursor of another run may mean nothing any more.
    if (answer.status == 400 && !m_walk.cursor().isEmpty() && !m_hasCursor) {
        m_walk.restart();
        return FetchedPage{};
    }
    if (answer.status != 200)
        return problemOf(answer);
    JsonParser parser;
    const auto page = looksLikeJson(answer.body) ? parser.parse(answer.body) : std::nullopt;
    if (!page || !(*page)["posts"].isArray())
        return notJson(answer);
    QVector<SeenPost> posts;
    QByteArray wanted;
    (*page)["posts"].forEach([&](const Json &post) {
        const SeenPost seen{post["uri"].text(), sortedBy(post)};
        posts.append(seen);
        if (m_walk.wants(seen))
            wanted += (wanted.isEmpty() ? "" : ",") + post.minified();
    });
    m_walk.take(posts, (*page)["cursor"].text());
    m_hasCursor = true;
    return FetchedPage{wanted.isEmpty() ? QByteArray() : R"({"posts":[)" + wanted + "]}", u"bluesky"_s,
                       m_walk.text()};
}

} // namespace tidemark
