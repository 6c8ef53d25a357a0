#include "fetch/Standing.h"

#include "source/Audience.h"

#include <QHash>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype batch = 24; ///< servers answer 25 at once, and one is the account that asks

class BlueskyStanding final : public StandingQuestion
{
public:
    BlueskyStanding(QUrl server, std::shared_ptr<BlueskySession> session)
        : m_server(std::move(server)), m_session(std::move(session))
    {
    }

    [[nodiscard]] qsizetype batchSize() const override { return batch; }
    [[nodiscard]] QString serverOf(const AskedAbout & /*story*/) const override { return namedHost(m_server); }
    void ask(const QVector<AskedAbout> &stories) override
    {
        m_stories = stories;
        m_standings = QVector<Standing>(stories.size(), Standing::Unknown);
        m_missing.clear();
        m_step = Step::Posts;
        m_shown.clear();
        m_writer.clear();
    }

    std::optional<HttpRequest> next() override
    {
        if (m_step == Step::Known)
            return std::nullopt;
        if (!m_session->isOpen())
            return m_session->opening();
        return HttpRequest{.address = address(),
                           .typed = m_server,
                           .accept = "application/json",
                           .credential = m_session->credential()};
    }

    std::optional<PageProblem> take(const HttpAnswer &answer) override
    {
        if (!m_session->isOpen())
            return m_session->take(answer);
        if (m_session->hasRunOut(answer))
            return std::nullopt;
        if (answer.status != 200)
            return problemOf(answer);
        JsonParser parser;
        const auto page = parser.parse(answer.body);
        const char *name = m_step == Step::Posts ? "posts" : m_step == Step::Profiles ? "profiles" : "feed";
        const Json list = page ? (*page)[name] : Json();
        if (!list.isArray())
            return notWhatWasAsked(answer);
        if (m_step == Step::Posts) {
            m_shown = answer.body; // posts don't say whether they were changed
            takePosts(list);
            return std::nullopt;
        }
        bool isEmpty = true;
        list.forEach([&](const Json &) { isEmpty = false; });
        if (isEmpty)
            return showsNothing(m_server);
        if (m_step == Step::Profiles)
            takeProfiles(list);
        else
            believe();
        return std::nullopt;
    }

    [[nodiscard]] QVector<Standing> standings() const override { return m_standings; }
    [[nodiscard]] QVector<FetchedPage> shown() const override
    {
        return m_shown.isEmpty() ? QVector<FetchedPage>{} : QVector<FetchedPage>{{m_shown, u"bluesky"_s}};
    }

private:
    enum class Step { Posts, Profiles, Feed, Known };

    static QString authorOf(const AskedAbout &story)
    {
        return story.authorId.isEmpty() ? story.nativeId.section(u'/', 2, 2) : story.authorId;
    }

    [[nodiscard]] QUrl address() const
    {
        if (m_step == Step::Feed)
            return asked(u"app.bsky.feed.getAuthorFeed"_s, u"actor"_s, {m_writer});
        QStringList posts;
        QStringList authors{m_session->did()}; // nobody is as surely there
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            posts << m_stories.at(i).nativeId;
            if (m_standings.at(i) == Standing::Unknown)
                authors << authorOf(m_stories.at(i));
        }
        authors.removeDuplicates();
        authors.removeAll(QString());
        return m_step == Step::Posts ? asked(u"app.bsky.feed.getPosts"_s, u"uris"_s, posts)
                                     : asked(u"app.bsky.actor.getProfiles"_s, u"actors"_s, authors);
    }

    [[nodiscard]] QUrl asked(const QString &name, const QString &parameter, const QStringList &values) const
    {
        QUrlQuery query;
        for (const QString &value : values)
            query.addQueryItem(parameter, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        QUrl address = blueskyMethod(m_server, name);
        address.setQuery(query);
        return address;
    }

    void takePosts(const Json &posts)
    {
        QHash<QString, Standing> standings;
        posts.forEach([&](const Json &post) {
            standings.insert(post["uri"].text(), isForMembersOnly(post) ? Standing::Protected : Standing::Stands);
        });
        for (qsizetype i = 0; i < m_stories.size(); ++i)
            m_standings[i] = standings.value(m_stories.at(i).nativeId, Standing::Unknown);
        m_step = m_standings.contains(Standing::Unknown) ? Step::Profiles : Step::Known;
    }

    /// Between the author and the account that asks, who then is shown no posts: that says nothing of them.
    static bool isBlocked(const Json &profile)
    {
        const Json viewer = profile["viewer"];
        return viewer["blockedBy"].boolean().value_or(false) || !viewer["blocking"].text().isEmpty();
    }

    void takeProfiles(const Json &profiles)
    {
        QHash<QString, Standing> missing; // by author: what became of a post that isn't shown
        profiles.forEach([&](const Json &profile) {
            missing.insert(profile["did"].text(), isBlocked(profile) ? Standing::Unknown : Standing::Deleted);
            if (!isBlocked(profile) && profile["postsCount"].integer().value_or(0) > 0)
                m_writer = profile["did"].text();
        });
        m_missing = m_standings;
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            if (m_standings.at(i) == Standing::Unknown)
                m_missing[i] = missing.value(authorOf(m_stories.at(i)), Standing::Suspended);
        }
        const bool showsNone = m_standings.count(Standing::Unknown) == m_standings.size();
        if (showsNone && !m_writer.isEmpty())
            m_step = Step::Feed;
        else
            believe();
    }

    void believe()
    {
        m_standings = m_missing;
        m_step = Step::Known;
    }

    QUrl m_server;
    std::shared_ptr<BlueskySession> m_session;
    QVector<AskedAbout> m_stories;
    QVector<Standing> m_standings;
    QVector<Standing> m_missing; ///< what to believe, if the server shows anybody's posts at all
    QString m_writer;            ///< somebody who has shared posts, as the server says
    QByteArray m_shown;
    Step m_step = Step::Known;
};

} // namespace

std::unique_ptr<StandingQuestion> blueskyStanding(const Subscription &subscription,
                                                  std::shared_ptr<BlueskySession> session)
{
    return std::make_unique<BlueskyStanding>(subscription.address, std::move(session));
}

} // namespace tidemark
