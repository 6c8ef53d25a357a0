#include "collection/Fetching.h"

#include "collection/SubscriptionRules.h"
#include "text/LocalDates.h"

#include <QCoreApplication>
#include <QDateTime>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int mostPages = 1000; ///< of one run

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

/// How a fetch ends without an answer.
SubscriptionState endWithout(const PoliteClient::Outcome &outcome, const QUrl &asked)
{
    SubscriptionState state;
    if (const auto *alone = std::get_if<LeftAlone>(&outcome)) {
        state.outcome = FetchOutcome::Waiting;
        state.notBefore = alone->until;
        state.message = sentenceOf(*alone, asked);
        return state;
    }
    const auto &failure = std::get<HttpFailure>(outcome);
    state.message = failure.message;
    switch (failure.kind) {
    case HttpFailure::Kind::Offline:
        state.outcome = FetchOutcome::Offline;
        break;
    case HttpFailure::Kind::Cancelled:
        state.outcome = FetchOutcome::Partly;
        break;
    default:
        state.outcome = FetchOutcome::Failed;
    }
    return state;
}

SubscriptionState problem(FetchOutcome outcome, const QString &message)
{
    SubscriptionState state;
    state.outcome = outcome;
    state.message = message;
    return state;
}

QString consequenceOf(FetchOutcome outcome)
{
    return outcome == FetchOutcome::Gone ? u' '
            + Words::tr("This source is asked again only when you fetch it by itself, or change what it asks for.")
                                         : QString();
}

/// One fetch of one subscription from its first page to its last.
class Fetch
{
public:
    Fetch(const StoredSubscription &stored, Network &network, const FetchSink &sink, Progress &progress)
        : m_stored(stored), m_network(network), m_sink(sink), m_progress(progress)
    {
        m_report.subscription = stored.subscription.number;
        m_report.name = stored.subscription.name;
    }

    SourceFetch run(const Secret &secret, std::optional<Instant> since)
    {
        SubscriptionState end;
        // Where nothing can be written, what comes would be lost, and by schedule asked and paid for again.
        if (const Result<> noted = noteBegun(); noted)
            end = readPages(secret, since);
        else
            end = problem(FetchOutcome::Failed, noted.error().message);
        if (m_report.run != 0) {
            if (const Result<> finished = m_sink.finish(m_report.run); !finished)
                end = problem(FetchOutcome::Failed, finished.error().message);
        }
        end.askedAt = QDateTime::currentMSecsSinceEpoch();
        if (m_rest && !end.notBefore)
            end.notBefore = *end.askedAt + m_rest->count();
        if (const Result<> noted = m_sink.note(m_stored.subscription.number, end); !noted)
            end = problem(FetchOutcome::Failed, noted.error().message);
        m_report.outcome = end.outcome;
        m_report.message = end.message;
        m_report.notBefore = end.notBefore;
        return std::move(m_report);
    }

private:
    /// As a fetch that was stopped: it stays so if the program ends now.
    Result<> noteBegun()
    {
        SubscriptionState begun = m_stored.state;
        begun.outcome = FetchOutcome::Partly;
        begun.message.clear();
        begun.askedAt = QDateTime::currentMSecsSinceEpoch();
        return m_sink.note(m_stored.subscription.number, begun);
    }

