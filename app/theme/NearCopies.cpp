#include "theme/NearCopies.h"

#include "theme/TextPieces.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <tuple>
#include <unordered_map>

namespace tidemark {

namespace {

constexpr size_t bands = 6;
constexpr size_t rowsInBand = 3;
constexpr double sharedForCopies = 0.7;

quint64 mixed(quint64 value) // the finaliser of splitmix64
{
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9U;
    value = (value ^ value >> 27) * 0x94d049bb133111ebU;
    return value ^ value >> 31;
}

double shared(const std::vector<quint32> &a, const std::vector<quint32> &b)
{
    size_t both = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        both += a[i] == b[j] ? 1 : 0;
        const bool first = a[i] <= b[j];
        const bool second = b[j] <= a[i];
        i += first ? 1 : 0;
        j += second ? 1 : 0;
    }
    return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

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

void NearCopies::add(const Tokens &tokens)
{
    QByteArrayList words;
    for (const Token &token : tokens) {
        if (token.kind != Token::Kind::Mention)
            words.append(token.word.toUtf8());
    }
    std::vector<quint32> runs;
    const qsizetype length = std::min<qsizetype>(3, words.size());
    for (qsizetype first = 0; length > 0 && first + length <= words.size(); ++first)
        runs.push_back(pieceBucket(PieceKind::Words, words.sliced(first, length).join(' ')));
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    m_runs.push_back(std::move(runs));
}

std::vector<int> NearCopies::groups() const
{
    Joined joined(m_runs.size());
    for (quint64 band = 0; band < bands; ++band) {
        std::unordered_map<quint64, size_t> seen;
        for (size_t story = 0; story < m_runs.size(); ++story) {
            if (m_runs[story].empty())
                continue;
            quint64 key = band;
            for (quint64 row = 0; row < rowsInBand; ++row) {
                quint64 least = ~quint64(0);
                for (const quint32 run : m_runs[story])
                    least = std::min(least, mixed(run + ((band * rowsInBand + row + 1) << 32)));
                key = mixed(key ^ least);
            }
            const auto [first, isNew] = seen.emplace(key, story);
            if (!isNew && shared(m_runs[first->second], m_runs[story]) >= sharedForCopies)
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
