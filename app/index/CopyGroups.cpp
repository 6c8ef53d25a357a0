#include "index/CopyGroups.h"

#include <algorithm>

namespace tidemark {

void CopyGroups::add(std::vector<quint32> ordinals)
{
    if (ordinals.size() < 2)
        return;
    std::ranges::sort(ordinals);
    m_ordinals.insert(m_ordinals.end(), ordinals.begin(), ordinals.end());
    m_ends.push_back(m_ordinals.size());
}

Bitset CopyGroups::laterAmong(const Bitset &chosen) const
{
    Bitset later(m_size);
    size_t place = 0;
    for (const size_t end : m_ends) {
        bool isLater = false;
        for (; place < end; ++place) {
            if (!chosen.contains(m_ordinals[place]))
                continue;
            if (isLater)
                later.insert(m_ordinals[place]);
            isLater = true;
        }
    }
    return later;
}

Bitset CopyGroups::withCopies(const CopiesTerm &term) const
{
    const auto isWanted
        = [&term](qint64 copies) { return copies >= term.least && (!term.most || copies <= *term.most); };
    const bool alone = isWanted(0);
    Bitset stories(m_size, alone);
    for (size_t start = 0; const size_t end : m_ends) {
        if (isWanted(static_cast<qint64>(end - start - 1)) != alone) {
            for (size_t i = start; i < end; ++i)
                alone ? stories.remove(m_ordinals[i]) : stories.insert(m_ordinals[i]);
        }
        start = end;
    }
    return stories;
}

} // namespace tidemark
