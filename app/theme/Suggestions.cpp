#include "theme/Suggestions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>

namespace tidemark {

namespace {

using Line = std::vector<const Candidate *>;

/// Candidates by a key, the lowest first.
template<typename Key>
Line inOrder(std::span<const Candidate> candidates, Key key)
{
    Line line;
    line.reserve(candidates.size());
    for (const Candidate &candidate : candidates)
        line.push_back(&candidate);
    std::stable_sort(line.begin(), line.end(),
                     [&](const Candidate *a, const Candidate *b) { return key(*a) < key(*b); });
    return line;
}

Line shuffled(std::span<const Candidate> candidates, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<quint32> lots(candidates.size());
    std::generate(lots.begin(), lots.end(), [&random] { return static_cast<quint32>(random()); });
    const Candidate *first = candidates.data();
    return inOrder(candidates,
                   [&](const Candidate &candidate) { return lots[static_cast<size_t>(&candidate - first)]; });
}

} // namespace

QVector<Suggestion> suggestStories(std::span<const Candidate> candidates, double cut, qsizetype most, quint32 seed)
{
    const Line doubtful
        = inOrder(candidates, [cut](const Candidate &candidate) { return std::abs(candidate.probability - cut); });
    Line missed = inOrder(candidates, [](const Candidate &candidate) { return -candidate.probability; });
    std::erase_if(missed,
                  [cut](const Candidate *candidate) { return candidate->byRule || candidate->probability < cut; });
    const Line any = shuffled(candidates, seed);
    struct Turn
    {
        const Line *line;
        SuggestedFor reason;
    };
    const Turn turns[]{{&doubtful, SuggestedFor::Doubt},
                       {&missed, SuggestedFor::Missed},
                       {&doubtful, SuggestedFor::Doubt},
                       {&any, SuggestedFor::Variety}};
    QVector<Suggestion> suggestions;
    std::set<int> asked;
    std::array<size_t, 3> next{};
    size_t idle = 0;
    for (size_t turn = 0; suggestions.size() < most && idle < std::size(turns);
         turn = (turn + 1) % std::size(turns)) {
        const auto &[line, reason] = turns[turn];
        size_t &at = next[static_cast<size_t>(reason)];
        while (at < line->size() && asked.contains((*line)[at]->group))
            ++at;
        if (at == line->size()) {
            ++idle;
            continue;
        }
        idle = 0;
        asked.insert((*line)[at]->group);
        suggestions.append({(*line)[at]->story, reason});
    }
    return suggestions;
}

} // namespace tidemark
