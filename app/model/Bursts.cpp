#include "model/Bursts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace tidemark {

namespace {

/// What a bucket's count costs more at the mean rate than at the burst's. The density of r exponential gaps within
/// one bucket at a rate a is a^r e^-a, so its cost is a - r ln a; only the difference matters.
double gain(qint64 count, double mean, double ratio)
{
    return static_cast<double>(count) * std::log(ratio) - mean * (ratio - 1);
}

} // namespace

QVector<Burst> bursts(const QVector<qint64> &counts, const BurstSettings &settings)
{
    const qint64 all = std::accumulate(counts.cbegin(), counts.cend(), qint64(0));
    if (all == 0 || settings.ratio <= 1)
        return {};
    const double mean = static_cast<double>(all) / static_cast<double>(counts.size());
    const double entering = settings.price * std::log(static_cast<double>(counts.size()));

    // The least cost of ending in either state, against staying slow throughout; and whence the way came.
    double slow = 0;
    double fast = std::numeric_limits<double>::infinity();
    std::vector<bool> slowCameFromFast;
    std::vector<bool> fastCameFromSlow;
    for (const qint64 count : counts) {
        const bool leaves = fast < slow;
        const bool enters = slow + entering < fast;
        const double slowBefore = slow;
        slow = leaves ? fast : slowBefore;
        fast = (enters ? slowBefore + entering : fast) - gain(count, mean, settings.ratio);
        slowCameFromFast.push_back(leaves);
        fastCameFromSlow.push_back(enters);
    }

    QVector<Burst> found;
    bool isFast = fast < slow;
    for (auto i = static_cast<int>(counts.size()) - 1; i >= 0; --i) {
        const auto bucket = static_cast<size_t>(i);
        if (!isFast) {
            isFast = slowCameFromFast[bucket];
            continue;
        }
        if (found.isEmpty() || found.constLast().first != i + 1)
            found.append({i, i, 0});
        found.last().first = i;
        found.last().weight += gain(counts.at(i), mean, settings.ratio);
        isFast = !fastCameFromSlow[bucket];
    }
    std::ranges::reverse(found);
    return found;
}

} // namespace tidemark
