#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace tidemark {

/// Counts the set bits of many words: rows of words are added bit by bit with what carries over kept, as on paper,
/// so that only one row in sixteen has its bits counted. All of it is plain arithmetic on rows, which the compiler
/// turns into the widest vectors that the calling function is built for.
///
/// Harley and Seal's method, as in W. Muła, N. Kurz, D. Lemire, Faster Population Counts Using AVX2 Instructions,
/// The Computer Journal 61 (2018).
namespace CarrySave {

constexpr size_t rowWords = 8;
constexpr int levels = 4;
constexpr size_t rowsTogether = size_t(1) << levels;

using Row = std::array<quint64, rowWords>;
using Rests = std::array<Row, levels>; ///< what is left of the sums, in units of 1, 2, 4 and 8

/// Adds two rows to a rest; gives what carries over, in units twice as large.
[[gnu::always_inline]] inline Row carry(Row &rest, const Row &a, const Row &b)
{
    Row over;
    for (size_t i = 0; i < rowWords; ++i) {
        const quint64 either = rest[i] ^ a[i];
        over[i] = (rest[i] & a[i]) | (either & b[i]);
        rest[i] = either ^ b[i];
    }
    return over;
}

/// Adds 2^level rows from one on to the rests; gives what carries over.
template<int level, typename RowAt>
[[gnu::always_inline]] inline Row addRows(Rests &rests, const RowAt &rowAt, size_t first)
{
    if constexpr (level == 0) {
        return rowAt(first);
    } else {
        const Row a = addRows<level - 1>(rests, rowAt, first);
        const Row b = addRows<level - 1>(rests, rowAt, first + (size_t(1) << (level - 1)));
        return carry(rests[level - 1], a, b);
    }
}

[[gnu::always_inline]] inline quint64 bitsIn(quint64 word)
{
    word -= (word >> 1) & 0x5555'5555'5555'5555;
    word = (word & 0x3333'3333'3333'3333) + ((word >> 2) & 0x3333'3333'3333'3333);
    word = (word + (word >> 4)) & 0x0f0f'0f0f'0f0f'0f0f;
    word += word >> 8; // a product would do it in one step, but not in vectors
    word += word >> 16;
    word += word >> 32;
    return word & 0xff;
}

[[gnu::always_inline]] inline void countInto(Row &sums, const Row &row)
{
    for (size_t i = 0; i < rowWords; ++i)
        sums[i] += bitsIn(row[i]);
}

[[gnu::always_inline]] inline quint64 sumOf(const Row &row)
{
    quint64 sum = 0;
    for (const quint64 each : row)
        sum += each;
    return sum;
}

/// The set bits of so many rows, a multiple of rowsTogether.
template<typename RowAt>
[[gnu::always_inline]] inline quint64 countRows(const RowAt &rowAt, size_t rows)
{
    Rests rests{};
    Row carried{};
    for (size_t first = 0; first < rows; first += rowsTogether)
        countInto(carried, addRows<levels>(rests, rowAt, first));
    quint64 sum = sumOf(carried) << levels;
    for (size_t level = 0; level < rests.size(); ++level) {
        Row counted{};
        countInto(counted, rests[level]);
        sum += sumOf(counted) << level;
    }
    return sum;
}

/// The set bits of so many words, each given by wordAt(its place); foresee(place) is called before each row of
/// them.
template<typename WordAt, typename Foresee>
[[gnu::always_inline]] inline qint64 count(const WordAt &wordAt, const Foresee &foresee, size_t words)
{
    const auto rowAt = [&](size_t number) {
        foresee(number * rowWords);
        Row row;
        for (size_t i = 0; i < rowWords; ++i)
            row[i] = wordAt(number * rowWords + i);
        return row;
    };
    const size_t rows = words / rowWords / rowsTogether * rowsTogether;
    quint64 sum = rows > 0 ? countRows(rowAt, rows) : 0;
    for (size_t i = rows * rowWords; i < words; ++i)
        sum += static_cast<quint64>(__builtin_popcountll(wordAt(i)));
    return static_cast<qint64>(sum);
}

} // namespace CarrySave

} // namespace tidemark
