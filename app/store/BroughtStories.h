#pragma once

#include "story/Result.h"

#include <QHash>
#include <QVector>

namespace tidemark {

class Connection;

// Which stories came by which import run, for taking runs back. Within the caller's transaction.

/// The stories that runs were the first to bring, by run. No index leads to them: one pass over all stories.
using FirstStories = QHash<qint64, QVector<qint64>>;
Result<FirstStories> firstStories(Connection &connection, const QVector<qint64> &runs);

/// The stories of a run, each in ascending order: those that no other run brought, and the others.
struct BroughtStories
{
    QVector<qint64> alone;
    QVector<qint64> together;
};
/// first: the run's firstStories().
Result<BroughtStories> storiesOf(Connection &connection, qint64 run, const QVector<qint64> &first);

/// These stories, which stay, no longer name the run as the first.
Result<> forgetFirst(Connection &connection, qint64 run, const QVector<qint64> &stories);

} // namespace tidemark
