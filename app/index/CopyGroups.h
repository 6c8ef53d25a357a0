#pragma once

#include "filter/Filter.h"
#include "index/Bitset.h"

#include <vector>

namespace tidemark {

/// Which stories of an index are near-copies of each other, by ordinal. The original of a group is its earliest
/// story. Loaded from the store when asked for; four bytes a story that has copies, and a bit for every other one.
class CopyGroups
{
public:
    explicit CopyGroups(qint64 stories = 0) : m_later(stories) {}

    /// A group; one story alone, or none, is no group.
    void add(std::vector<quint32> ordinals);

    /// The stories that copy an earlier one.
    [[nodiscard]] const Bitset &later() const { return m_later; }
    /// The stories with so many copies beside themselves, whatever the term excludes.
    [[nodiscard]] Bitset withCopies(const CopiesTerm &term) const;

private:
    Bitset m_later;
    std::vector<quint32> m_ordinals; ///< group after group
    std::vector<size_t> m_ends;      ///< of the groups
};

} // namespace tidemark
