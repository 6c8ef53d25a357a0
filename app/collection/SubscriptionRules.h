#pragma once

#include "collection/CollectionFacts.h"
#include "collection/FetchReport.h"
#include "story/Subscription.h"

#include <QStringList>

#include <optional>

namespace tidemark {

/// An address as people type it: without a scheme it is meant to be https. What is none, a bare word for one, comes
/// back without a host.
QUrl typedAddress(const QString &text);

/// Hashtags as people type them: with or without #, separated by commas or blanks; both may be wide, as in
/// Japanese.
QStringList typedTags(const QString &text);

/// Whether an address holds a name or password, which would be readable wherever addresses are kept and shown.
bool holdsSecret(const QUrl &address);

/// As the user typed it, or where that has moved to for good.
QUrl addressNow(const SubscriptionFacts &facts);
/// What is to be said of how it stands, in sentences; empty: nothing.
QStringList remarksOn(const SubscriptionFacts &facts);

/// What a subscription lacks to be fetched, as a sentence; nothing: it can be.
std::optional<QString> lackOf(const Subscription &subscription);

/// What hinders it beside the sources that are there, as a sentence: its name, or that one asks for the very same.
std::optional<QString> clashOf(const Subscription &subscription, const CollectionFacts &facts);

/// Why nobody can have been given this token or password, as a sentence; nothing: he can.
std::optional<QString> faultOf(const QString &secret);

/// Whether what lets the program in for a subscription lets it in for no other one of the collection: then it must
/// not stay in the keyring when the subscription goes.
bool isLastWithItsSecret(const Subscription &subscription, const CollectionFacts &facts);

/// Whether its server lets nobody in without a password or token.
bool needsSecret(const Subscription &subscription);
/// That none is known, and what to do.
QString lackOfSecret(const Subscription &subscription);

/// Before a fetch: sentences about what may cost money.
QStringList costsOfFetch(const FetchQuestion &question, const CollectionFacts &facts);

/// Whether there is a subscription through which a service's stories can be asked about.
bool canAsk(Service service, const CollectionFacts &facts);
/// Before asking whether stories still stand: what that costs for so many of X.
QString costOfRecheck(qint64 stories);

} // namespace tidemark
