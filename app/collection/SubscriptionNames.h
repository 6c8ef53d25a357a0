#pragma once

#include "collection/CollectionFacts.h"

#include <QSet>
#include <QString>

namespace tidemark {

/// A name for one that got none: what it asks for, and where.
QString nameFor(const Subscription &subscription);

/// The names that a subscription can't have: those of other subscriptions, of files, and of what removed ones left,
/// but for a new one of the same service.
QSet<QString> takenNames(const CollectionFacts &facts, const Subscription &subscription);
/// The names of all that is there but of the subscription itself. Only who types the name of what a removed
/// subscription left wishes to go on under it, so that no name that is made up brings the stories of two feeds
/// together.
QSet<QString> usedNames(const CollectionFacts &facts, qint64 number = 0);
/// The name, with a number behind it where it is taken.
QString freeName(const QString &wished, const QSet<QString> &taken);

} // namespace tidemark
