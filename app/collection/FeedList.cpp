#include "collection/FeedList.h"

#include "collection/SubscriptionNames.h"
#include "collection/SubscriptionRules.h"
#include "fetch/Addresses.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FeedList)
};

constexpr qsizetype mostNamed = 8;

/// The feeds of a list that were left out.
struct LeftOut
{
    int known = 0;
    QStringList withSecret;
    QStringList unfit;
    QStringList unsafe;
};

/// An address without what in it may be secret.
QString shown(const QUrl &address)
{
    const auto parts = QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded;
    return address.toString(parts).left(100);
}

QString noteOnSecrets(int feeds)
{
    return Words::tr("%n feeds were left out because their addresses hold a name or password, which would be kept "
                     "where everybody can read it.",
                     nullptr, feeds);
}

QString noteOnUnfit(int feeds)
{
    return Words::tr("%n feeds were left out because they have no address of the web.", nullptr, feeds);
}

QString noteOnUnsafe(int feeds)
{
    return Words::tr("%n feeds were left out because their addresses are not https or lead into your own network. "
                     "If you mean them, add them one by one.",
                     nullptr, feeds);
}

QString naming(const QString &note, const QStringList &feeds)
{
    const QString names = feeds.mid(0, mostNamed).join(u", "_s);
    const int others = int(std::max<qsizetype>(feeds.size() - mostNamed, 0));
    return note + u' '
        + (others > 0 ? Words::tr("Namely: %1, and %n others.", nullptr, others).arg(names)
                      : Words::tr("Namely: %1.").arg(names));
}

QStringList notesOn(const LeftOut &left)
{
    QStringList notes;
    if (left.known > 0)
        notes << Words::tr("%n feeds were there already.", nullptr, left.known);
    for (const auto &[feeds, why] :
         {std::pair(&left.withSecret, &noteOnSecrets), std::pair(&left.unfit, &noteOnUnfit),
          std::pair(&left.unsafe, &noteOnUnsafe)}) {
        if (!feeds->isEmpty())
            notes << naming(why(int(feeds->size())), *feeds);
    }
    return notes;
}

/// Only who types such an address may mean it.
bool isUnsafe(const QUrl &address)
{
    return !address.host().isEmpty() && (address.scheme() == "http"_L1 || leadsIntoOwnNetwork(address));
}

/// Whether a feed of a list isn't taken; then it is noted.
bool isLeftOut(const Subscription &subscription, const QSet<QUrl> &known, LeftOut &left)
{
    if (known.contains(subscription.address))
        ++left.known;
    else if (holdsSecret(subscription.address))
        left.withSecret << shown(subscription.address);
    else if (isUnsafe(subscription.address))
        left.unsafe << shown(subscription.address);
    else if (lackOf(subscription))
        left.unfit << shown(subscription.address);
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
        known << each.subscription.address << addressNow(each);
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
    listed.named = feeds.size();
    return listed;
}

QStringList whatWasAdded(qint64 added, const ListedSubscriptions &listed)
{
    return QStringList{Words::tr("Added %1 of %2 feeds.").arg(added).arg(listed.named)} + listed.notes;
}

QVector<ListedFeed> subscribedFeeds(const CollectionFacts &facts)
{
    QVector<ListedFeed> feeds;
    for (const SubscriptionFacts &each : facts.subscriptions) {
        if (each.subscription.service == Service::Feed)
            feeds.append({each.subscription.name, addressNow(each), {}});
    }
    return feeds;
}

} // namespace tidemark
