#pragma once

#include "story/DatedEvent.h"
#include "story/Result.h"

#include <QVector>

namespace tidemark {

class Connection;

/// By date, those of one day in the order in which they were given.
Result<QVector<DatedEvent>> readEvents(Connection &connection);

/// Instead of those that are there. Within the caller's transaction.
Result<> writeEvents(Connection &connection, const QVector<DatedEvent> &events);

} // namespace tidemark
