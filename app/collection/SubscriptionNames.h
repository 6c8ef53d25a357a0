#pragma once

#include "collection/CollectionFacts.h"

#include <QSet>
#include <QString>

namespace tidemark {

/// A name for one that got none: what it asks for, and where.
QString nameFor(const Subscription &subscription);

/// The names that a subscription can't have: those of other subscriptions and of files.
QSet<QString> takenNames(const CollectionFacts &facts, qint64 number = 0);
/// These, and what removed subscriptions left: only who types such a name wishes to go on under it, so that no name
/// that is made up brings the stories of two feeds together.
QSet<QString> usedNames(const CollectionFacts &facts, qint64 number = 0);
/// The name, with a number behind it where it is taken.
QString freeName(const QString &wished, const QSet<QString> &taken);

} // namespace tidemark
