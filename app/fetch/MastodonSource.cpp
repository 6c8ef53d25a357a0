#include "fetch/MastodonSource.h"

#include "source/Dates.h"
#include "source/Json.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int pageSize = 40; ///< the most that servers give

std::optional<Instant> timeOf(const Json &status)
{
    const auto time = parseTime(status["created_at"].text());
    return time ? std::optional(time->instant) : std::nullopt;
}

/// The number behind which the next page begins. Of the address in the Link header only that is taken: behind a
/// proxy its host may be anything.
QString nextIn(const QByteArray &link)
{
    static const QRegularExpression next(u"<([^>]*)>\\s*;[^,<]*\\brel\\s*=\\s*\"?next\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = next.match(QString::fromUtf8(link));
    return match.hasMatch() ? QUrlQuery(QUrl(match.captured(1))).queryItemValue(u"max_id"_s) : QString();
}

void addTags(QUrlQuery &query, const QString &name, const QStringList &tags)
{
    for (const QString &tag : tags)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(tag)));
}

/// The tags of a status, or of the one that it passes on; nothing: it doesn't say.
std::optional<QStringList> tagsOf(const Json &status)
{
    const Json list = status["reblog"].isObject() ? status["reblog"]["tags"] : status["tags"];
    if (!list.isArray())
        return std::nullopt;
    QStringList tags;
    list.forEach([&tags](const Json &tag) { tags << tag["name"].text(); });
    return tags;
}

/// Servers take accents and the like off a tag, each in its own way: there it is they who know.
bool isPlain(const QString &tag)
{
    return std::all_of(tag.cbegin(), tag.cend(), [](QChar c) { return c.unicode() < 128; });
}

} // namespace

MastodonSource::MastodonSource(const Subscription &subscription, const QString &place, const Secret &secret,
                               std::optional<Instant> again)
    : m_subscription(subscription), m_walks(subscription.anyTags, place, subscription.since, again)
{
    if (!secret.text.isEmpty())
        m_credential = bearerOf(secret.text, subscription.address);
}

std::optional<HttpRequest> MastodonSource::next()
{
    if (m_walks.walk().isDone())
        return std::nullopt;
    QStringList tags = m_subscription.allTags;
    if (!m_walks.tag().isEmpty())
        tags.prepend(m_walks.tag());
    QUrl address = m_subscription.address;
    address.setPath(u"/api/v1/timelines/tag/"_s + QString::fromLatin1(QUrl::toPercentEncoding(tags.value(0))),
                    QUrl::StrictMode);
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    addTags(query, u"all[]"_s, tags.mid(1));
    addTags(query, u"none[]"_s, m_subscription.noneTags);
    if (const QString cursor = m_walks.walk().cursor(); !cursor.isEmpty())
        query.addQueryItem(u"max_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    address.setQuery(query);
    return HttpRequest{.address = address,
                       .typed = m_subscription.address,
                       .accept = "application/json",
                       .credential = m_credential};
}

std::optional<PageProblem> MastodonSource::ending() const
{
    return m_walks.ending(m_subscription.address);
}

std::variant<FetchedPage, PageProblem> MastodonSource::take(const HttpAnswer &answer)
{
    if (answer.status != 200)
        return problemOf(answer);
    JsonParser parser;
    const auto page = jsonIn(parser, answer.body);
    if (!page || !page->isArray())
        return notWhatWasAsked(answer);
    QVector<SeenPost> posts;
    QByteArray wanted; // the oldest first: an answer names what it answers only by its number on this server
    QString last;
    page->forEach([&](const Json &status) {
        const SeenPost post{status["uri"].text(), timeOf(status)};
        last = status["id"].text();
        posts.append(post);
        if (m_walks.walk().wants(post) && isWished(status) && m_walks.takesFirst(post.id))
            wanted.prepend(status.minified() + (wanted.isEmpty() ? "" : ","));
    });
    if (!posts.isEmpty() && last.isEmpty())
        return notWhatWasAsked(answer);
    const QString next = nextIn(answer.header("link"));
    const bool leadsOn = !next.isEmpty() && next != m_walks.walk().cursor();
    m_walks.take(posts, leadsOn ? next : last, next.isEmpty() ? Walk::Cursor::Made : Walk::Cursor::Given);
    return FetchedPage{wanted.isEmpty() ? QByteArray() : '[' + wanted + ']', u"mastodon"_s, m_walks.text()};
}

bool MastodonSource::isWished(const Json &status) const
{
    const auto tags = tagsOf(status);
    const auto has = [&tags](const QString &tag) { return tags->contains(tag, Qt::CaseInsensitive); };
    const QStringList &all = m_subscription.allTags;
    const QStringList &none = m_subscription.noneTags;
    return !tags
        || (std::all_of(all.cbegin(), all.cend(), [&](const QString &tag) { return !isPlain(tag) || has(tag); })
            && std::none_of(none.cbegin(), none.cend(), has));
}

} // namespace tidemark
