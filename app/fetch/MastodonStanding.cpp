#include "fetch/Standing.h"

#include "source/Audience.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

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
        return tidemark::serverOf(QUrl(story.nativeId));
    }

    void ask(const QVector<AskedAbout> &stories) override
    {
        m_stories = stories;
        m_standings = QVector<Standing>(stories.size(), Standing::Unknown);
        m_server = stories.isEmpty() ? QString() : serverOf(stories.constFirst());
        m_isListed = false;
        m_listedEdits.clear();
        m_editedPages.clear();
        m_accounts = QStringList(stories.size(), QString());
        m_forbidden.clear();
        m_step = numbers().isEmpty() || m_withoutLists.contains(m_server) ? Step::Pages : Step::List;
        m_page = 0;
    }

    std::optional<HttpRequest> next() override
    {
        if (m_step == Step::List)
            return asked(list(), "application/json");
        if (m_step == Step::Status)
            return asked(statusAt(m_refused), "application/json");
        while (m_page < m_stories.size()
               && (m_standings.at(m_page) != Standing::Unknown || pageAt(m_page).isEmpty()))
            ++m_page;
        if (m_page < m_stories.size())
            return asked(pageAt(m_page), "application/activity+json");
        m_step = Step::Accounts;
        const auto unknown = std::find_if(m_accounts.cbegin(), m_accounts.cend(), [&](const QString &account) {
            return !account.isEmpty() && !m_shunning.contains(account);
        });
        if (unknown == m_accounts.cend())
            return std::nullopt;
        m_account = *unknown;
        return asked(QUrl(m_account), "application/activity+json");
    }

    std::optional<PageProblem> take(const HttpAnswer &answer) override
    {
        switch (m_step) {
        case Step::List:
            takeList(answer);
            break;
        case Step::Pages:
            takePage(answer);
            break;
        case Step::Status:
            takeStatus(answer);
            break;
        case Step::Accounts:
            takeAccount(answer);
            break;
        }
        return std::nullopt; // 401, 403, 500: this server's own affair
    }

    [[nodiscard]] QVector<Standing> standings() const override
    {
        QVector<Standing> standings = m_standings;
        for (qsizetype i = 0; i < standings.size(); ++i) {
            if (standings.at(i) != Standing::Stands || m_accounts.at(i).isEmpty())
                continue;
            const std::optional<bool> shuns = m_shunning.value(m_accounts.at(i));
            if (!shuns)
                standings[i] = Standing::Unknown;
            else if (*shuns)
                standings[i] = Standing::Unsought;
        }
        return standings;
    }
    [[nodiscard]] QVector<FetchedPage> shown() const override
    {
        QVector<FetchedPage> pages;
        for (const auto &[edited, format] :
             {std::pair(m_listedEdits, u"mastodon"_s), std::pair(m_editedPages, u"activitypub"_s)}) {
            if (!edited.isEmpty())
                pages.append({'[' + edited.join(',') + ']', format});
        }
        return pages;
    }

