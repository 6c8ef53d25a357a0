#include "collection/StandingDoors.h"

#include "collection/SubscriptionRules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

/// One for each server, with the first token that any source there has.
template<typename SecretOf>
QVector<MastodonDoor> doorsOf(const QVector<StoredSubscription> &subscriptions, const SecretOf &secretOf)
{
    QVector<MastodonDoor> doors;
    for (const StoredSubscription &stored : subscriptions) {
        const Subscription &subscription = stored.subscription;
        if (subscription.service != Service::Mastodon)
            continue;
        const auto known = std::find_if(doors.begin(), doors.end(), [&](const MastodonDoor &each) {
            return originOf(each.server) == originOf(subscription.address);
        });
        if (known == doors.end())
            doors.append({subscription.address, secretOf(subscription)});
        else if (known->token.text.isEmpty())
            known->token = secretOf(subscription);
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
        return mastodonStanding(doorsOf(subscriptions, secretOf));
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
