#include "store/Relevance.h"

#include "store/Statement.h"
#include "store/WordFinder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tidemark {

namespace {

constexpr double saturation = 1.2;   ///< k1
constexpr double lengthShare = 0.75; ///< b

/// Of each story of a selection, in the rows of Order::OldestFirst.
using ByStory = std::vector<float>;

void collectWanted(const WordQuery &words, QVector<WordQuery> &leaves)
{
    if (words.isEmpty())
        return;
    switch (words.node().kind) {
    case WordQuery::Kind::Phrase:
    case WordQuery::Kind::Tag:
    case WordQuery::Kind::Near:
        leaves.append(words);
        return;
    case WordQuery::Kind::And:
    case WordQuery::Kind::Or:
        for (const WordQuery &operand : words.node().operands)
            collectWanted(operand, leaves);
        return;
    case WordQuery::Kind::Not:
        return;
    }
}

/// How long each story is, as BM25 weighs it: 1 for one of mean length.
Result<ByStory> lengthWeights(Connection &connection, const QVector<StoryId> &stories)
{
    ByStory lengths;
    lengths.reserve(static_cast<size_t>(stories.size()));
    Statement words(connection, "SELECT words FROM story WHERE id = ?");
    for (const StoryId story : stories) {
        const auto row = words.bind(story).next();
        if (!row)
            return row.error();
        lengths.push_back(row.value() ? static_cast<float>(words.number(0)) : 0);
    }
    const double all = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    const double mean = std::max(all / std::max<double>(static_cast<double>(lengths.size()), 1), 1.0);
    for (float &length : lengths)
        length = static_cast<float>(1 - lengthShare + lengthShare * length / mean);
    return lengths;
}

/// Adds what a leaf says for each story.
Result<> addScores(WordFinder &finder, const WordQuery &leaf, const Selection &selection, const ByStory &lengths,
                   ByStory &scores)
{
    ByStory times(scores.size());
    std::array<qint64, 2> found{};
    const auto into = [&](qint64 &stories) {
        return [&selection, &times, &stories](StoryId id, int count) {
            ++stories;
            const qint64 row = selection.rowOf(id, Order::OldestFirst);
            if (row >= 0)
                times[static_cast<size_t>(row)] = static_cast<float>(count);
        };
    };
    if (auto counted = finder.count(leaf, {into(found[0]), into(found[1])}); !counted)
        return counted;
    const auto all = static_cast<double>(selection.index().size());
    const auto having = static_cast<double>(found[0] + found[1]);
    const double rarity = std::log1p(std::max(all - having + 0.5, 0.0) / (having + 0.5));
    for (size_t i = 0; i < scores.size(); ++i) {
        const double count = times[i];
        scores[i] += static_cast<float>(rarity * count * (saturation + 1) / (count + saturation * lengths[i]));
    }
    return {};
}

} // namespace

QVector<WordQuery> wantedLeaves(const WordQuery &words)
{
    QVector<WordQuery> leaves;
    collectWanted(words, leaves);
    return leaves;
}

Result<Ranking> rankByRelevance(Connection &connection, WordFinder &finder, const QVector<WordQuery> &leaves,
                                const Selection &selection)
{
    const auto lengths = lengthWeights(connection, selection.allIds(Order::OldestFirst));
    if (!lengths)
        return lengths.error();
    ByStory scores(lengths->size());
    for (const WordQuery &leaf : leaves) {
        if (auto added = addScores(finder, leaf, selection, *lengths, scores); !added)
            return added.error();
    }
    std::vector<quint32> stories;
    stories.reserve(scores.size());
    const QVector<StoryId> newest = selection.allIds(Order::NewestFirst);
    for (const StoryId story : newest)
        stories.push_back(static_cast<quint32>(selection.rowOf(story, Order::OldestFirst)));
    std::ranges::stable_sort(stories, [&](quint32 a, quint32 b) { return scores[a] > scores[b]; });
    return Ranking(std::move(stories));
}

} // namespace tidemark