private:
    enum class Step { List, Pages, Status, Accounts };

    [[nodiscard]] QUrl pageAt(qsizetype place) const
    {
        const QUrl page(m_stories.at(place).nativeId);
        return page.isValid() && !page.host().isEmpty() ? page : QUrl();
    }

    /// What the status is called on its own server is the end of its address.
    [[nodiscard]] QString numberAt(qsizetype place) const
    {
        static const QRegularExpression status(u"^/(?:ap/)?users/[^/]+/statuses/(\\d+)$"_s);
        return status.match(pageAt(place).path()).captured(1);
    }

    [[nodiscard]] QStringList numbers() const
    {
        QStringList numbers;
        for (qsizetype i = 0; i < m_stories.size(); ++i)
            numbers << numberAt(i);
        numbers.removeAll(QString());
        return numbers;
    }

    [[nodiscard]] QUrl list() const
    {
        QUrlQuery query;
        const QStringList listed = numbers();
        for (const QString &number : listed)
            query.addQueryItem(u"id[]"_s, number);
        QUrl list = pageAt(0).adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
        list.setPath(u"/api/v1/statuses"_s);
        list.setQuery(query);
        return list;
    }

    [[nodiscard]] QUrl statusAt(qsizetype place) const
    {
        QUrl status = pageAt(place).adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
        status.setPath(u"/api/v1/statuses/"_s + numberAt(place));
        return status;
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
        const auto list = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
        m_isListed = list && list->isArray();
        if (!m_isListed) {
            m_withoutLists.insert(m_server);
            return;
        }
        QHash<QString, Standing> standings;
        list->forEach([&](const Json &status) {
            standings.insert(status["uri"].text(), standingOf(status));
            if (!status["edited_at"].text().isEmpty())
                m_listedEdits << status.minified();
        });
        for (qsizetype i = 0; i < m_stories.size(); ++i)
            m_standings[i] = standings.value(m_stories.at(i).nativeId, Standing::Unknown);
    }

    static Standing standingOf(const Json &status)
    {
        if (status.has("visibility") && !isOpenStatus(status))
            return Standing::Protected;
        return shunsSearch(status["account"]) ? Standing::Unsought : Standing::Stands;
    }

    void takePage(const HttpAnswer &answer)
    {
        JsonParser parser;
        const auto object = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
        const qsizetype place = m_page++;
        m_standings[place] = object ? standingOfObject(*object) : standingWithout(answer.status, m_isListed);
        const bool isRefused = answer.status == 401 || answer.status == 403;
        if (isRefused && !m_isListed && !numberAt(place).isEmpty()) {
            m_step = Step::Status;
            m_refused = place;
            m_refusal = answer.status;
        } else if (answer.status == 403 && !m_isListed) {
            m_forbidden.append(place);
        }
        if (m_standings.at(place) != Standing::Stands)
            return;
        for (const qsizetype forbidden : std::exchange(m_forbidden, {}))
            m_standings[forbidden] = Standing::Suspended;
        m_accounts[place] = accountOf(*object);
        if (!(*object)["updated"].text().isEmpty())
            m_editedPages << object->minified();
    }

    /// A server may leave a tombstone where something was.
    static Standing standingOfObject(const Json &object)
    {
        if (object["type"].text() == "Tombstone"_L1)
            return Standing::Deleted;
        const bool tellsWhom = object.has("to") || object.has("cc");
        return tellsWhom && !isOpenObject(object) ? Standing::Protected : Standing::Stands;
    }

    /// A server without lists still says of one status whether a stranger may see it.
    void takeStatus(const HttpAnswer &answer)
    {
        m_step = Step::Pages;
        JsonParser parser;
        const auto status = jsonIn(parser, answer.body);
        if (!status)
            return;
        Standing &standing = m_standings[m_refused];
        if (answer.status == 200 && (*status)["uri"].text() == m_stories.at(m_refused).nativeId) {
            standing = standingOf(*status);
            if (!(*status)["edited_at"].text().isEmpty())
                m_listedEdits << status->minified();
        } else if (answer.status == 404 && status->has("error")) {
            standing = standingWithout(m_refusal, true);
        }
    }

    /// Being left out of a list is not enough: what is taken back here never returns. But a server that tells
    /// everybody of statuses, and neither tells of this one nor shows its page, keeps it from being seen.
    static Standing standingWithout(int status, bool tellsOfOthers)
    {
        switch (status) {
        case 404:
        case 410:
            return Standing::Deleted;
        case 401:
            return tellsOfOthers ? Standing::Protected : Standing::Unknown;
        case 403:
            return tellsOfOthers ? Standing::Suspended : Standing::Unknown;
        default:
            return Standing::Unknown; // perhaps a page for people
        }
    }

    /// Who shared it, if that can be asked of the same server.
    [[nodiscard]] QString accountOf(const Json &object) const
    {
        QString account;
        forOneOrEach(object["attributedTo"], [&](const Json &who) {
            if (account.isEmpty())
                account = objectAddress(who);
        });
        return tidemark::serverOf(QUrl(account)) == m_server ? account : QString();
    }

    void takeAccount(const HttpAnswer &answer)
    {
        JsonParser parser;
        const auto account = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
        // Only `indexable` says a wish: a page has "discoverable": false also where nobody chose.
        m_shunning.insert(
            m_account, account ? std::optional(!(*account)["indexable"].boolean().value_or(true)) : std::nullopt);
    }

    QVector<QUrl> m_typed;
    QVector<AskedAbout> m_stories;
    QVector<Standing> m_standings;
    QString m_server;
    QSet<QString> m_withoutLists; ///< servers
    Step m_step = Step::Pages;
    QByteArrayList m_listedEdits;   ///< statuses of the list that were edited at some time
    QByteArrayList m_editedPages;   ///< the same of pages
    bool m_isListed = false;        ///< the server gave a list
    qsizetype m_page = 0;           ///< of the story whose page is asked for
    qsizetype m_refused = 0;        ///< the story whose page wasn't shown
    int m_refusal = 0;              ///< with which status
    QVector<qsizetype> m_forbidden; ///< pages refused with 403: meant for these, if another is shown after them
    QStringList m_accounts;         ///< whose wishes decide about a story; empty: nobody's, or they are known
    QString m_account;              ///< that is asked for
    /// What accounts said, by address; nothing: they were asked and didn't say.
    QHash<QString, std::optional<bool>> m_shunning;
};

} // namespace

std::unique_ptr<StandingQuestion> mastodonStanding(const QVector<QUrl> &typed)
{
    return std::make_unique<MastodonStanding>(typed);
}

} // namespace tidemark
