#include "timeline/ShownSeries.h"

#include <algorithm>

namespace tidemark {

QVector<ShownSeries> shownSeries(const Timeline &timeline, const QStringList &names, const QString &other, int most)
{
    QVector<ShownSeries> shown;
    const auto all = timeline.series.size();
    shown.reserve(std::min<qsizetype>(all, most));
    for (int i = 0; i < all; ++i) {
        const TimelineSeries &series = timeline.series.at(i);
        if (all <= most || i < most - 1) {
            shown.append({names.value(i, series.key), series.counts});
            continue;
        }
        if (i == most - 1)
            shown.append({other, QVector<qint64>(timeline.counts.size())});
        QVector<qint64> &sums = shown.last().counts;
        for (int bucket = 0; bucket < std::min(sums.size(), series.counts.size()); ++bucket)
            sums[bucket] += series.counts.at(bucket);
    }
    return shown;
}

} // namespace tidemark
