#include "theme/Agreement.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace tidemark {

namespace {

/// The answers that one story got: how often each.
using Unit = std::map<int, int>;

struct Units
{
    std::vector<qint64> stories;
    std::vector<Unit> counts;
    std::vector<std::map<int, int>> byCoder; ///< coder -> answer
    int coders = 0;
};

/// Stories with at least two answers; a coder's later answer to the same story takes the place of the first.
Units pairedUnits(const QVector<CoderAnswer> &answers)
{
    std::map<qint64, std::map<int, int>> byStory;
    for (const CoderAnswer &answer : answers)
        byStory[answer.unit][answer.coder] = answer.answer;
    Units units;
    std::set<int> coders;
    for (const auto &[story, byCoder] : byStory) {
        if (byCoder.size() < 2)
            continue;
        Unit counts;
        for (const auto &[coder, answer] : byCoder) {
            ++counts[answer];
            coders.insert(coder);
        }
        units.stories.push_back(story);
        units.counts.push_back(std::move(counts));
        units.byCoder.push_back(byCoder);
    }
    units.coders = static_cast<int>(coders.size());
    return units;
}

int answersOf(const Unit &unit)
{
    int sum = 0;
    for (const auto &[answer, count] : unit)
        sum += count;
    return sum;
}

/// One minus observed over expected disagreement, from the coincidences of answers within stories.
std::optional<double> alphaOf(const std::vector<const Unit *> &units)
{
    std::map<int, double> totals;
    double disagreeing = 0;
    double all = 0;
    for (const Unit *unit : units) {
        const double answers = answersOf(*unit);
        for (const auto &[answer, count] : *unit) {
            totals[answer] += count;
            disagreeing += count * (answers - count) / (answers - 1);
        }
        all += answers;
    }
    double expected = 0;
    for (const auto &[answer, total] : totals)
        expected += total * (all - total);
    return expected == 0 ? std::nullopt : std::optional(1 - (all - 1) * disagreeing / expected);
}

std::optional<double> beyondChance(double same, double byChance)
{
    constexpr double certain = 1 - 1e-12; // sums of shares come near to 1
    return byChance >= certain ? std::nullopt : std::optional((same - byChance) / (1 - byChance));
}

std::optional<double> cohensKappa(const Units &units)
{
    std::map<int, double> first;
    std::map<int, double> second;
    double same = 0;
    for (const auto &byCoder : units.byCoder) {
        const int one = byCoder.begin()->second;
        const int other = byCoder.rbegin()->second;
        ++first[one];
        ++second[other];
        same += one == other ? 1 : 0;
    }
    const double count = static_cast<double>(units.byCoder.size());
    double byChance = 0;
    for (const auto &[answer, times] : first)
        byChance += times / count * second[answer] / count;
    return beyondChance(same / count, byChance);
}

/// Each story counts once, however many coded it.
std::optional<double> fleissKappa(const Units &units)
{
    std::map<int, double> shares;
    double same = 0;
    const double count = static_cast<double>(units.counts.size());
    for (const Unit &unit : units.counts) {
        const double answers = answersOf(unit);
        for (const auto &[answer, times] : unit) {
            shares[answer] += times / answers / count;
            same += times * (times - 1) / (answers * (answers - 1)) / count;
        }
    }
    double byChance = 0;
    for (const auto &[answer, share] : shares)
        byChance += share * share;
    return beyondChance(same, byChance);
}

std::optional<double> kappaOf(const Units &units)
{
    if (units.coders < 2)
        return std::nullopt;
    return units.coders == 2 ? cohensKappa(units) : fleissKappa(units);
}

double percentOf(const Units &units)
{
    double agreeing = 0;
    double pairs = 0;
    for (const Unit &unit : units.counts) {
        const double answers = answersOf(unit);
        pairs += answers * (answers - 1);
        for (const auto &[answer, count] : unit)
            agreeing += double(count) * (count - 1);
    }
    return pairs == 0 ? 0 : agreeing / pairs;
}

std::optional<Interval> drawnInterval(const std::vector<Unit> &units, quint32 seed, int draws)
{
    std::mt19937 random(seed);
    std::vector<double> alphas;
    std::vector<const Unit *> drawn(units.size());
    for (int draw = 0; draw < draws; ++draw) {
        for (const Unit *&unit : drawn)
            unit = &units[random() % units.size()];
        if (const auto alpha = alphaOf(drawn))
            alphas.push_back(*alpha);
    }
    if (alphas.empty())
        return std::nullopt;
    std::sort(alphas.begin(), alphas.end());
    const auto at = [&](double share) {
        return alphas[static_cast<size_t>(share * static_cast<double>(alphas.size() - 1) + 0.5)];
    };
    return Interval{at(0.025), at(0.975)};
}

} // namespace

Agreement agreement(const QVector<CoderAnswer> &answers, quint32 seed, int draws)
{
    const Units units = pairedUnits(answers);
    Agreement agreement;
    agreement.units = static_cast<qint64>(units.counts.size());
    agreement.coders = units.coders;
    agreement.percent = percentOf(units);
    agreement.kappa = kappaOf(units);
    std::vector<const Unit *> all;
    all.reserve(units.counts.size());
    for (const Unit &unit : units.counts)
        all.push_back(&unit);
    agreement.alpha = alphaOf(all);
    if (agreement.alpha)
        agreement.alphaInterval = drawnInterval(units.counts, seed, draws);
    return agreement;
}

QVector<qint64> disagreements(const QVector<CoderAnswer> &answers)
{
    const Units units = pairedUnits(answers);
    QVector<qint64> stories;
    for (size_t i = 0; i < units.counts.size(); ++i) {
        if (units.counts[i].size() > 1)
            stories.append(units.stories[i]);
    }
    return stories;
}

} // namespace tidemark
