#include "collection/FeedList.h"

#include "collection/SubscriptionRules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString freeName(const QString &wished, const QSet<QString> &taken)
{
    QString name = wished;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1 (%2)"_s.arg(wished).arg(number);
    return name;
}

} // namespace

QVector<Subscription> subscriptionsTo(const QVector<ListedFeed> &feeds, const CollectionFacts &facts)
{
    QSet<QUrl> known;
    QSet<QString> names;
    for (const SubscriptionFacts &each : facts.subscriptions) {
        known.insert(each.subscription.address);
        names.insert(each.subscription.name);
    }
    for (const SourceFacts &each : facts.sources)
        names.insert(each.name);
    QVector<Subscription> subscriptions;
    for (const ListedFeed &feed : feeds) {
        Subscription subscription;
        subscription.address = feed.address;
        if (known.contains(feed.address) || lackOf(subscription))
            continue;
        subscription.name = freeName(feed.title.isEmpty() ? nameFor(subscription) : feed.title, names);
        known.insert(feed.address);
        names.insert(subscription.name);
        subscriptions.append(subscription);
    }
    return subscriptions;
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
