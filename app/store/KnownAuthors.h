#pragma once

#include "store/AuthorKeys.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace tidemark {

/// Whom keys find, for as many keys as there is room for. Open addressing with linear probing in 64 tables, of
/// which one at a time becomes larger by half, so that memory grows by little at a time: 30 to 45 bytes a key, and
/// 30 where there is no room for more. Keys are hashes, so that any part of one is well mixed.
class KnownAuthors
{
public:
    struct Known
    {
        AuthorKey key;
        quint32 number = 0; ///< 0: nobody
        quint32 names = 0;  ///< hash of the names written last; 0: none by us
    };

    /// most: keys, about.
    explicit KnownAuthors(size_t most) : m_tables(tables, Table(most / tables)) {}

    /// Null: not known. Valid until the next change.
    [[nodiscard]] const Known *find(const AuthorKey &key) const { return tableOf(key).find(key); }

    /// In place of what was known by this key.
    void put(const AuthorKey &key, qint64 number, quint32 names = 0)
    {
        const bool fits = number <= std::numeric_limits<quint32>::max();
        if (!fits || !m_tables[tableNumber(key)].put({key, static_cast<quint32>(number), names}))
            m_isWhole = false;
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; } ///< false: there was no room for some

    /// Gives the memory back.
    void clear()
    {
        for (Table &table : m_tables)
            table.clear();
        m_isWhole = true;
    }

private:
    static constexpr size_t leastPlaces = 64;
    static constexpr int tableBits = 6;
    static constexpr size_t tables = size_t{1} << tableBits;

    static size_t tableNumber(const AuthorKey &key)
    {
        return static_cast<size_t>(key.words[0] >> (64 - tableBits));
    }

    class Table
    {
    public:
        explicit Table(size_t most) : m_most(most) {}

        [[nodiscard]] const Known *find(const AuthorKey &key) const
        {
            if (m_places.empty())
                return nullptr;
            const Known &place = m_places[placeOf(key)];
            return place.number != 0 ? &place : nullptr;
        }

        /// False: there is no room.
        bool put(const Known &known)
        {
            if (!find(known.key)) {
                if (m_count == m_most)
                    return false;
                if ((m_count + 1) * 5 > m_places.size() * 4)
                    grow();
                ++m_count;
            }
            m_places[placeOf(known.key)] = known;
            return true;
        }

        void clear() { *this = Table(m_most); }

    private:
        /// The bits behind those that chose the table, as a share of its size; then the next one that is the key's
        /// or empty.
        [[nodiscard]] size_t placeOf(const AuthorKey &key) const
        {
            const auto hash = static_cast<quint32>(key.words[0] >> (32 - tableBits));
            auto at = static_cast<size_t>(quint64{hash} * m_places.size() >> 32);
            while (m_places[at].number != 0 && m_places[at].key != key)
                at = at + 1 == m_places.size() ? 0 : at + 1;
            return at;
        }

        void grow()
        {
            const size_t wanted = std::max(leastPlaces, m_places.size() + m_places.size() / 2);
            std::vector<Known> old(std::min(wanted, m_most * 5 / 4 + 1));
            old.swap(m_places);
            for (const Known &known : old) {
                if (known.number != 0)
                    m_places[placeOf(known.key)] = known;
            }
        }

        size_t m_most;
        size_t m_count = 0;
        std::vector<Known> m_places;
    };

    [[nodiscard]] const Table &tableOf(const AuthorKey &key) const { return m_tables[tableNumber(key)]; }

    std::vector<Table> m_tables;
    bool m_isWhole = true;
};

} // namespace tidemark
