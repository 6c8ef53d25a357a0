#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace tidemark {

/// Loops over words of bits, in the form that suits the processor the program runs on: built for the baseline and,
/// on x86-64, for AVX2 and for AVX-512 with its counting of bits, chosen once at run time.
struct BitWords
{
    void (*intersect)(quint64 *into, const quint64 *with, size_t count); ///< into and with
    void (*unite)(quint64 *into, const quint64 *with, size_t count);     ///< into or with
    void (*subtract)(quint64 *into, const quint64 *with, size_t count);  ///< into and not with
    qint64 (*count)(const quint64 *words, size_t count);                 ///< bits set
    qint64 (*countBoth)(const quint64 *a, const quint64 *b, size_t count);

    static const BitWords &loops();
    static std::vector<BitWords> usable(); ///< all that this processor can run, the quickest last
};

/// The bits below `bit` of a word, bit 0 to 63.
constexpr quint64 below(qint64 bit)
{
    return (quint64(1) << bit) - 1;
}

/// Sets in target, from bit `to` on, what source has from bit `from` on; count bits.
void moveBits(const quint64 *source, qint64 from, quint64 *target, qint64 to, qint64 count);

/// Sets the bits [from, until).
void fillBits(quint64 *words, qint64 from, qint64 until);

} // namespace tidemark
