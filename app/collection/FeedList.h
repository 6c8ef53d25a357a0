#pragma once

#include "collection/CollectionFacts.h"
#include "source/Opml.h"

namespace tidemark {

/// What a list of feeds asks for.
struct ListedSubscriptions
{
    QVector<Subscription> subscriptions;
    QStringList notes;   ///< sentences on how many feeds were left out, which, and why
    qsizetype named = 0; ///< how many feeds the list names
};

/// The subscriptions to the feeds of a list: without those whose address is subscribed to already, those that
/// can't be fetched, and those that only somebody who types them may mean (see fetch/Addresses). A name that is
/// taken gets a number, and so does one that a removed subscription left.
ListedSubscriptions subscriptionsTo(const QVector<ListedFeed> &feeds, const CollectionFacts &facts);

/// What became of a list, in sentences: how many of its feeds were added, and the notes.
QStringList whatWasAdded(qint64 added, const ListedSubscriptions &listed);

/// The feeds that a collection subscribes to, as a list: where they are by now.
QVector<ListedFeed> subscribedFeeds(const CollectionFacts &facts);

} // namespace tidemark
