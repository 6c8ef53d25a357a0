#pragma once

#include "store/HashedNumbers.h"

namespace tidemark {

/// Where things stand, by 32 bits of their hashes. Only grows. Whoever asks compares what stands there, for hashes
/// are shared. Places are numbers from 1.
class HashPlaces
{
public:
    /// See HashedNumbers.
    void expect(size_t count) { m_places.expect(count); }

    void insert(quint32 hash, quint32 place) { m_places.insert(quint64(hash) << 32 | place); }

    /// Calls accepts(place) for those with this hash until it is true; gives whether it was.
    template<typename Accepts>
    bool find(quint32 hash, Accepts accepts) const
    {
        return m_places.find(hash, [&accepts](quint64 each) { return accepts(static_cast<quint32>(each)); });
    }

    [[nodiscard]] size_t size() const { return m_places.size(); }

private:
    HashedNumbers m_places;
};

} // namespace tidemark
