#pragma once

#include "index/Timeline.h"

#include <QByteArray>
#include <QStringList>
#include <QTimeZone>

namespace tidemark {

/// The figures of a timeline as CSV for a spreadsheet, a line a bucket: start and end in the zone
/// (2017-10-22T00:00:00, with its offset), the selection's count, the whole collection's, and one column a series
/// under its name.
QByteArray timelineCsv(const Timeline &timeline, const QStringList &seriesNames, const QTimeZone &zone);

} // namespace tidemark
