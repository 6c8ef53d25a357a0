#pragma once

#include "store/HashedNumbers.h"

namespace tidemark {

/// A set of 64-bit hashes that only grows.
class HashSet
{
public:
    void insert(quint64 hash)
    {
        if (!contains(hash))
            m_hashes.insert(hash == 0 ? standIn : hash);
    }

    [[nodiscard]] bool contains(quint64 hash) const
    {
        const quint64 wanted = hash == 0 ? standIn : hash;
        return m_hashes.find(static_cast<quint32>(wanted >> 32), [wanted](quint64 each) { return each == wanted; });
    }

    [[nodiscard]] size_t size() const { return m_hashes.size(); }

    /// Gives the memory back.
    void clear() { m_hashes.clear(); }

private:
    static constexpr quint64 standIn = 1; ///< 0 and 1 count as one hash

    HashedNumbers m_hashes;
};

} // namespace tidemark
