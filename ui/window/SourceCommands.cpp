#include "window/SourceCommands.h"

#include "collection/SavedCopies.h"
#include "collection/SubscriptionRules.h"
#include "dialogs/ForeignText.h"
#include "dialogs/Question.h"
#include "dialogs/SourcesDialog.h"
#include "jobs/JobBar.h"
#include "model/TimeText.h"
#include "window/WindowActions.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>

#include <memory>
#include <utility>

using namespace std::chrono_literals;

namespace tidemark {

namespace {

constexpr qsizetype mostTold = 5; ///< sources at once

/// Of one that didn't fail.
QString outcomeOf(const SourceFetch &fetch, const QString &at)
{
    const QString name = isolated(fetch.name);
    const int added = int(fetch.counts.added + fetch.counts.originals);
    const int changed = int(fetch.counts.updated);
    const int setAside = int(fetch.counts.rejected);
    QStringList said;
    if (added > 0)
        said << SourceCommands::tr("%1: %n new stories (%2).", nullptr, added).arg(name, at);
    else if (changed > 0)
        said << SourceCommands::tr("%1: nothing new, %n changed (%2).", nullptr, changed).arg(name, at);
    else if (fetch.message.isEmpty())
        said << SourceCommands::tr("%1: nothing new (%2).").arg(name, at);
    if (!fetch.message.isEmpty())
        said << (said.isEmpty() ? SourceCommands::tr("%1: %2").arg(name, fetch.message) : fetch.message);
    if (setAside > 0)
        said << SourceCommands::tr("%n records were set aside.", nullptr, setAside);
    return said.join(u' ');
}

} // namespace

SourceCommands::SourceCommands(Collection *collection, WindowActions *actions, JobBar *jobs, QWidget *window)
    : QObject(window), m_collection(collection), m_jobs(jobs), m_window(window)
{
    connect(actions->sources, &QAction::triggered, this, &SourceCommands::showSources);
    connect(actions->fetchAll, &QAction::triggered, this, [this] { fetch({}); });
    connect(actions->recheck, &QAction::triggered, this, &SourceCommands::recheck);
    connect(&m_clock, &QTimer::timeout, this, &SourceCommands::fetchDue);
    const auto runClock = [this] {
        const CollectionFacts facts = m_collection->facts();
        const bool hasSchedule = std::any_of(
            facts.subscriptions.cbegin(), facts.subscriptions.cend(),
            [](const SubscriptionFacts &each) { return dueAt(each.subscription, each.state).has_value(); });
        if (hasSchedule && !facts.readOnly && !m_clock.isActive())
            m_clock.start(1min);
        else if (!hasSchedule)
            m_clock.stop();
    };
    connect(collection, &Collection::changed, this, runClock);
    runClock();
}

void SourceCommands::showSources()
{
    auto *dialog = new SourcesDialog(m_collection, m_window);
    m_sources = dialog;
    connect(dialog, &SourcesDialog::added, this, &SourceCommands::add);
    connect(dialog, &SourcesDialog::listed, this, &SourceCommands::addListed);
    connect(dialog, &SourcesDialog::edited, this, &SourceCommands::edit);
    connect(dialog, &SourcesDialog::removed, this, [this](const Subscription &subscription, bool withStories) {
        const bool leavesSecret = isLastWithItsSecret(subscription, m_collection->facts());
        m_jobs->run(tr("Removing %1").arg(isolated(subscription.name)),
                    m_collection->removeSubscription(subscription.number, withStories), this,
                    [this, leavesSecret, subscription](qint64) {
                        m_jobs->dismissFailures(titleOf(subscription.name));
                        if (leavesSecret)
                            m_jobs->run(tr("Forgetting the token"), m_collection->keepSecret(subscription, {}));
                    });
    });
    connect(dialog, &SourcesDialog::fetchWished, this, &SourceCommands::fetch);
    for (const RunningFetch &each : std::as_const(m_running))
        dialog->showFetch(each.title, each.job);
    dialog->open();
}

/// A box over another one would leave the keyboard with that.
QWidget *SourceCommands::front() const
{
    return m_sources ? static_cast<QWidget *>(m_sources.data()) : m_window;
}

void SourceCommands::add(const Subscription &subscription, const QString &secret)
{
    m_jobs->run(tr("Adding %1").arg(isolated(subscription.name)), m_collection->addSubscription(subscription));
    keepSecret(subscription, secret);
}

/// What can't be added stays in sight as a failure of its own.
void SourceCommands::addListed(const ListedSubscriptions &listed)
{
    struct Outcome
    {
        qsizetype waiting = 0;
        qint64 added = 0;
    };
    const auto outcome = std::make_shared<Outcome>();
    outcome->waiting = listed.subscriptions.size();
    const auto tell = [this, outcome, listed] {
        if (outcome->waiting == 0)
            inform(front(), whatWasAdded(outcome->added, listed).join(u'\n'));
    };
    for (const Subscription &subscription : listed.subscriptions) {
        const Job<qint64> job = m_collection->addSubscription(subscription);
        m_jobs->run(tr("Adding %1").arg(isolated(subscription.name)), job);
        whenDone(job.answer, this, [outcome, tell](const Result<qint64> &added) {
            outcome->added += added ? 1 : 0;
            --outcome->waiting;
            tell();
        });
    }
    if (listed.subscriptions.isEmpty())
        tell();
}

/// What went wrong with it as it was says nothing of it as it is.
void SourceCommands::edit(const Subscription &subscription, const QString &secret)
{
    const CollectionFacts facts = m_collection->facts();
    for (const SubscriptionFacts &each : facts.subscriptions) {
        Subscription before = each.subscription;
        before.paused = subscription.paused;
        if (before.number == subscription.number && before != subscription)
            m_jobs->dismissFailures(titleOf(each.subscription.name));
    }
    m_jobs->run(tr("Changing %1").arg(isolated(subscription.name)), m_collection->changeSubscription(subscription));
    keepSecret(subscription, secret);
}

void SourceCommands::keepSecret(const Subscription &subscription, const QString &secret)
{
    if (secret.isEmpty())
        return;
    m_jobs->run(
        tr("Keeping the token"), m_collection->keepSecret(subscription, secret), this, [this](SecretKept kept) {
            if (kept == SecretKept::ForThisSession)
                inform(front(),
                       tr("This system has no keyring, so the token is kept only until Tidemark is closed."));
        });
}

void SourceCommands::fetch(const QVector<qint64> &subscriptions)
{
    if (m_collection->facts().subscriptions.isEmpty()) {
        showSources();
        return;
    }
    FetchQuestion question;
    question.subscriptions = subscriptions;
    const QStringList costs = costsOfFetch(question, m_collection->facts());
    const auto start = [this, question] { startFetch(question, tr("Fetching")); };
    if (costs.isEmpty())
        start();
    else
        ask(front(), costs.join(u'\n'), tr("Fetch"), start);
}

void SourceCommands::startFetch(const FetchQuestion &question, const QString &title)
{
    const RunningFetch fetch{title, m_collection->fetch(question)};
    m_running.append(fetch);
    whenDone(fetch.job.answer, this, [this](const auto &) {
        m_running.removeIf([](const RunningFetch &each) { return each.job.answer.isFinished(); });
    });
    m_jobs->run(title, fetch.job, this,
                [this, bySchedule = question.bySchedule,
                 progress = fetch.job.progress](const QVector<SourceFetch> &fetches) {
                    tell(fetches);
                    if (!bySchedule && !progress->isCancelled())
                        tellOutcome(fetches);
                });
    if (m_sources)
        m_sources->showFetch(title, fetch.job);
}

/// Nobody is asked first; so what it may cost is said while it runs.
void SourceCommands::fetchDue()
{
    const Instant now = QDateTime::currentMSecsSinceEpoch();
    FetchQuestion question;
    question.bySchedule = true;
    const CollectionFacts facts = m_collection->facts();
    for (const SubscriptionFacts &each : facts.subscriptions) {
        const auto at = dueAt(each.subscription, each.state);
        if (at && *at <= now)
            question.subscriptions.append(each.subscription.number);
    }
    if (question.subscriptions.isEmpty() || !m_running.isEmpty())
        return;
    const QStringList costs = costsOfFetch(question, facts);
    startFetch(question, costs.isEmpty() ? tr("Fetching") : tr("Fetching by schedule: %1").arg(costs.join(u' ')));
}

QString SourceCommands::titleOf(const QString &source)
{
    return tr("Fetching %1").arg(isolated(source));
}

/// What failed has a line of its own.
void SourceCommands::tellOutcome(const QVector<SourceFetch> &fetches)
{
    const QString at = timeText(QDateTime::currentMSecsSinceEpoch(), m_collection->facts().zone);
    QStringList outcomes;
    for (const SourceFetch &fetch : fetches) {
        if (fetch.outcome != FetchOutcome::Failed && fetch.outcome != FetchOutcome::Gone)
            outcomes << outcomeOf(fetch, at);
    }
    const int others = int(std::max<qsizetype>(outcomes.size() - mostTold, 0));
    if (others > 0)
        outcomes = outcomes.mid(0, mostTold) << tr("And %n other sources.", nullptr, others);
    if (outcomes.isEmpty())
        return;
    if (m_sources)
        m_sources->tell(outcomes.join(u'\n'));
    else
        m_jobs->tell(outcomes.join(u'\n'));
}

/// What went well shows in the list; being offline, or asked for patience, is no failure.
void SourceCommands::tell(const QVector<SourceFetch> &fetches)
{
    for (const SourceFetch &fetch : fetches) {
        if (fetch.outcome == FetchOutcome::Failed || fetch.outcome == FetchOutcome::Gone)
            m_jobs->showFailure(titleOf(fetch.name), tr("%1: %2").arg(isolated(fetch.name), fetch.message));
        else if (fetch.outcome != FetchOutcome::Never) // that one wasn't asked
            m_jobs->dismissFailures(titleOf(fetch.name));
    }
}

void SourceCommands::recheck()
{
    m_jobs->run(tr("Asking whether the stories still stand"), m_collection->costsOfRecheck(), this,
                [this](const QStringList &costs) {
                    if (costs.isEmpty())
                        startRecheck();
                    else
                        ask(front(), costs.join(u'\n'), tr("Ask"), [this] { startRecheck(); });
                });
}

void SourceCommands::startRecheck()
{
    m_jobs->run(tr("Asking whether the stories still stand"), m_collection->recheck({}), this,
                [this](const RecheckReport &report) {
                    m_jobs->run(tr("Looking for saved copies"), findWhereWordsAreStill(m_collection->facts()), this,
                                [this, report](const QString &where) { tell(report, where); });
                });
}

void SourceCommands::tell(const RecheckReport &report, const QString &whereWordsAre)
{
    const QLocale locale;
    QStringList said{tr("%1 stories still stand where they were shared.").arg(locale.toString(report.standing))};
    if (report.deleted > 0) {
        said << tr("Deleted there and gone here: %1.").arg(locale.toString(report.deleted)) + u' ' + whereWordsAre;
    }
    if (report.hidden > 0)
        said << tr("Out of sight there, hidden here and gone in seven days: %1.")
                    .arg(locale.toString(report.hidden));
    if (report.visibleAgain > 0)
        said << tr("Hidden until now, and seen again: %1.").arg(locale.toString(report.visibleAgain));
    if (report.unknown > 0)
        said << tr("Nobody said anything of %1; they stay as they are.").arg(locale.toString(report.unknown));
    inform(front(), said.join(u'\n'), report.notes);
}

} // namespace tidemark
