#include "fetch/BlueskySource.h"

#include "source/Dates.h"
#include "source/Json.h"

#include <QDateTime>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int pageSize = 100; ///< the most that servers give

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

BlueskySource::BlueskySource(const Subscription &subscription, const QString &place,
                             std::shared_ptr<BlueskySession> session, std::optional<Instant> again)
    : m_subscription(subscription), m_session(std::move(session)), m_walk(place, subscription.since, again)
{
}

std::optional<HttpRequest> BlueskySource::next()
{
    if (m_walk.isDone())
        return std::nullopt;
    if (!m_session->isOpen())
        return m_session->opening();
    QUrl address = blueskyMethod(m_subscription.address, u"app.bsky.feed.searchPosts"_s);
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
                       .credential = m_session->credential()};
}

std::optional<PageProblem> BlueskySource::ending() const
{
    return m_walk.isRepeating() ? std::optional(repetition(m_subscription.address)) : std::nullopt;
}

std::variant<FetchedPage, PageProblem> BlueskySource::take(const HttpAnswer &answer)
{
    if (m_session->isOpen())
        return takePage(answer);
    if (auto problem = m_session->take(answer))
        return *problem;
    return FetchedPage{};
}

std::variant<FetchedPage, PageProblem> BlueskySource::takePage(const HttpAnswer &answer)
{
    if (m_session->hasRunOut(answer))
        return FetchedPage{};
    // A cursor of another run may mean nothing any more.
    if (answer.status == 400 && !m_walk.cursor().isEmpty() && !m_hasCursor) {
        m_walk.restart();
        return FetchedPage{};
    }
    if (answer.status != 200)
        return problemOf(answer);
    JsonParser parser;
    const auto page = jsonIn(parser, answer.body);
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
    const QString given = (*page)["cursor"].text();
    m_walk.take(posts, given);
    m_hasCursor = !given.isEmpty() && m_walk.cursor() == given;
    return FetchedPage{wanted.isEmpty() ? QByteArray() : R"({"posts":[)" + wanted + "]}", u"bluesky"_s,
                       m_walk.text()};
}

} // namespace tidemark
