#include "collection/Fetching.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t flushedAt = 500; ///< stories that leave at once

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

/// The words that withdrawals use, see store/HiddenStories.h.
QString reasonOf(Standing standing)
{
    switch (standing) {
    case Standing::Deleted:
        return u"deleted"_s;
    case Standing::Protected:
        return u"protected"_s;
    case Standing::Suspended:
        return u"suspended"_s;
    case Standing::Stands:
    case Standing::Unknown:
        break;
    }
    return {};
}

/// Asks one platform about its stories.
class Recheck
{
public:
    Recheck(Platform platform, std::unique_ptr<StandingQuestion> question, Network &network,
            const RecheckSink &sink, Progress &progress, RecheckReport &report)
        : m_platform(platform),
          m_question(std::move(question)),
          m_network(network),
          m_sink(sink),
          m_progress(progress),
          m_report(report)
    {
    }

    Result<> run(QVector<AskedStory> stories)
    {
        std::shuffle(stories.begin(), stories.end(), *QRandomGenerator::system());
        for (qsizetype from = 0; from < stories.size() && !m_progress.isCancelled() && m_goesOn;
             from += m_question->batchSize()) {
            const QVector<AskedStory> batch = stories.mid(from, m_question->batchSize());
            if (Result<> done = askAbout(batch); !done)
                return done;
            m_asked += batch.size();
            m_progress.done += batch.size();
        }
        m_report.unknown += stories.size() - m_asked;
        return flush();
    }

private:
    Result<> askAbout(const QVector<AskedStory> &batch)
    {
        QVector<AskedAbout> about;
        for (const AskedStory &story : batch)
            about.append({story.nativeId, story.authorId});
        m_question->ask(about);
        while (auto request = m_question->next()) {
            auto outcome = m_network.client().ask(*request, m_progress);
            if (const auto *answer = std::get_if<HttpAnswer>(&outcome)) {
                if (const auto problem = m_question->take(*answer)) {
                    m_report.notes << problem->message;
                    m_goesOn = false;
                    break;
                }
                continue;
            }
            note(outcome);
            break; // unreachable: nothing changes
        }
        return takeStandings(batch);
    }

    void note(const PoliteClient::Outcome &outcome)
    {
        const auto *alone = std::get_if<LeftAlone>(&outcome);
        const QString message = alone ? alone->message : std::get<HttpFailure>(outcome).message;
        if (!m_report.notes.contains(message))
            m_report.notes << message;
        // Every server of the fediverse is one of many; the others have but one.
        m_goesOn = m_platform == Platform::Mastodon;
    }

    Result<> takeStandings(const QVector<AskedStory> &batch)
    {
        const QVector<Standing> standings = m_question->standings();
        for (qsizetype i = 0; i < batch.size(); ++i) {
            const AskedStory &story = batch.at(i);
            const Standing standing = standings.value(i, Standing::Unknown);
            count(standing, story.isHidden);
            if (standing == Standing::Stands && story.isHidden)
                m_visibleAgain.append(story.id);
            const QString reason = reasonOf(standing);
            if (!reason.isEmpty() && (standing == Standing::Deleted || !story.isHidden))
                m_withdrawals.push_back({0, {}, Withdrawal{m_platform, story.nativeId, reason}});
        }
        return m_withdrawals.size() < flushedAt ? Result<>() : flush();
    }

    /// Taking words out of the file is dear, so many stories go at once.
    Result<> flush()
    {
        if (m_withdrawals.empty() && m_visibleAgain.isEmpty())
            return {};
        return m_sink.take(std::exchange(m_withdrawals, {}), std::exchange(m_visibleAgain, {}));
    }

    void count(Standing standing, bool wasHidden)
    {
        ++m_report.asked;
        m_report.standing += standing == Standing::Stands ? 1 : 0;
        m_report.visibleAgain += standing == Standing::Stands && wasHidden ? 1 : 0;
        m_report.deleted += standing == Standing::Deleted ? 1 : 0;
        m_report.hidden += standing == Standing::Protected || standing == Standing::Suspended ? 1 : 0;
        m_report.unknown += standing == Standing::Unknown ? 1 : 0;
    }

    Platform m_platform;
    std::unique_ptr<StandingQuestion> m_question;
    Network &m_network;
    const RecheckSink &m_sink;
    Progress &m_progress;
    RecheckReport &m_report;
    std::vector<Record> m_withdrawals; ///< not in the collection yet
    QVector<StoryId> m_visibleAgain;
    qint64 m_asked = 0;
    bool m_goesOn = true;
};

/// Through whose door a platform is asked; the fediverse has one at every server.
std::unique_ptr<StandingQuestion> questionFor(Platform platform, const QVector<StoredSubscription> &subscriptions,
                                              const QHash<qint64, QString> &secrets, Network &network,
                                              const Progress &progress)
{
    const Service service = platform == Platform::Mastodon ? Service::Mastodon
        : platform == Platform::Bluesky                    ? Service::Bluesky
                                                           : Service::X;
    QVector<QUrl> servers;
    const Subscription *door = nullptr;
    for (const StoredSubscription &stored : subscriptions) {
        if (stored.subscription.service != service)
            continue;
        servers.append(stored.subscription.address);
        door = door ? door : &stored.subscription;
    }
    if (service == Service::Mastodon)
        return mastodonStanding(servers);
    if (!door)
        return nullptr;
    const Secret secret = secrets.contains(door->number) ? Secret{secrets.value(door->number)}
                                                         : network.keyring().read(Keyring::keyOf(*door), progress);
    return service == Service::Bluesky ? blueskyStanding(*door, secret) : xStanding(*door, secret);
}

} // namespace

Result<RecheckReport> recheckStories(const QVector<StoredSubscription> &subscriptions,
                                     const QHash<qint64, QString> &secrets, Network &network,
                                     const RecheckSink &sink, Progress &progress)
{
    static constexpr std::array platforms{Platform::Mastodon, Platform::Bluesky, Platform::Twitter};
    RecheckReport report;
    for (const Platform platform : platforms) {
        const auto stories = sink.stories(platform);
        if (!stories)
            return stories.error();
        if (stories->isEmpty())
            continue;
        auto question = questionFor(platform, subscriptions, secrets, network, progress);
        if (!question) {
            report.unknown += stories->size();
            report.notes << Words::tr(
                                "%n stories of %1 were not asked about: add a source of %1 first, through which "
                                "it can be asked.",
                                nullptr, int(stories->size()))
                                .arg(platformName(platform));
            continue;
        }
        progress.total = std::max<qint64>(progress.total, 0) + stories->size();
        if (const Result<> done
            = Recheck(platform, std::move(question), network, sink, progress, report).run(*stories);
            !done)
            return done.error();
    }
    return report;
}

} // namespace tidemark
