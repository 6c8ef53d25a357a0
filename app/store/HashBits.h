#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

namespace tidemark {

/// Which hashes of 32 bits were seen, of so many that their numbers wouldn't fit in memory: a bit stands for the
/// upper bits of a hash. What was seen is always known again; of what wasn't, some three in a hundred are taken for
/// it while no more come than were expected. Four to eight bytes a hash, 8 KiB at least and 128 MiB at most: beyond
/// 33 million more are taken for it, nine in a hundred at a hundred million.
class HashBits
{
public:
    explicit HashBits(size_t expected = 0)
        : m_shift(32 - bitsOfNumber(expected)), m_words((size_t{1} << bitsOfNumber(expected)) / 64)
    {
    }

    void insert(quint32 hash) { m_words[placeOf(hash) / 64] |= quint64{1} << placeOf(hash) % 64; }
    [[nodiscard]] bool mayHave(quint32 hash) const
    {
        return (m_words[placeOf(hash) / 64] >> placeOf(hash) % 64 & 1) != 0;
    }

private:
    static constexpr size_t bitsEach = 32;
    static constexpr int fewestBits = 16;
    static constexpr int mostBits = 30;

    static int bitsOfNumber(size_t expected)
    {
        return std::clamp(static_cast<int>(std::bit_width(expected * bitsEach)), fewestBits, mostBits);
    }

    [[nodiscard]] size_t placeOf(quint32 hash) const { return hash >> m_shift; }

    int m_shift;
    std::vector<quint64> m_words;
};

} // namespace tidemark
