#pragma once

#include "index/Timeline.h"

#include <QByteArray>
#include <QStringList>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace tidemark {

/// Figures besides the timeline's own, a value a bucket; absent: an empty cell.
struct FigureColumn
{
    QString name;
    QVector<std::optional<double>> values;
    QStringList words{}; ///< instead of values, where they are no figures
};

/// The figures of a timeline as CSV for a spreadsheet, a line a bucket: start and end in the zone
/// (2017-10-22T00:00:00, with its offset), the selection's count, the whole collection's, one column a series under
/// its name, and what stands beside them.
QByteArray timelineCsv(const Timeline &timeline, const QStringList &seriesNames, const QTimeZone &zone,
                       const QVector<FigureColumn> &beside = {});

} // namespace tidemark
