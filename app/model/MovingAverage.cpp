#include "model/MovingAverage.h"

#include <algorithm>

namespace tidemark {

QVector<double> movingAverage(const QVector<qint64> &counts, int width)
{
    const qsizetype reach = std::max(0, width / 2);
    QVector<double> means;
    means.reserve(counts.size());
    qint64 sum = 0;
    qsizetype first = 0; // of those in the sum
    qsizetype end = 0;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        for (; end < std::min(i + reach + 1, counts.size()); ++end)
            sum += counts.at(end);
        for (; first < i - reach; ++first)
            sum -= counts.at(first);
        means.append(static_cast<double>(sum) / static_cast<double>(end - first));
    }
    return means;
}

} // namespace tidemark
