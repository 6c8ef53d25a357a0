#include "fetch/BlueskySource.h"

#include "source/Audience.h"
#include "source/Dates.h"
#include "source/Json.h"

#include <QDateTime>
#include <QUrlQuery>

#include <algorithm>
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
    : m_subscription(subscription),
      m_session(std::move(session)),
      m_searches(subscription.anyTags, place, subscription.since, again)
{
}

std::optional<HttpRequest> BlueskySource::next()
{
    if (m_searches.walk().isDone())
        return std::nullopt;
    if (!m_session->isOpen())
        return m_session->opening();
    return HttpRequest{.address = address(),
                       .typed = m_subscription.address,
                       .accept = "application/json",
                       .credential = m_session->credential()};
}

QUrl BlueskySource::address() const
{
    QStringList tags = m_subscription.allTags;
    if (!m_searches.tag().isEmpty())
        tags.prepend(m_searches.tag());
    // Words there must be: a tag by itself is searched for as Bluesky's own program does it.
    const bool hasWords = !m_subscription.words.isEmpty() || tags.isEmpty();
    QUrlQuery query;
    query.addQueryItem(u"q"_s, encoded(hasWords ? m_subscription.words : u'#' + tags.constFirst()));
    for (const QString &tag : std::as_const(tags))
        query.addQueryItem(u"tag"_s, encoded(tag));
    query.addQueryItem(u"sort"_s, u"latest"_s);
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    if (const auto floor = m_searches.walk().floor())
        query.addQueryItem(u"since"_s, encoded(written(*floor)));
    if (const QString cursor = m_searches.walk().cursor(); !cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, encoded(cursor));
    QUrl address = blueskyMethod(m_subscription.address, u"app.bsky.feed.searchPosts"_s);
    address.setQuery(query);
    return address;
}

std::optional<PageProblem> BlueskySource::ending() const
{
    return m_searches.ending(m_subscription.address);
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
    if (answer.status == 400 && !m_searches.walk().cursor().isEmpty() && !m_searches.hasCursor()) {
        m_searches.restart();
        return FetchedPage{};
    }
    if (answer.status != 200)
        return problemOf(answer);
    JsonParser parser;
    const auto page = jsonIn(parser, answer.body);
    if (!page || !(*page)["posts"].isArray())
        return notWhatWasAsked(answer);
    QVector<SeenPost> posts;
    QByteArrayList wanted;
    (*page)["posts"].forEach([&](const Json &post) {
        const SeenPost seen{post["uri"].text(), sortedBy(post)};
        posts.append(seen);
        if (m_searches.walk().wants(seen) && !isUnwanted(post) && m_searches.takesFirst(seen.id))
            wanted << post.minified();
    });
    m_searches.take(posts, (*page)["cursor"].text());
    return FetchedPage{wanted.isEmpty() ? QByteArray() : R"({"posts":[)" + wanted.join(',') + "]}", u"bluesky"_s,
                       m_searches.text()};
}

/// The server can't be asked to leave something out.
bool BlueskySource::isUnwanted(const Json &post) const
{
    const QStringList tags = blueskyTags(post["record"]);
    return std::any_of(tags.cbegin(), tags.cend(), [this](const QString &tag) {
        return m_subscription.noneTags.contains(tag, Qt::CaseInsensitive);
    });
}

} // namespace tidemark
