#pragma once

#include <QVector>

namespace tidemark {

/// The mean of each count with its neighbours: width counts in all, as many before as behind. At the ends it is the
/// mean of those that exist. width is odd; 1 or less gives the counts as they are.
QVector<double> movingAverage(const QVector<qint64> &counts, int width);

} // namespace tidemark
