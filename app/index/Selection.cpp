#include "index/Selection.h"

#include "index/BitWords.h"

#include <algorithm>
#include <bit>

namespace tidemark {

namespace {

constexpr size_t stepWords = 32; ///< 2,048 stories: one step of the rank table

} // namespace

Ranking::Ranking(std::vector<quint32> stories) : storyAt(std::move(stories)), rowOf(storyAt.size())
{
    for (quint32 row = 0; const quint32 story : storyAt)
        rowOf[story] = row++;
}

Selection::Selection(std::shared_ptr<const StoryIndex> index, Filter filter, Bitset stories)
    : m_index(std::move(index)),
      m_stories(std::make_shared<const Bitset>(std::move(stories))),
      m_filter(std::make_shared<const Filter>(std::move(filter)))
{
    const std::vector<quint64> &words = m_stories->words();
    auto ranks = std::make_shared<std::vector<qint64>>();
    ranks->reserve(words.size() / stepWords + 1);
    for (size_t i = 0; i < words.size(); i += stepWords) {
        ranks->push_back(m_count);
        m_count += BitWords::loops().count(words.data() + i, std::min(stepWords, words.size() - i));
    }
    m_ranks = std::move(ranks);
}

Selection::Selection(std::shared_ptr<const Overview> overview)
    : facets(overview->facets),
      timeline(overview->timeline),
      m_overview(std::move(overview)),
      m_count(m_overview->count)
{
}

const Filter &Selection::filter() const
{
    return *m_filter;
}

/// How many of the selection stand before an ordinal.
qint64 Selection::rank(qint64 ordinal) const
{
    if (ordinal >= m_stories->size())
        return m_count;
    const auto step = static_cast<size_t>(ordinal) / (stepWords * 64);
    return (*m_ranks)[step] + m_stories->count(static_cast<qint64>(step * stepWords * 64), ordinal);
}

/// The ordinal before which so many of the selection stand; rank < count().
qint64 Selection::ordinalOfRank(qint64 rank) const
{
    const auto step = static_cast<size_t>(std::ranges::upper_bound(*m_ranks, rank) - m_ranks->begin()) - 1;
    const std::vector<quint64> &words = m_stories->words();
    qint64 rest = rank - (*m_ranks)[step];
    size_t word = step * stepWords;
    while (rest >= std::popcount(words[word]))
        rest -= std::popcount(words[word++]);
    quint64 bits = words[word];
    for (; rest > 0; --rest)
        bits &= bits - 1;
    return static_cast<qint64>(word) * 64 + std::countr_zero(bits);
}

QVector<StoryId> Selection::ids(qint64 first, qint64 count, Order order) const
{
    first = std::max<qint64>(first, 0);
    if (m_overview)
        return m_overview->ids(first, count, order);
    const qint64 last = first + std::min(count, m_count - first);
    QVector<StoryId> ids;
    if (first >= last)
        return ids;
    ids.reserve(last - first);
    if (order == Order::MostRelevant && m_ranking) {
        for (qint64 row = first; row < last; ++row)
            ids.append(m_index->idAt(ordinalOfRank(m_ranking->storyAt[static_cast<size_t>(row)])));
        return ids;
    }
    const auto appendRanks = [&](qint64 from, qint64 until) {
        if (from >= until)
            return;
        m_stories->forEach(ordinalOfRank(from), ordinalOfRank(until - 1) + 1,
                           [&](qint64 ordinal) { ids.append(m_index->idAt(ordinal)); });
    };
    if (order == Order::OldestFirst) {
        appendRanks(first, last);
        return ids;
    }
    // Newest first turns round the dated ones and the undated ones, each among themselves.
    const qint64 dated = rank(m_index->datedCount());
    appendRanks(std::max<qint64>(dated - last, 0), dated - std::min(first, dated));
    std::reverse(ids.begin(), ids.end());
    const qsizetype datedRows = ids.size();
    appendRanks(dated + m_count - std::max(last, dated), dated + m_count - std::max(first, dated));
    std::reverse(ids.begin() + datedRows, ids.end());
    return ids;
}

std::optional<std::pair<Instant, Instant>> Selection::times() const
{
    if (m_overview)
        return std::nullopt;
    const auto timeOfFirst = [this](Order order) {
        const QVector<StoryId> first = ids(0, 1, order); // those without a date come last in either order
        return first.isEmpty() ? std::nullopt : m_index->postedAt(m_index->ordinalOf(first.first()).value_or(0));
    };
    const std::optional<Instant> oldest = timeOfFirst(Order::OldestFirst);
    const std::optional<Instant> newest = timeOfFirst(Order::NewestFirst);
    return oldest && newest ? std::optional(std::pair(*oldest, *newest)) : std::nullopt;
}

qint64 Selection::rowOf(StoryId id, Order order) const
{
    if (m_overview)
        return m_overview->rowOf(id, order);
    const auto ordinal = m_index->ordinalOf(id);
    if (!ordinal || *ordinal >= m_stories->size() || !m_stories->contains(*ordinal))
        return -1;
    const qint64 place = rank(*ordinal);
    if (order == Order::OldestFirst)
        return place;
    if (order == Order::MostRelevant && m_ranking)
        return m_ranking->rowOf[static_cast<size_t>(place)];
    const qint64 dated = rank(m_index->datedCount());
    return place < dated ? dated - 1 - place : dated + m_count - 1 - place;
}

} // namespace tidemark
