#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace tidemark {

/// Where things stand, by 32 bits of their hashes: 10 to 20 bytes a thing. Only grows; open addressing with linear
/// probing, at most four fifths full. Whoever asks compares what stands there, for hashes are shared. Places are
/// numbers from 1.
class HashPlaces
{
public:
    void insert(quint32 hash, quint32 place)
    {
        if ((m_count + 1) * 5 > m_entries.size() * 4)
            grow();
        put(quint64(hash) << 32 | place);
        ++m_count;
    }

    /// Calls accepts(place) for those with this hash until it is true; gives whether it was.
    template<typename Accepts>
    bool find(quint32 hash, Accepts accepts) const
    {
        if (m_entries.empty())
            return false;
        for (size_t at = hash & (m_entries.size() - 1); m_entries[at] != empty;
             at = (at + 1) & (m_entries.size() - 1)) {
            if (m_entries[at] >> 32 == hash && accepts(static_cast<quint32>(m_entries[at])))
                return true;
        }
        return false;
    }

    [[nodiscard]] size_t size() const { return m_count; }

private:
    static constexpr quint64 empty = 0;
    static constexpr size_t leastEntries = 1024;

    void put(quint64 entry)
    {
        size_t at = (entry >> 32) & (m_entries.size() - 1);
        while (m_entries[at] != empty)
            at = (at + 1) & (m_entries.size() - 1);
        m_entries[at] = entry;
    }

    void grow()
    {
        std::vector<quint64> old(m_entries.empty() ? leastEntries : m_entries.size() * 2, empty);
        old.swap(m_entries);
        for (const quint64 entry : old) {
            if (entry != empty)
                put(entry);
        }
    }

    std::vector<quint64> m_entries; ///< hash and place
    size_t m_count = 0;
};

} // namespace tidemark
