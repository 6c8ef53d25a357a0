#pragma once

#include "store/HashedNumbers.h"

namespace tidemark {

/// Where things stand, by 32 bits of their hashes. Only grows. Whoever asks compares what stands there, for hashes
/// are shared. Places are numbers from 1.
class HashPlaces
{
public:
    void insert(quint32 hash, quint32 place) { m_places.insert(quint64(hash) << 32 | place); }

    /// Calls accepts(place) for those with this hash until it is true; gives whether it was.
    template<typename Accepts>
    bool find(quint32 hash, Accepts accepts) const
    {
        return m_places.find(hash, [&accepts](quint64 each) { return accepts(static_cast<quint32>(each)); });
    }

    [[nodiscard]] size_t size() const { return m_places.size(); }

    struct Entry
    {
        quint32 hash = 0;
        quint32 place = 0;
    };
    /// All, in the order of their hashes, in as many parts.
    static constexpr size_t parts = HashedNumbers::parts;
    [[nodiscard]] std::vector<Entry> part(size_t part) const
    {
        std::vector<Entry> entries;
        for (const quint64 each : m_places.part(part))
            entries.push_back({static_cast<quint32>(each >> 32), static_cast<quint32>(each)});
        return entries;
    }

private:
    HashedNumbers m_places;
};

} // namespace tidemark
