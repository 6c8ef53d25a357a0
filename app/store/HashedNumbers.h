#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <vector>

namespace tidemark {

/// Numbers other than 0, found by their upper 32 bits, which must be well mixed. Only grows: open addressing with
/// linear probing in 64 tables, of which one at a time becomes larger by half, so that memory grows by little at a
/// time: 10 to 15 bytes a number. They come in any order but that of their hashes: in a table that grows while only
/// its beginning is filled they would all stand in one run, and each at its end.
class HashedNumbers
{
public:
    /// A number that is there already is kept twice.
    void insert(quint64 number)
    {
        m_tables[tableOf(hashOf(number))].insert(number);
        ++m_count;
    }

    /// Calls accepts(number) for those with these upper bits until it is true; gives whether it was.
    template<typename Accepts>
    bool find(quint32 hash, Accepts accepts) const
    {
        return m_tables[tableOf(hash)].find(hash, accepts);
    }

    [[nodiscard]] size_t size() const { return m_count; }

    /// All, in order, in as many parts, so that whoever goes through them needs little memory.
    static constexpr size_t parts = 64;
    [[nodiscard]] std::vector<quint64> part(size_t part) const
    {
        std::vector<quint64> numbers = m_tables.at(part).numbers();
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

private:
    static constexpr quint64 empty = 0;
    static constexpr size_t leastPlaces = 64;
    static constexpr int tableBits = 6;
    static_assert(parts == size_t{1} << tableBits);

    static quint32 hashOf(quint64 number) { return static_cast<quint32>(number >> 32); }
    static size_t tableOf(quint32 hash) { return hash >> (32 - tableBits); }

    class Table
    {
    public:
        void insert(quint64 number)
        {
            if ((m_count + 1) * 5 > m_places.size() * 4)
                growTo(m_places.empty() ? leastPlaces : m_places.size() + m_places.size() / 2);
            put(number);
            ++m_count;
        }

        template<typename Accepts>
        bool find(quint32 hash, Accepts accepts) const
        {
            if (m_places.empty())
                return false;
            for (size_t at = placeOf(hash); m_places[at] != empty; at = behind(at)) {
                if (hashOf(m_places[at]) == hash && accepts(m_places[at]))
                    return true;
            }
            return false;
        }

        [[nodiscard]] std::vector<quint64> numbers() const
        {
            std::vector<quint64> found;
            found.reserve(m_count);
            std::copy_if(m_places.begin(), m_places.end(), std::back_inserter(found),
                         [](quint64 number) { return number != empty; });
            return found;
        }

    private:
        /// The bits that did not choose the table, as a share of its size.
        [[nodiscard]] size_t placeOf(quint32 hash) const
        {
            return static_cast<size_t>(quint64{hash << tableBits} * m_places.size() >> 32);
        }

        [[nodiscard]] size_t behind(size_t place) const { return place + 1 == m_places.size() ? 0 : place + 1; }

        void put(quint64 number)
        {
            size_t at = placeOf(hashOf(number));
            while (m_places[at] != empty)
                at = behind(at);
            m_places[at] = number;
        }

        void growTo(size_t places)
        {
            std::vector<quint64> old(places, empty);
            old.swap(m_places);
            for (const quint64 number : old) {
                if (number != empty)
                    put(number);
            }
        }

        std::vector<quint64> m_places;
        size_t m_count = 0;
    };

    std::array<Table, parts> m_tables;
    size_t m_count = 0;
};

} // namespace tidemark
