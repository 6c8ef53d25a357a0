#include "theme/Figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace tidemark {

namespace {

double share(qint64 part, qint64 whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double valueOf(const Confusion &confusion, const CutWish &wish)
{
    return wish.best == CutWish::For::F1 ? confusion.f1() : confusion.precision();
}

/// Between two probabilities that differ, the middle; so that a cut doesn't hang on the last bit of one story.
double middle(double above, double below)
{
    return (above + below) / 2;
}

} // namespace

Interval wilsonInterval(qint64 hits, qint64 of)
{
    if (of == 0)
        return {0, 1};
    constexpr double z = 1.959963984540054;
    const double n = static_cast<double>(of);
    const double p = share(hits, of);
    const double centre = p + z * z / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double whole = 1 + z * z / n;
    return {std::max(0.0, (centre - half) / whole), std::min(1.0, (centre + half) / whole)};
}

double Confusion::accuracy() const
{
    return share(hits + rightlyNot, stories());
}

double Confusion::precision() const
{
    return share(hits, hits + falseAlarms);
}

double Confusion::recall() const
{
    return share(hits, hits + misses);
}

double Confusion::f1() const
{
    return share(2 * hits, 2 * hits + falseAlarms + misses);
}

Interval f1Interval(const Confusion &confusion, quint32 seed)
{
    constexpr int draws = 1000;
    const qint64 stories = confusion.stories();
    if (stories == 0)
        return {0, 1};
    std::mt19937_64 random(seed);
    std::vector<double> drawn;
    for (int draw = 0; draw < draws; ++draw) {
        // So many stories with replacement: kind after kind, how many of those left are of it.
        qint64 left = stories;
        qint64 rest = stories;
        const auto drawKind = [&](qint64 ofKind) {
            const qint64 taken = left == 0 || ofKind == 0
                ? 0
                : std::binomial_distribution<qint64>(left, share(ofKind, rest))(random);
            left -= taken;
            rest -= ofKind;
            return taken;
        };
        Confusion sample;
        sample.hits = drawKind(confusion.hits);
        sample.falseAlarms = drawKind(confusion.falseAlarms);
        sample.misses = drawKind(confusion.misses);
        drawn.push_back(sample.f1());
    }
    std::sort(drawn.begin(), drawn.end());
    return {drawn[25], drawn[974]};
}

namespace {

constexpr double evenCut = 0.5;

/// A calibrated probability makes the fewest errors when cut in the middle, and searching for a better cut in the
/// stories at hand would mostly follow their chance. So another one must be right about the stories in between more
/// often than a coin would be, by far. order: descending by probability.
double cutForFewestErrors(std::span<const double> probabilities, const std::vector<bool> &truth,
                          const std::vector<size_t> &order)
{
    constexpr double farFromChance = 2; // in standard errors
    const auto firstBelow
        = std::ranges::partition_point(order, [&](size_t story) { return probabilities[story] >= evenCut; });
    double cut = evenCut;
    double most = 0;
    const auto search = [&](auto from, auto end, bool said, double edge) {
        double gain = 0;
        double changed = 0;
        for (auto at = from; at != end; ++at) {
            gain += truth[*at] == said ? 1 : -1;
            ++changed;
            const double here = probabilities[*at];
            const double next = std::next(at) == end ? edge : probabilities[*std::next(at)];
            if (here != next && gain > most && gain > farFromChance * std::sqrt(changed)) {
                most = gain;
                cut = middle(here, next);
            }
        }
    };
    search(firstBelow, order.end(), true, 0.0);
    search(std::make_reverse_iterator(firstBelow), order.rend(), false, 1.0);
    return cut;
}

} // namespace

double chooseCut(std::span<const double> probabilities, const std::vector<bool> &truth, const CutWish &wish)
{
    std::vector<size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return probabilities[a] > probabilities[b]; });
    if (wish.best == CutWish::For::Accuracy)
        return cutForFewestErrors(probabilities, truth, order);
    Confusion confusion;
    confusion.misses = std::count(truth.begin(), truth.end(), true);
    confusion.rightlyNot = static_cast<qint64>(truth.size()) - confusion.misses;
    double best = -1;
    double cut = evenCut;
    for (size_t i = 0; i < order.size(); ++i) {
        if (truth[order[i]]) {
            ++confusion.hits;
            --confusion.misses;
        } else {
            ++confusion.falseAlarms;
            --confusion.rightlyNot;
        }
        const double here = probabilities[order[i]];
        const double next = i + 1 < order.size() ? probabilities[order[i + 1]] : 0;
        if (here == next)
            continue;
        const double value = valueOf(confusion, wish);
        const bool reached = wish.best == CutWish::For::Precision && value >= wish.precision;
        if (value > best || reached) {
            best = reached ? std::max(best, wish.precision) : value;
            cut = middle(here, next);
        }
    }
    return cut;
}

QVector<CalibrationBin> calibration(std::span<const double> probabilities, const std::vector<bool> &truth)
{
    constexpr int bins = 10;
    QVector<CalibrationBin> all(bins);
    for (int i = 0; i < bins; ++i) {
        all[i].from = i / double{bins};
        all[i].to = (i + 1) / double{bins};
    }
    for (size_t i = 0; i < probabilities.size(); ++i) {
        CalibrationBin &bin = all[std::clamp(static_cast<int>(probabilities[i] * bins), 0, bins - 1)];
        ++bin.stories;
        bin.said += probabilities[i];
        bin.present += truth[i] ? 1 : 0;
    }
    for (CalibrationBin &bin : all) {
        const double count = static_cast<double>(std::max<qint64>(1, bin.stories));
        bin.said /= count;
        bin.present /= count;
    }
    return all;
}

} // namespace tidemark
