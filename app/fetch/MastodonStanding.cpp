#include "fetch/AccountWishes.h"
#include "fetch/EditedPosts.h"
#include "fetch/MastodonAddresses.h"
#include "fetch/MastodonWitness.h"
#include "fetch/PostStanding.h"
#include "source/Audience.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype batch = 20; ///< the most that a server lists at once
constexpr int mostTroubles = 3; ///< one after another: then it isn't asked any more

class MastodonStanding final : public StandingQuestion
{
public:
    explicit MastodonStanding(const QVector<MastodonDoor> &doors) : m_doors(doors) {}

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
        m_showsOthers = false;
        m_troubles = 0;
        m_trouble.reset();
        m_edits.begin();
        m_accounts = QStringList(stories.size(), QString());
        m_wishes.begin();
        m_missing.clear();
        m_step = numbers().isEmpty() || m_withoutLists.contains(m_server) ? Step::Pages : Step::List;
        m_page = 0;
    }

    std::optional<HttpRequest> next() override
    {
        if (m_step == Step::List)
            return asked(statusesAddress(pageAt(0), numbers()), "application/json");
        if (m_step == Step::Status)
            return asked(statusAddress(pageAt(m_refused)), "application/json");
        while (m_page < m_stories.size()
               && (m_standings.at(m_page) != Standing::Unknown || pageAt(m_page).isEmpty()))
            ++m_page;
        if (m_page < m_stories.size())
            return asked(pageAt(m_page), "application/activity+json");
        const bool byApi = std::all_of(m_missing.cbegin(), m_missing.cend(),
                                       [](const Missing &missing) { return missing.byApi; });
        if (m_showsOthers && byApi)
            believe();
        if (!m_missing.isEmpty() && m_step != Step::Witness) {
            m_step = Step::Witness;
            m_witness = {pageAt(m_missing.constFirst().place), m_shown.value(m_server), byApi};
        }
        if (m_step == Step::Witness)
            return asked(m_witness.address(), "application/activity+json, application/json;q=0.9");
        m_step = Step::Accounts;
        const QString account = m_wishes.next();
        return account.isEmpty() ? std::nullopt : std::optional(asked(QUrl(account), "application/activity+json"));
    }

    std::optional<PageProblem> take(const HttpAnswer &answer) override
    {
        if (m_doors.opensFor(m_asked, answer))
            return std::nullopt;
        // Where it leads elsewhere nothing is heard: nobody there knows what became of this server's stories.
        const bool isOwn = tidemark::serverOf(answer.address) == m_server;
        const HttpAnswer heard = isOwn ? answer : HttpAnswer();
        if (m_step == Step::Witness)
            return takeWitness(heard);
        auto trouble = takeAnswer(heard);
        if (!isOwn)
            trouble = leadsElsewhere(QUrl(m_server), answer.address);
        m_troubles = trouble ? m_troubles + 1 : 0;
        m_trouble = trouble ? trouble : m_trouble;
        return m_troubles == mostTroubles ? trouble : std::nullopt;
    }

    [[nodiscard]] std::optional<PageProblem> ending() const override
    {
        return standings().contains(Standing::Unknown) ? m_trouble : std::nullopt;
    }

    [[nodiscard]] QVector<Standing> standings() const override
    {
        QVector<Standing> standings = m_standings;
        for (qsizetype i = 0; i < standings.size(); ++i) {
            if (standings.at(i) == Standing::Stands && !m_accounts.at(i).isEmpty())
                standings[i] = m_wishes.standing(m_accounts.at(i));
        }
        return standings;
    }
    [[nodiscard]] QVector<FetchedPage> shown() const override { return m_edits.pages(); }

