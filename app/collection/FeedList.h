#pragma once

#include "collection/CollectionFacts.h"
#include "source/Opml.h"

namespace tidemark {

/// The subscriptions that a list of feeds asks for: without those whose address is subscribed to already and those
/// that can't be fetched. A name that is taken gets a number.
QVector<Subscription> subscriptionsTo(const QVector<ListedFeed> &feeds, const CollectionFacts &facts);

/// The feeds that a collection subscribes to, as a list.
QVector<ListedFeed> subscribedFeeds(const CollectionFacts &facts);

} // namespace tidemark
