#include "fetch/Standing.h"

#include "fetch/BlueskySource.h"
#include "source/Json.h"

#include <QHash>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype blueskyBatch = 25;
constexpr qsizetype xBatch = 100;

QUrl method(const QUrl &server, const QString &path, const QString &name, const QStringList &values)
{
    QUrl address = server;
    address.setPath(path);
    QUrlQuery query;
    for (const QString &value : values)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    address.setQuery(query);
    return address;
}

class BlueskyStanding final : public StandingQuestion
{
public:
    BlueskyStanding(const Subscription &subscription, const Secret &secret)
        : m_server(subscription.address), m_session(subscription.address, subscription.account, secret)
    {
    }

    [[nodiscard]] qsizetype batchSize() const override { return blueskyBatch; }
    [[nodiscard]] QString serverOf(const AskedAbout & /*story*/) const override { return namedHost(m_server); }
    void ask(const QVector<AskedAbout> &stories) override
    {
        m_stories = stories;
        m_standings = QVector<Standing>(stories.size(), Standing::Unknown);
        m_step = Step::Posts;
        m_shown.clear();
    }

    std::optional<HttpRequest> next() override
    {
        if (m_step == Step::Known)
            return std::nullopt;
        if (!m_session.isOpen())
            return m_session.opening();
        QStringList values;
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            if (m_step == Step::Posts)
                values << m_stories.at(i).nativeId;
            else if (m_standings.at(i) == Standing::Unknown)
                values << authorOf(m_stories.at(i));
        }
        values.removeDuplicates();
        const QUrl address = m_step == Step::Posts
            ? method(m_server, u"/xrpc/app.bsky.feed.getPosts"_s, u"uris"_s, values)
            : method(m_server, u"/xrpc/app.bsky.actor.getProfiles"_s, u"actors"_s, values);
        return HttpRequest{.address = address,
                           .typed = m_server,
                           .accept = "application/json",
                           .credential = m_session.credential()};
    }

    std::optional<PageProblem> take(const HttpAnswer &answer) override
    {
        if (!m_session.isOpen())
            return m_session.take(answer);
        if (m_session.hasRunOut(answer))
            return std::nullopt;
        if (answer.status != 200)
            return problemOf(answer);
        JsonParser parser;
        const auto page = parser.parse(answer.body);
        const Json list = page ? (m_step == Step::Posts ? (*page)["posts"] : (*page)["profiles"]) : Json();
        if (!list.isArray())
            return notJson(answer);
        QSet<QString> there;
        list.forEach([&](const Json &each) { there.insert(each[m_step == Step::Posts ? "uri" : "did"].text()); });
        if (m_step == Step::Posts) {
            m_shown = answer.body; // posts don't say whether they were changed
            takePosts(there);
        } else {
            takeProfiles(there);
        }
        return std::nullopt;
    }

    [[nodiscard]] QVector<Standing> standings() const override { return m_standings; }
    [[nodiscard]] FetchedPage shown() const override { return {m_shown, u"bluesky"_s}; }

private:
    enum class Step { Posts, Profiles, Known };

    static QString authorOf(const AskedAbout &story)
    {
        return story.authorId.isEmpty() ? story.nativeId.section(u'/', 2, 2) : story.authorId;
    }

    void takePosts(const QSet<QString> &there)
    {
        m_step = Step::Known;
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            if (there.contains(m_stories.at(i).nativeId))
                m_standings[i] = Standing::Stands;
            else
                m_step = Step::Profiles;
        }
    }

    void takeProfiles(const QSet<QString> &there)
    {
        m_step = Step::Known;
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            if (m_standings.at(i) == Standing::Unknown)
                m_standings[i]
                    = there.contains(authorOf(m_stories.at(i))) ? Standing::Deleted : Standing::Suspended;
        }
    }

    QUrl m_server;
    BlueskySession m_session;
    QVector<AskedAbout> m_stories;
    QVector<Standing> m_standings;
    QByteArray m_shown;
    Step m_step = Step::Known;
};

class XStanding final : public StandingQuestion
{
public:
    XStanding(const Subscription &subscription, const Secret &secret)
        : m_server(subscription.address),
          m_credential{originOf(subscription.address), "Bearer " + secret.text.toUtf8()}
    {
    }

    [[nodiscard]] qsizetype batchSize() const override { return xBatch; }
    [[nodiscard]] QString serverOf(const AskedAbout & /*story*/) const override { return namedHost(m_server); }
    void ask(const QVector<AskedAbout> &stories) override
    {
        m_ids.clear();
        for (const AskedAbout &story : stories)
            m_ids << story.nativeId;
        m_standings.clear();
        m_isAsked = false;
    }

    std::optional<HttpRequest> next() override
    {
        if (m_isAsked)
            return std::nullopt;
        return HttpRequest{.address = method(m_server, u"/2/tweets"_s, u"ids"_s, {m_ids.join(u',')}),
                           .typed = m_server,
                           .accept = "application/json",
                           .credential = m_credential};
    }

    std::optional<PageProblem> take(const HttpAnswer &answer) override
    {
        if (answer.status != 200)
            return problemOf(answer);
        JsonParser parser;
        const auto page = parser.parse(answer.body);
        if (!page || !page->isObject())
            return notJson(answer);
        m_isAsked = true;
        (*page)["data"].forEach([&](const Json &post) { m_standings[post["id"].text()] = Standing::Stands; });
        (*page)["errors"].forEach([&](const Json &error) { takeError(error); });
        return std::nullopt;
    }

    [[nodiscard]] QVector<Standing> standings() const override
    {
        QVector<Standing> standings;
        for (const QString &id : m_ids)
            standings << m_standings.value(id, Standing::Unknown);
        return standings;
    }

private:
    void takeError(const Json &error)
    {
        const QString title = error["title"].text();
        const QString detail = error["detail"].text();
        Standing standing = Standing::Unknown;
        if (title == "Not Found Error"_L1)
            standing = Standing::Deleted;
        else if (detail.contains("suspended"_L1, Qt::CaseInsensitive))
            standing = Standing::Suspended;
        else if (title == "Authorization Error"_L1 || title == "Forbidden"_L1)
            standing = Standing::Protected;
        m_standings.insert(error["resource_id"].text(), standing);
    }

    QUrl m_server;
    Credential m_credential;
    QStringList m_ids;
    QHash<QString, Standing> m_standings;
    bool m_isAsked = false;
};

} // namespace

std::unique_ptr<StandingQuestion> blueskyStanding(const Subscription &subscription, const Secret &secret)
{
    return std::make_unique<BlueskyStanding>(subscription, secret);
}

std::unique_ptr<StandingQuestion> xStanding(const Subscription &subscription, const Secret &secret)
{
    return std::make_unique<XStanding>(subscription, secret);
}

} // namespace tidemark
