#include "index/BlockOutcome.h"

#include "index/BitWords.h"

#include <algorithm>
#include <bit>

namespace tidemark {

void BlockOutcome::begin(std::span<quint64> words, qint64 stories)
{
    m_words = words;
    m_stories = stories;
    m_count = 0;
}

void BlockOutcome::look()
{
    m_count = BitWords::loops().count(m_words.data(), m_words.size());
    if (m_count > mostLookedUp)
        return;
    size_t found = 0;
    for (size_t i = 0; i < m_words.size(); ++i) {
        for (quint64 rest = m_words[i]; rest != 0; rest &= rest - 1)
            m_places[found++] = static_cast<quint32>(i * 64) + static_cast<quint32>(std::countr_zero(rest));
    }
}

bool BlockOutcome::contains(quint32 place) const
{
    return place >> 6 < m_words.size() && (m_words[place >> 6] >> (place & 63) & 1) != 0;
}

qint64 BlockOutcome::countIn(const quint64 *other) const
{
    if (m_count > mostLookedUp)
        return BitWords::loops().countBoth(m_words.data(), other, m_words.size());
    qint64 sum = 0;
    for (size_t i = 0; i < static_cast<size_t>(m_count); ++i)
        sum += static_cast<qint64>(other[m_places[i] >> 6] >> (m_places[i] & 63) & 1);
    return sum;
}

qint64 BlockOutcome::countIn(const BlockSet::Block &block) const
{
    if (m_count == m_stories)
        return block.count;
    if (block.count == m_stories)
        return m_count;
    if (!block.words.empty())
        return countIn(block.words.data());
    return std::ranges::count_if(block.listed, [this](quint32 place) { return contains(place); });
}

} // namespace tidemark
