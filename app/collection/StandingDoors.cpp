#include "collection/StandingDoors.h"

#include "collection/SubscriptionRules.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

bool isAtServer(const Subscription &subscription, const QUrl &server)
{
    return subscription.service == Service::Mastodon && originOf(subscription.address) == originOf(server);
}

/// The first token that was given for any source at a server; absent: the keyring is to be asked.
std::optional<QString> givenFor(const QUrl &server, const QVector<StoredSubscription> &subscriptions,
                                const QHash<qint64, QString> &secrets)
{
    std::optional<QString> given;
    for (const StoredSubscription &stored : subscriptions) {
        const Subscription &subscription = stored.subscription;
        if (isAtServer(subscription, server) && secrets.contains(subscription.number)
            && given.value_or(QString()).isEmpty())
            given = secrets.value(subscription.number);
    }
    return given;
}

/// One for each server: its sources share what is in the keyring.
QVector<MastodonDoor> doorsOf(const QVector<StoredSubscription> &subscriptions,
                              const QHash<qint64, QString> &secrets, const Keyring &keyring,
                              const Progress &progress)
{
    QVector<MastodonDoor> doors;
    for (const StoredSubscription &stored : subscriptions) {
        const Subscription &subscription = stored.subscription;
        const bool isKnown = std::any_of(doors.cbegin(), doors.cend(), [&](const MastodonDoor &each) {
            return isAtServer(subscription, each.server);
        });
        if (subscription.service != Service::Mastodon || isKnown)
            continue;
        const auto token
            = [given = givenFor(subscription.address, subscriptions, secrets), key = Keyring::keyOf(subscription),
               &keyring, &progress] { return given ? Secret{*given} : keyring.read(key, progress); };
        doors.append({subscription.address, token});
    }
    return doors;
}

} // namespace

Result<std::unique_ptr<StandingQuestion>> questionFor(Platform platform, qsizetype stories,
                                                      const QVector<StoredSubscription> &subscriptions,
                                                      const QHash<qint64, QString> &secrets, Network &network,
                                                      const Progress &progress)
{
    const Service service = platform == Platform::Mastodon ? Service::Mastodon
        : platform == Platform::Bluesky                    ? Service::Bluesky
                                                           : Service::X;
    const auto secretOf = [&](const Subscription &of) {
        return secrets.contains(of.number) ? Secret{secrets.value(of.number)}
                                           : network.keyring().read(Keyring::keyOf(of), progress);
    };
    if (service == Service::Mastodon)
        return mastodonStanding(doorsOf(subscriptions, secrets, network.keyring(), progress));
    const auto first = std::find_if(subscriptions.cbegin(), subscriptions.cend(), [service](const auto &stored) {
        return stored.subscription.service == service;
    });
    if (first == subscriptions.cend())
        return Error{Error::Kind::Usage,
                     Words::tr("%n stories of %1 were not asked about: add a source of %1 first, through which "
                               "it can be asked.",
                               nullptr, int(stories))
                         .arg(platformName(platform))};
    const Subscription &door = first->subscription;
    const Secret secret = secretOf(door);
    if (secret.text.isEmpty())
        return Error{Error::Kind::Usage, lackOfSecret(door)};
    return service == Service::Bluesky ? blueskyStanding(door, network.sessions().sessionFor(door, secret))
                                       : xStanding(door, secret);
}

} // namespace tidemark
