#pragma once

#include "filter/Filter.h"
#include "index/Bitset.h"

#include <vector>

namespace tidemark {

/// Which stories of an index are near-copies of each other, by ordinal. The original of a group is the earliest of
/// its stories that are looked at. Loaded from the store when asked for; four bytes a story that has copies.
class CopyGroups
{
public:
    explicit CopyGroups(qint64 stories = 0) : m_size(stories) {}

    /// A group; one story alone, or none, is no group.
    void add(std::vector<quint32> ordinals);

    /// Those of the chosen stories that copy an earlier one of them.
    [[nodiscard]] Bitset laterAmong(const Bitset &chosen) const;
    /// The stories with so many copies beside themselves, whatever the term excludes.
    [[nodiscard]] Bitset withCopies(const CopiesTerm &term) const;

private:
    qint64 m_size;
    std::vector<quint32> m_ordinals; ///< group after group, ascending in each
    std::vector<size_t> m_ends;      ///< of the groups
};

} // namespace tidemark
