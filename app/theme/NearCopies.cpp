#include "theme/NearCopies.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <tuple>
#include <unordered_map>

namespace tidemark {

namespace {

/// Sets that are joined one after the other.
class Joined
{
public:
    explicit Joined(size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0); }

    size_t root(size_t of)
    {
        while (m_parent[of] != of)
            of = m_parent[of] = m_parent[m_parent[of]];
        return of;
    }

    void join(size_t a, size_t b) { m_parent[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

private:
    std::vector<size_t> m_parent;
};

} // namespace

std::vector<int> NearCopies::groups() const
{
    std::vector<TextSketch> sketches(m_runs.size());
    std::ranges::transform(m_runs, sketches.begin(), sketchOf);
    Joined joined(m_runs.size());
    for (size_t band = 0; band < TextSketch().size(); ++band) {
        std::unordered_map<quint32, size_t> seen;
        for (size_t story = 0; story < m_runs.size(); ++story) {
            if (m_runs[story].empty())
                continue;
            const auto [first, isNew] = seen.emplace(sketches[story][band], story);
            if (!isNew && shared(m_runs[first->second], m_runs[story]) >= sharedByCopies)
                joined.join(first->second, story);
        }
    }
    std::vector<int> groups(m_runs.size());
    std::unordered_map<size_t, int> numbers;
    for (size_t story = 0; story < m_runs.size(); ++story)
        groups[story] = numbers.emplace(joined.root(story), static_cast<int>(numbers.size())).first->second;
    return groups;
}

std::vector<int> dealToFolds(std::span<const int> groups, std::span<const quint64> kinds, int folds, quint32 seed)
{
    struct Group
    {
        quint64 kind = 0;
        quint32 lot = 0;
        int number = 0;
        size_t stories = 0;
    };
    std::vector<Group> all;
    std::mt19937 random(seed);
    for (size_t story = 0; story < groups.size(); ++story) {
        const size_t group = static_cast<size_t>(groups[story]);
        if (group == all.size())
            all.push_back({kinds[story], static_cast<quint32>(random()), groups[story], 0});
        ++all[group].stories;
    }
    std::sort(all.begin(), all.end(), [](const Group &a, const Group &b) {
        return std::tie(a.kind, a.lot, a.number) < std::tie(b.kind, b.lot, b.number);
    });
    // Round by round, so that each kind is spread; a fold that a large group has filled is passed over.
    std::vector<size_t> filled(static_cast<size_t>(folds));
    std::vector<int> foldOfGroup(all.size());
    size_t next = 0;
    const size_t share = groups.size() / static_cast<size_t>(folds) + 1;
    for (const Group &group : all) {
        for (size_t tries = 0; tries < filled.size() && filled[next] >= share; ++tries)
            next = (next + 1) % filled.size();
        filled[next] += group.stories;
        foldOfGroup[static_cast<size_t>(group.number)] = static_cast<int>(next);
        next = (next + 1) % filled.size();
    }
    std::vector<int> dealt(groups.size());
    for (size_t story = 0; story < groups.size(); ++story)
        dealt[story] = foldOfGroup[static_cast<size_t>(groups[story])];
    return dealt;
}

} // namespace tidemark
