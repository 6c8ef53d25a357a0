#include "collection/CollectionPrivate.h"
#include "collection/SubscriptionRules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QScopeGuard>

namespace tidemark {

namespace {

/// Nobody agreed to what it costs: it may read what the month's budget leaves.
StoredSubscription withinMonth(StoredSubscription stored)
{
    if (costsMoney(stored.subscription.service))
        stored.subscription.budget
            = scheduledBudget(stored.subscription, stored.state, QDateTime::currentMSecsSinceEpoch());
    return stored;
}

} // namespace

FetchSink Collection::Private::fetchSink()
{
    FetchSink sink;
    sink.take = [this](const StoredSubscription &stored, const FetchedPage &page) {
        return afterWriter<ImportReport>([stored, page](CollectionWriter &of, Progress &progress) {
            return of.importPage(stored, page, progress);
        });
    };
    sink.pay = [this](qint64 number, int posts) {
        return afterWriter<Done>([number, posts](CollectionWriter &of, Progress &) {
            return of.set([number, posts](StoreWriter &to) { return to.notePaid(number, posts); },
                          {.settings = true});
        });
    };
    sink.finish = [this](qint64 run) {
        return afterWriter<Done>([run](CollectionWriter &of, Progress &) { return of.finishPages(run); });
    };
    sink.note = [this](qint64 number, const SubscriptionState &outcome) {
        return afterWriter<Done>([number, outcome](CollectionWriter &of, Progress &) {
            return of.set([number, outcome](StoreWriter &to) { return to.noteOutcome(number, outcome); },
                          {.settings = true});
        });
    };
    return sink;
}

RecheckSink Collection::Private::recheckSink()
{
    RecheckSink sink;
    sink.stories = [this](Platform platform) {
        using Stories = QVector<AskedStory>;
        return readers
            ->ask<Stories>([platform](StoreReader &reader, Progress &) { return reader.askedStories(platform); })
            .answer.result();
    };
    sink.take = [this](std::vector<Record> records, const QVector<StoryId> &visibleAgain) {
        return afterWriter<qint64>(
            [records = std::move(records), visibleAgain](CollectionWriter &of, Progress &progress) {
                return of.importStandings(records, visibleAgain, progress);
            });
    };
    return sink;
}

Job<QVector<SourceFetch>> Collection::fetch(const FetchQuestion &question)
{
    using Fetches = QVector<SourceFetch>;
    return d->onNetwork().ask<Fetches>(
        [question, d = d.get()](Network &network, Progress &progress) -> Result<Fetches> {
            const auto subscriptions = d->subscriptions();
            if (!subscriptions)
                return subscriptions.error();
            const auto forget = qScopeGuard([&network] { network.sessions().clear(); });
            Fetches fetches;
            for (const StoredSubscription &each : *subscriptions) {
                const StoredSubscription stored = question.bySchedule ? withinMonth(each) : each;
                const Subscription &subscription = stored.subscription;
                if (!question.isAbout(subscription, stored.state))
                    continue;
                if (progress.isCancelled()) {
                    SourceFetch leftOut;
                    leftOut.subscription = subscription.number;
                    leftOut.name = subscription.name;
                    leftOut.message = QCoreApplication::translate("Fetch", "Stopped before it was asked.");
                    fetches.append(leftOut);
                    continue;
                }
                const bool needsSecret = subscription.service != Service::Feed;
                const Secret secret = question.secrets.contains(subscription.number)
                    ? Secret{question.secrets.value(subscription.number)}
                    : needsSecret ? network.keyring().read(Keyring::keyOf(subscription), progress)
                                  : Secret{};
                fetches.append(fetchSource(stored, secret, question.since, network, d->fetchSink(), progress));
            }
            d->keepIndexIfWorthIt();
            d->tidyUpLater();
            return fetches;
        });
}

Job<QStringList> Collection::costsOfRecheck()
{
    return d->readers->ask<QStringList>([facts = facts()](StoreReader &reader, Progress &) -> Result<QStringList> {
        if (!canAsk(Service::X, facts))
            return QStringList();
        const auto stories = reader.countAskedStories(Platform::Twitter);
        if (!stories)
            return stories.error();
        return stories.value() > 0 ? QStringList(costOfRecheck(stories.value())) : QStringList();
    });
}

Job<RecheckReport> Collection::recheck(const QHash<qint64, QString> &secrets)
{
    return d->onNetwork().ask<RecheckReport>(
        [secrets, d = d.get()](Network &network, Progress &progress) -> Result<RecheckReport> {
            const auto subscriptions = d->subscriptions();
            if (!subscriptions)
                return subscriptions.error();
            const auto forget = qScopeGuard([&network] { network.sessions().clear(); });
            const auto purged = d->purge ? d->purge->result() : Result<qint64>(0); // else they are asked about, too
            auto report = recheckStories(*subscriptions, secrets, network, d->recheckSink(), progress);
            if (const int gone = purged ? static_cast<int>(*purged) : 0; report && gone > 0) {
                report->notes.prepend(QCoreApplication::translate(
                    "Fetch", "%n stories had been out of sight for seven days, and are gone.", nullptr, gone));
            }
            d->keepIndexIfWorthIt();
            d->tidyUpLater();
            return report;
        });
}

Job<qint64> Collection::addSubscription(const Subscription &subscription)
{
    return d->writer->ask<qint64>([subscription](CollectionWriter &of, Progress &) -> Result<qint64> {
        qint64 number = 0;
        const Result<> added = of.set(
            [&](StoreWriter &store) -> Result<> {
                const auto stored = store.addSubscription(subscription);
                if (!stored)
                    return stored.error();
                number = stored.value();
                return {};
            },
            {.settings = true});
        return added ? Result<qint64>(number) : Result<qint64>(added.error());
    });
}

Job<Done> Collection::changeSubscription(const Subscription &subscription)
{
    return d->writer->ask<Done>([subscription](CollectionWriter &of, Progress &) {
        return of.set([subscription](StoreWriter &store) { return store.changeSubscription(subscription); },
                      {.stories = true, .settings = true});
    });
}

Job<qint64> Collection::removeSubscription(qint64 number, bool withStories)
{
    return d->takeOut([number, withStories](StoreWriter &writer, Progress &progress) {
        return writer.removeSubscription(number, withStories, progress);
    });
}

Job<SecretKept> Collection::keepSecret(const Subscription &subscription, const QString &secret)
{
    return d->onNetwork().ask<SecretKept>(
        [subscription, secret](Network &network, Progress &progress) -> Result<SecretKept> {
            const QString key = Keyring::keyOf(subscription);
            if (secret.isEmpty()) {
                network.keyring().remove(key, progress);
                return SecretKept::InKeyring;
            }
            const auto kept = network.keyring().write(key, {secret}, progress);
            return kept == Keyring::Kept::InKeyring ? SecretKept::InKeyring : SecretKept::ForThisSession;
        });
}

} // namespace tidemark