private:
    enum class Step { List, Pages, Status, Witness, Accounts };

    struct Missing
    {
        qsizetype place = 0;
        Standing standing = Standing::Unknown;
        bool byApi = false; ///< the API says so, too
    };

    [[nodiscard]] QUrl pageAt(qsizetype place) const
    {
        const QUrl page(m_stories.at(place).nativeId);
        return page.isValid() && !page.host().isEmpty() ? page : QUrl();
    }

    [[nodiscard]] QStringList numbers() const
    {
        QStringList numbers;
        for (qsizetype i = 0; i < m_stories.size(); ++i)
            numbers << statusNumber(pageAt(i));
        numbers.removeAll(QString());
        return numbers;
    }

    HttpRequest asked(const QUrl &address, const QByteArray &accept)
    {
        m_asked = address;
        return m_doors.requestFor(address, accept);
    }

    /// Gives the trouble with an answer that says nothing of what was asked for.
    std::optional<PageProblem> takeAnswer(const HttpAnswer &answer)
    {
        switch (m_step) {
        case Step::List:
            return takeList(answer);
        case Step::Pages:
            return takePage(answer);
        case Step::Status:
            return takeStatus(answer);
        case Step::Accounts:
            return m_wishes.take(answer);
        case Step::Witness:
            break;
        }
        return std::nullopt;
    }

    std::optional<PageProblem> takeList(const HttpAnswer &answer)
    {
        m_step = Step::Pages;
        JsonParser parser;
        const auto list = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
        m_isListed = list && list->isArray();
        if (!m_isListed) {
            m_withoutLists.insert(m_server);
            return answer.status == 404 ? std::nullopt : std::optional(problemOf(answer)); // 404: an older server
        }
        QHash<QString, Standing> standings;
        list->forEach([&](const Json &status) {
            standings.insert(status["uri"].text(), standingOfStatus(status));
            m_edits.noteStatus(status);
        });
        for (qsizetype i = 0; i < m_stories.size(); ++i) {
            m_standings[i] = standings.value(m_stories.at(i).nativeId, Standing::Unknown);
            m_showsOthers |= m_standings.at(i) != Standing::Unknown;
        }
        return std::nullopt;
    }

    std::optional<PageProblem> takePage(const HttpAnswer &answer)
    {
        JsonParser parser;
        const auto object = answer.status == 200 ? jsonIn(parser, answer.body) : std::nullopt;
        const qsizetype place = m_page++;
        if (object && isPageOf(*object, m_stories.at(place).nativeId)) {
            takeObject(place, *object);
            return std::nullopt;
        }
        const bool isRefused = answer.status == 401 || answer.status == 403;
        const bool isNumbered = !statusNumber(pageAt(place)).isEmpty();
        if (isRefused && !m_isListed && isNumbered) {
            m_step = Step::Status;
            m_refused = place;
            m_refusal = answer.status;
            return problemOf(answer);
        }
        const Standing standing = standingWithout(answer.status, m_isListed);
        if (standing != Standing::Unknown)
            m_missing.append({place, standing, m_isListed && isNumbered});
        return standing == Standing::Unknown || (isRefused && !m_isListed) ? std::optional(problemOf(answer))
                                                                           : std::nullopt;
    }

    void takeObject(qsizetype place, const Json &object)
    {
        m_standings[place] = standingOfObject(object);
        if (m_standings.at(place) != Standing::Deleted) {
            m_shown.insert(m_server, pageAt(place));
            believe();
        }
        if (m_standings.at(place) != Standing::Stands)
            return;
        m_accounts[place] = accountOf(object);
        if (!m_accounts.at(place).isEmpty())
            m_wishes.askFor(m_accounts.at(place));
        m_edits.noteObject(object);
    }

    /// A server without lists still says of one status whether a stranger may see it.
    std::optional<PageProblem> takeStatus(const HttpAnswer &answer)
    {
        m_step = Step::Pages;
        JsonParser parser;
        const auto status = jsonIn(parser, answer.body);
        if (status && answer.status == 200 && (*status)["uri"].text() == m_stories.at(m_refused).nativeId) {
            m_standings[m_refused] = standingOfStatus(*status);
            believe();
            m_edits.noteStatus(*status);
            return std::nullopt;
        }
        if (!status || answer.status != 404 || !status->has("error"))
            return problemOf(answer);
        m_missing.append({m_refused, standingWithout(m_refusal, true), true});
        return std::nullopt;
    }

    std::optional<PageProblem> takeWitness(const HttpAnswer &answer)
    {
        m_witness.take(answer);
        if (!m_witness.isDone())
            return std::nullopt;
        m_step = Step::Accounts;
        if (m_witness.vouches()) {
            believe();
            return std::nullopt;
        }
        m_missing.clear();
        return showsNothing(QUrl(m_server));
    }

    /// Being left out, or refused, is not enough: what is taken back here never returns. But the server has shown
    /// something else since.
    void believe()
    {
        for (const Missing &missing : std::exchange(m_missing, {}))
            m_standings[missing.place] = missing.standing;
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

    MastodonDoors m_doors;
    QUrl m_asked; ///< last
    QVector<AskedAbout> m_stories;
    QVector<Standing> m_standings;
    QString m_server;
    QSet<QString> m_withoutLists; ///< servers
    QHash<QString, QUrl> m_shown; ///< server -> the page that it showed last
    Step m_step = Step::Pages;
    EditedPosts m_edits;
    bool m_isListed = false;    ///< the server gave a list
    bool m_showsOthers = false; ///< with some of the stories in it
    qsizetype m_page = 0;       ///< of the story whose page is asked for
    qsizetype m_refused = 0;    ///< the story whose page wasn't shown
    int m_refusal = 0;          ///< with which status
    QVector<Missing> m_missing; ///< what to believe of stories, once the server shows something else
    MastodonWitness m_witness;
    int m_troubles = 0;                   ///< answers that said nothing, one after another
    std::optional<PageProblem> m_trouble; ///< with the last one of the batch
    QStringList m_accounts;               ///< whose wishes decide about a story; empty: nobody's, or they are known
    AccountWishes m_wishes;
};

} // namespace

std::unique_ptr<StandingQuestion> mastodonStanding(const QVector<MastodonDoor> &doors)
{
    return std::make_unique<MastodonStanding>(doors);
}

} // namespace tidemark
