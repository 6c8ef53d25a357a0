#pragma once

#include "story/DatedEvent.h"
#include "story/Result.h"

#include <QVector>

namespace tidemark {

/// Events from a delimited file whose header names `date`, `label` and, if there are any, `source`, in any order.
/// Dates are written 2017-10-15; rows without a label are passed over. One row that can't be taken refuses the
/// whole file, with its line, so that nothing is lost unnoticed; so do more than 10,000 events.
Result<QVector<DatedEvent>> readEventsFile(const QString &path);

} // namespace tidemark
