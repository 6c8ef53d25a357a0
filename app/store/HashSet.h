#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace tidemark {

/// A set of 64-bit hashes that only grows: open addressing with linear probing, at most four fifths full, 10 to
/// 20 bytes a hash. The hashes must be well mixed, for their low bits choose the place.
class HashSet
{
public:
    void insert(quint64 hash)
    {
        if ((m_count + 1) * 5 > m_places.size() * 4)
            grow();
        place(hash == empty ? standIn : hash);
    }

    [[nodiscard]] bool contains(quint64 hash) const
    {
        if (m_places.empty())
            return false;
        const quint64 wanted = hash == empty ? standIn : hash;
        for (size_t at = wanted & (m_places.size() - 1);; at = (at + 1) & (m_places.size() - 1)) {
            if (m_places[at] == wanted)
                return true;
            if (m_places[at] == empty)
                return false;
        }
    }

    [[nodiscard]] size_t size() const { return m_count; }

    /// Gives the memory back.
    void clear()
    {
        m_places = {};
        m_count = 0;
    }

private:
    static constexpr quint64 empty = 0;
    static constexpr quint64 standIn = 1; ///< 0 and 1 count as one hash
    static constexpr size_t leastPlaces = 1024;

    void place(quint64 hash)
    {
        size_t at = hash & (m_places.size() - 1);
        while (m_places[at] != empty) {
            if (m_places[at] == hash)
                return;
            at = (at + 1) & (m_places.size() - 1);
        }
        m_places[at] = hash;
        ++m_count;
    }

    void grow()
    {
        std::vector<quint64> old(m_places.empty() ? leastPlaces : m_places.size() * 2, empty);
        old.swap(m_places);
        m_count = 0;
        for (const quint64 hash : old) {
            if (hash != empty)
                place(hash);
        }
    }

    std::vector<quint64> m_places;
    size_t m_count = 0;
};

} // namespace tidemark
