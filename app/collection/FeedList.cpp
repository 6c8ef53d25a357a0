#include "collection/FeedList.h"

#include "collection/SubscriptionNames.h"
#include "collection/SubscriptionRules.h"
#include "fetch/Addresses.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FeedList)
};

/// How many feeds of a list were left out.
struct LeftOut
{
    int known = 0;
    int withSecret = 0;
    int unfit = 0;
    int unsafe = 0;
};

QStringList notesOn(const LeftOut &left)
{
    QStringList notes;
    if (left.known > 0)
        notes << Words::tr("%n feeds were there already.", nullptr, left.known);
    if (left.withSecret > 0)
        notes << Words::tr("%n feeds were left out because their addresses hold a name or password, which would be "
                           "kept where everybody can read it.",
                           nullptr, left.withSecret);
    if (left.unfit > 0)
        notes << Words::tr("%n feeds were left out because they have no address of the web.", nullptr, left.unfit);
    if (left.unsafe > 0)
        notes << Words::tr("%n feeds were left out because their addresses are not https or lead into your own "
                           "network. If you mean them, add them one by one.",
                           nullptr, left.unsafe);
    return notes;
}

/// Only who types such an address may mean it.
bool isUnsafe(const QUrl &address)
{
    return !address.host().isEmpty() && (address.scheme() == "http"_L1 || leadsIntoOwnNetwork(address));
}

/// Whether a feed of a list isn't taken; then it is counted.
bool isLeftOut(const Subscription &subscription, const QSet<QUrl> &known, LeftOut &left)
{
    if (known.contains(subscription.address))
        ++left.known;
    else if (holdsSecret(subscription.address))
        ++left.withSecret;
    else if (isUnsafe(subscription.address))
        ++left.unsafe;
    else if (lackOf(subscription))
        ++left.unfit;
    else
        return false;
    return true;
}

} // namespace

ListedSubscriptions subscriptionsTo(const QVector<ListedFeed> &feeds, const CollectionFacts &facts)
{
    QSet<QUrl> known;
    QSet<QString> names = usedNames(facts);
    for (const SubscriptionFacts &each : facts.subscriptions)
        known.insert(each.subscription.address);
    ListedSubscriptions listed;
    LeftOut left;
    for (const ListedFeed &feed : feeds) {
        Subscription subscription;
        subscription.address = feed.address;
        if (isLeftOut(subscription, known, left))
            continue;
        subscription.name = freeName(feed.title.isEmpty() ? nameFor(subscription) : feed.title, names);
        known.insert(feed.address);
        names.insert(subscription.name);
        listed.subscriptions.append(subscription);
    }
    listed.notes = notesOn(left);
    return listed;
}

QVector<ListedFeed> subscribedFeeds(const CollectionFacts &facts)
{
    QVector<ListedFeed> feeds;
    for (const SubscriptionFacts &each : facts.subscriptions) {
        if (each.subscription.service == Service::Feed)
            feeds.append({each.subscription.name, each.subscription.address, {}});
    }
    return feeds;
}

} // namespace tidemark
