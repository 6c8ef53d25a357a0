#include "fetch/BlueskySource.h"

#include "source/Audience.h"
#include "source/Dates.h"
#include "source/Json.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
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
    : m_subscription(subscription), m_session(std::move(session))
{
    const QJsonObject places = QJsonDocument::fromJson(place.toUtf8())["searches"_L1].toObject();
    const QStringList tags = subscription.anyTags.isEmpty() ? QStringList(QString()) : subscription.anyTags;
    for (const QString &tag : tags) {
        const QString stored = places[tag].toString();
        m_searches.append({tag, Walk(stored, subscription.since, again), stored});
    }
}

std::optional<HttpRequest> BlueskySource::next()
{
    const Search &search = m_searches.at(m_turn);
    if (search.walk.isDone())
        return std::nullopt;
    if (!m_session->isOpen())
        return m_session->opening();
    return HttpRequest{.address = address(search),
                       .typed = m_subscription.address,
                       .accept = "application/json",
                       .credential = m_session->credential()};
}

QUrl BlueskySource::address(const Search &search) const
{
    QStringList tags = m_subscription.allTags;
    if (!search.tag.isEmpty())
        tags.prepend(search.tag);
    // Words there must be: a tag by itself is searched for as Bluesky's own program does it.
    const bool hasWords = !m_subscription.words.isEmpty() || tags.isEmpty();
    QUrlQuery query;
    query.addQueryItem(u"q"_s, encoded(hasWords ? m_subscription.words : u'#' + tags.constFirst()));
    for (const QString &tag : std::as_const(tags))
        query.addQueryItem(u"tag"_s, encoded(tag));
    query.addQueryItem(u"sort"_s, u"latest"_s);
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    if (const auto floor = search.walk.floor())
        query.addQueryItem(u"since"_s, encoded(written(*floor)));
    if (!search.walk.cursor().isEmpty())
        query.addQueryItem(u"cursor"_s, encoded(search.walk.cursor()));
    QUrl address = blueskyMethod(m_subscription.address, u"app.bsky.feed.searchPosts"_s);
    address.setQuery(query);
    return address;
}

std::optional<PageProblem> BlueskySource::ending() const
{
    // One search that shows no posts any more says nothing of the server.
    std::optional<PageProblem> ending;
    bool isOfAll = true;
    for (const Search &search : m_searches) {
        ending = endingOf(search.walk, m_subscription.address);
        if (ending && ending->outcome != FetchOutcome::Done)
            return ending;
        isOfAll = isOfAll && ending;
    }
    return isOfAll ? ending : std::nullopt;
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
    Search &search = m_searches[m_turn];
    // A cursor of another run may mean nothing any more.
    if (answer.status == 400 && !search.walk.cursor().isEmpty() && !search.hasCursor) {
        search.walk.restart();
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
        if (!search.walk.wants(seen) || m_taken.contains(seen.id) || isUnwanted(post))
            return;
        m_taken.insert(seen.id);
        wanted << post.minified();
    });
    const QString given = (*page)["cursor"].text();
    search.walk.take(posts, given);
    search.place = search.walk.text();
    search.hasCursor = !given.isEmpty() && search.walk.cursor() == given;
    passOn();
    return FetchedPage{wanted.isEmpty() ? QByteArray() : R"({"posts":[)" + wanted.join(',') + "]}", u"bluesky"_s,
                       place()};
}

/// The server can't be asked to leave something out.
bool BlueskySource::isUnwanted(const Json &post) const
{
    const QStringList tags = blueskyTags(post["record"]);
    return std::any_of(tags.cbegin(), tags.cend(), [this](const QString &tag) {
        return m_subscription.noneTags.contains(tag, Qt::CaseInsensitive);
    });
}

/// To the next search that isn't done.
void BlueskySource::passOn()
{
    for (qsizetype passed = 0; passed < m_searches.size(); ++passed) {
        m_turn = (m_turn + 1) % m_searches.size();
        if (!m_searches.at(m_turn).walk.isDone())
            return;
    }
}

QString BlueskySource::place() const
{
    QJsonObject places;
    for (const Search &search : m_searches)
        places.insert(search.tag, search.place);
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"searches"_s, places}}).toJson(QJsonDocument::Compact));
}

} // namespace tidemark