    SubscriptionState readPages(const Secret &secret, std::optional<Instant> since)
    {
        if (secret.text.isEmpty() && needsSecret(m_stored.subscription))
            return problem(FetchOutcome::Failed, lackOfSecret(m_stored.subscription));
        const auto source
            = makePageSource(m_stored.subscription, m_stored.state.place, secret, m_network.sessions(), since);
        for (int pages = 0;; ++pages) {
            const auto request = source->next();
            if (!request) {
                const auto ending = source->ending();
                return ending ? problem(ending->outcome, ending->message) : problem(FetchOutcome::Done, {});
            }
            if (pages == mostPages)
                return problem(FetchOutcome::Partly,
                               Words::tr("%1 has more than one run takes. Fetch again to go on.")
                                   .arg(namedHost(m_stored.subscription.address)));
            const auto outcome = m_network.client().ask(*request, m_progress);
            const auto *answer = std::get_if<HttpAnswer>(&outcome);
            if (!answer) {
                payForLost(outcome, source->mostPaid());
                return endWithout(outcome, request->address);
            }
            if (isOfAnotherPage(*request, *answer))
                return problem(FetchOutcome::Failed,
                               Words::tr("%1 sends to another page than the one that was asked for, so nothing of "
                                         "it was taken.")
                                   .arg(namedHost(request->address)));
            auto page = source->take(*answer);
            if (const auto *trouble = std::get_if<PageProblem>(&page))
                return problem(trouble->outcome, trouble->message + consequenceOf(trouble->outcome));
            if (auto taken = takePage(std::get<FetchedPage>(page), answer->address); !taken)
                return problem(FetchOutcome::Failed, taken.error().message);
        }
    }

    /// What was on its way when it was cut off may have been counted there.
    void payForLost(const PoliteClient::Outcome &outcome, int posts)
    {
        const auto *failure = std::get_if<HttpFailure>(&outcome);
        if (failure && failure->wasSent && posts > 0)
            (void)m_sink.pay(m_stored.subscription.number, posts); // the fetch has failed already
    }

    /// Redirected to another part of a timeline: what lies between would be taken for read.
    [[nodiscard]] bool isOfAnotherPage(const HttpRequest &request, const HttpAnswer &answer) const
    {
        return m_stored.subscription.service != Service::Feed && answer.status == 200
            && request.address.query(QUrl::FullyEncoded) != answer.address.query(QUrl::FullyEncoded);
    }

    Result<> takePage(const FetchedPage &page, const QUrl &address)
    {
        if (page.bytes.isEmpty() && page.place.isEmpty())
            return {};
        auto taken = m_sink.take(m_stored, page);
        if (!taken && taken.error().kind == Error::Kind::NotFound)
            return taken.error();
        if (!taken)
            return Error{taken.error().kind,
                         Words::tr("%1 sent a page that can't be read, so nothing of it was taken. %2")
                             .arg(namedHost(address), taken.error().message)};
        m_rest = page.rest;
        ++m_report.pages;
        m_report.counts += taken->counts;
        if (taken->run != 0)
            m_report.run = taken->run;
        for (auto it = taken->skippedBy.cbegin(); it != taken->skippedBy.cend(); ++it)
            m_report.skippedBy[it.key()] += it.value();
        m_progress.items += taken->counts.read;
        return {};
    }

    const StoredSubscription &m_stored;
    Network &m_network;
    const FetchSink &m_sink;
    Progress &m_progress;
    SourceFetch m_report;
    std::optional<Milliseconds> m_rest; ///< that the source asks for between visits on a schedule
};

} // namespace

QString sentenceOf(const LeftAlone &alone, const QUrl &asked)
{
    if (!alone.reason.isEmpty())
        return alone.reason;
    const QString until = localMinute(QDateTime::fromMSecsSinceEpoch(alone.until));
    return Words::tr("%1 asks to be left alone until %2.").arg(namedHost(asked), until);
}

SourceFetch fetchSource(const StoredSubscription &stored, const Secret &secret, std::optional<Instant> since,
                        Network &network, const FetchSink &sink, Progress &progress)
{
    const auto notBefore = stored.state.notBefore;
    const bool isBusy = stored.state.outcome == FetchOutcome::Waiting;
    if (isBusy && notBefore && *notBefore > QDateTime::currentMSecsSinceEpoch()) {
        SourceFetch report;
        report.subscription = stored.subscription.number;
        report.name = stored.subscription.name;
        report.outcome = FetchOutcome::Waiting;
        report.notBefore = notBefore;
        report.message = sentenceOf({*notBefore}, stored.subscription.address);
        return report;
    }
    return Fetch(stored, network, sink, progress).run(secret, since);
}

} // namespace tidemark
