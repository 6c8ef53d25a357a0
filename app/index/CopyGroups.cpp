#include "index/CopyGroups.h"

#include <algorithm>

namespace tidemark {

void CopyGroups::add(std::vector<quint32> ordinals)
{
    if (ordinals.size() < 2)
        return;
    std::ranges::iter_swap(ordinals.begin(), std::ranges::min_element(ordinals));
    for (auto later = ordinals.begin() + 1; later != ordinals.end(); ++later)
        m_later.insert(*later);
    m_ordinals.insert(m_ordinals.end(), ordinals.begin(), ordinals.end());
    m_ends.push_back(m_ordinals.size());
}

Bitset CopyGroups::withCopies(const CopiesTerm &term) const
{
    const auto isWanted
        = [&term](qint64 copies) { return copies >= term.least && (!term.most || copies <= *term.most); };
    const bool alone = isWanted(0);
    Bitset stories(m_later.size(), alone);
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
