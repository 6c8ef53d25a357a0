#include "fetch/Standing.h"

#include "source/Json.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype batch = 20; ///< the most that a server lists at once

class MastodonStanding final : public StandingQuestion
{
public:
    explicit MastodonStanding(const QVector<QUrl> &typed) : m_typed(typed) {}

    [[nodiscard]] qsizetype batchSize() const override { return batch; }
    [[nodiscard]] QString serverOf(const AskedAbout &story) const override
    {
        const Origin origin = originOf(QUrl(story.nativeId));
        return u"%1://%2:%3"_s.arg(origin.scheme, origin.host).arg(origin.port);
    }

    void ask(const QVector<AskedAbout> &stories) override
    {
        m_stories = stories;
        m_standings = QVector<Standing>(stories.size(), Standing::Unknown);
        m_server = stories.isEmpty() ? QString() : serverOf(stories.constFirst());
        m_isListed = false;
        m_edited.clear();
        m_step = numbers().isEmpty() || m_withoutLists.contains(m_server) ? Step::Pages : Step::List;
        m_page = 0;
    }

    std::optional<HttpRequest> next() override
    {
        if (m_step == Step::List)
            return asked(list(), "application/json");
        while (m_page < m_stories.size()
               && (m_standings.at(m_page) == Standing::Stands || pageAt(m_page).isEmpty()))
            ++m_page;
        if (m_page == m_stories.size())
            return std::nullopt;
        return asked(pageAt(m_page), "application/activity+json");
    }

    std::optional<PageProblem> take(const HttpAnswer &answer) override
    {
        if (m_step == Step::List)
            takeList(answer);
        else
            m_standings[m_page++] = standingOf(answer);
        return std::nullopt; // 401, 403, 500: this server's own affair
    }

    [[nodiscard]] QVector<Standing> standings() const override { return m_standings; }
    [[nodiscard]] FetchedPage shown() const override
    {
        return m_edited.isEmpty() ? FetchedPage{} : FetchedPage{'[' + m_edited + ']', u"mastodon"_s};
    }

private:
    enum class Step { List, Pages };

    [[nodiscard]] QUrl pageAt(qsizetype place) const
    {
        const QUrl page(m_stories.at(place).nativeId);
        return page.isValid() && !page.host().isEmpty() ? page : QUrl();
    }

    /// Those that the statuses have on their own server are the ends of their addresses.
    [[nodiscard]] QStringList numbers() const
    {
        static const QRegularExpression status(u"^/(?:ap/)?users/[^/]+/statuses/(\\d+)$"_s);
        QStringList numbers;
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            const auto match = status.match(pageAt(i).path());
            if (match.hasMatch())
                numbers << match.captured(1);
        }
        return numbers;
    }

    [[nodiscard]] QUrl list() const
    {
        QUrlQuery query;
        const QStringList listed = numbers();
        for (const QString &number : listed)
            query.addQueryItem(u"id[]"_s, number);
        QUrl list;
        list.setScheme(pageAt(0).scheme());
        list.setAuthority(pageAt(0).authority());
        list.setPath(u"/api/v1/statuses"_s);
        list.setQuery(query);
        return list;
    }

    [[nodiscard]] HttpRequest asked(const QUrl &address, const QByteArray &accept) const
    {
        const auto typed = std::find_if(m_typed.cbegin(), m_typed.cend(),
                                        [&](const QUrl &each) { return originOf(each) == originOf(address); });
        return {.address = address, .typed = typed == m_typed.cend() ? QUrl() : *typed, .accept = accept};
    }

    void takeList(const HttpAnswer &answer)
    {
        m_step = Step::Pages;
        JsonParser parser;
        const auto list
            = answer.status == 200 && looksLikeJson(answer.body) ? parser.parse(answer.body) : std::nullopt;
        m_isListed = list && list->isArray();
        if (!m_isListed) {
            m_withoutLists.insert(m_server);
            return;
        }
        QSet<QString> there;
        list->forEach([&](const Json &status) {
            there.insert(status["uri"].text());
            if (!status["edited_at"].text().isEmpty())
                m_edited += (m_edited.isEmpty() ? "" : ",") + status.minified();
        });
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            if (there.contains(m_stories.at(i).nativeId))
                m_standings[i] = Standing::Stands;
        }
    }

    /// Being left out of a list is not enough: what is taken back here never returns. But a server that lists
    /// statuses to everybody, and neither lists this one nor shows its page, keeps it from being seen.
    [[nodiscard]] Standing standingOf(const HttpAnswer &answer) const
    {
        switch (answer.status) {
        case 404:
        case 410:
            return Standing::Deleted;
        case 401:
            return m_isListed ? Standing::Protected : Standing::Unknown;
        case 403:
            return m_isListed ? Standing::Suspended : Standing::Unknown;
        case 200:
            return standingOn(answer.body);
        default:
            return Standing::Unknown;
        }
    }

    /// A server may leave a tombstone, or a page of its own for what isn't there.
    static Standing standingOn(const QByteArray &page)
    {
        JsonParser parser;
        const auto object = looksLikeJson(page) ? parser.parse(page) : std::nullopt;
        if (!object)
            return Standing::Unknown;
        return (*object)["type"].text() == "Tombstone"_L1 ? Standing::Deleted : Standing::Stands;
    }

    QVector<QUrl> m_typed;
    QVector<AskedAbout> m_stories;
    QVector<Standing> m_standings;
    QString m_server;
    QSet<QString> m_withoutLists; ///< servers
    Step m_step = Step::Pages;
    QByteArray m_edited;     ///< statuses of the list that were edited at some time
    bool m_isListed = false; ///< the server gave a list
    qsizetype m_page = 0;    ///< of the story whose page is asked for
};

} // namespace

std::unique_ptr<StandingQuestion> mastodonStanding(const QVector<QUrl> &typed)
{
    return std::make_unique<MastodonStanding>(typed);
}

} // namespace tidemark
