#include "collection/Fetching.h"

#include "collection/StandingDoors.h"
#include "source/Formats.h"

#include <QCoreApplication>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>

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
    case Standing::Unsought:
    case Standing::Unknown:
        break;
    }
    return {};
}

/// What an author asks of those who search binds no story that somebody gave as a file.
Standing standingHere(Standing there, const AskedStory &story)
{
    if (there != Standing::Unsought)
        return there;
    return story.isFromFile ? Standing::Stands : Standing::Protected;
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

    Result<> run(const QVector<AskedStory> &stories)
    {
        const QVector<Batch> batches = batchesOf(stories);
        qint64 asked = 0;
        for (const Batch &batch : batches) {
            if (m_progress.isCancelled())
                break;
            if (!m_givenUp.contains(batch.server)) {
                if (Result<> done = askAbout(batch); !done)
                    return done;
                asked += batch.stories.size();
            }
            m_progress.done += batch.stories.size();
        }
        m_report.unknown += stories.size() - asked;
        if (Result<> done = flush(); !done)
            return done;
        if (m_edited > 0)
            m_report.notes << Words::tr("%n stories of %1 had been edited there; here they read so now, too.",
                                        nullptr, int(m_edited))
                                  .arg(platformName(m_platform));
        return {};
    }

private:
    struct Batch
    {
        QString server;
        QVector<AskedStory> stories;
    };

    /// Each of one server, and all in an order that tells nobody what the collection is about and gives every
    /// server time to rest.
    [[nodiscard]] QVector<Batch> batchesOf(QVector<AskedStory> stories) const
    {
        std::shuffle(stories.begin(), stories.end(), *QRandomGenerator::system());
        QVector<Batch> batches;
        QHash<QString, qsizetype> open; // server -> place of its batch
        for (const AskedStory &story : std::as_const(stories)) {
            const QString server = m_question->serverOf({story.nativeId, story.authorId});
            const auto place = open.constFind(server);
            if (place != open.cend() && batches.at(*place).stories.size() < m_question->batchSize()) {
                batches[*place].stories.append(story);
            } else {
                open.insert(server, batches.size());
                batches.append({server, {story}});
            }
        }
        std::shuffle(batches.begin(), batches.end(), *QRandomGenerator::system());
        return batches;
    }

    Result<> askAbout(const Batch &batch)
    {
        QVector<AskedAbout> about;
        for (const AskedStory &story : batch.stories)
            about.append({story.nativeId, story.authorId});
        m_question->ask(about);
        while (auto request = m_question->next()) {
            auto outcome = m_network.client().ask(*request, m_progress);
            const auto *answer = std::get_if<HttpAnswer>(&outcome);
            const auto problem
                = answer ? m_question->take(*answer) : std::optional(problemOf(outcome, request->address));
            if (!problem)
                continue;
            note(*problem);
            m_givenUp.insert(batch.server); // nothing changes for its stories
            return takeStandings(batch.stories, batch.server);
        }
        if (const auto ending = m_question->ending())
            note(*ending);
        return takeStandings(batch.stories, batch.server);
    }

    void note(const PageProblem &problem)
    {
        if (!m_report.notes.contains(problem.message))
            m_report.notes << problem.message;
    }

    static PageProblem problemOf(const PoliteClient::Outcome &outcome, const QUrl &asked)
    {
        const auto *alone = std::get_if<LeftAlone>(&outcome);
        return {FetchOutcome::Waiting, alone ? sentenceOf(*alone, asked) : std::get<HttpFailure>(outcome).message};
    }

    Result<> takeStandings(const QVector<AskedStory> &batch, const QString &server)
    {
        const QVector<Standing> standings = m_question->standings();
        QSet<QString> fetched; // of those that stand
        QSet<QString> given;   // likewise, in a file
        for (qsizetype i = 0; i < batch.size(); ++i) {
            const AskedStory &story = batch.at(i);
            const Standing standing = standingHere(standings.value(i, Standing::Unknown), story);
            count(standing, story.isHidden);
            if (standing == Standing::Stands)
                (story.isFromFile ? given : fetched).insert(story.nativeId);
            if (standing == Standing::Stands && story.isHidden)
                m_visibleAgain.append(story.id);
            const QString reason = reasonOf(standing);
            if (!reason.isEmpty() && (standing == Standing::Deleted || !story.isHidden))
                m_records.push_back({0, {}, Withdrawal{m_platform, story.nativeId, reason}});
        }
        const QVector<FetchedPage> pages = m_question->shown();
        for (const FetchedPage &page : pages) {
            takeShown(page, fetched, {.format = page.format, .isFetched = true, .server = server});
            takeShown(page, given, {.format = page.format, .server = server});
        }
        return m_records.size() < flushedAt ? Result<>() : flush();
    }

    /// What it asked about, as it is there now, may have been edited. Wishes of those whom it quotes bind what was
    /// fetched, as they did when it came.
    void takeShown(const FetchedPage &page, const QSet<QString> &asked, const ReaderOptions &options)
    {
        if (asked.isEmpty())
            return;
        auto reader = formatOf(page.format)->make(openBytes(page.bytes), platformName(m_platform), options);
        while (reader) {
            auto record = reader.value()->next();
            if (!record || !record->has_value())
                return;
            const auto *story = std::get_if<Story>(&(*record)->content);
            if (story && asked.contains(story->nativeId))
                m_records.push_back(std::move(**record));
        }
    }

    /// Taking words out of the file is dear, so many stories go at once.
    Result<> flush()
    {
        if (m_records.empty() && m_visibleAgain.isEmpty())
            return {};
        const auto edited = m_sink.take(std::exchange(m_records, {}), std::exchange(m_visibleAgain, {}));
        if (edited)
            m_edited += edited.value();
        return edited ? Result<>() : Result<>(edited.error());
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
    std::vector<Record> m_records; ///< withdrawals, and stories as they are now: not in the collection yet
    QVector<StoryId> m_visibleAgain;
    qint64 m_edited = 0;
    QSet<QString> m_givenUp; ///< servers that are asked no more
};

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
        auto question = questionFor(platform, stories->size(), subscriptions, secrets, network, progress);
        if (!question) {
            report.unknown += stories->size();
            report.unaskable += stories->size();
            report.notes << question.error().message;
            continue;
        }
        progress.total = std::max<qint64>(progress.total, 0) + stories->size();
        if (const Result<> done
            = Recheck(platform, std::move(question).value(), network, sink, progress, report).run(*stories);
            !done)
            return done.error();
    }
    return report;
}

} // namespace tidemark
