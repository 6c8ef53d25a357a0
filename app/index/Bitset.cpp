#include "index/Bitset.h"

#include <algorithm>
#include <functional>

namespace tidemark {

namespace {

// The baseline of x86-64 has no instruction that counts bits; nearly every processor does.
#if defined(__x86_64__)
#define TIDEMARK_COUNTS_BITS __attribute__((target("popcnt")))
#else
#define TIDEMARK_COUNTS_BITS
#endif

TIDEMARK_COUNTS_BITS qint64 countFast(const quint64 *words, size_t count)
{
    qint64 sum = 0;
    for (size_t i = 0; i < count; ++i)
        sum += __builtin_popcountll(words[i]);
    return sum;
}

TIDEMARK_COUNTS_BITS qint64 countBothFast(const quint64 *a, const quint64 *b, size_t count)
{
    qint64 sum = 0;
    for (size_t i = 0; i < count; ++i)
        sum += __builtin_popcountll(a[i] & b[i]);
    return sum;
}

#undef TIDEMARK_COUNTS_BITS

qint64 countPlain(const quint64 *words, size_t count)
{
    qint64 sum = 0;
    for (size_t i = 0; i < count; ++i)
        sum += std::popcount(words[i]);
    return sum;
}

qint64 countBothPlain(const quint64 *a, const quint64 *b, size_t count)
{
    qint64 sum = 0;
    for (size_t i = 0; i < count; ++i)
        sum += std::popcount(a[i] & b[i]);
    return sum;
}

bool processorCountsBits()
{
#if defined(__x86_64__)
    static const bool counts = __builtin_cpu_supports("popcnt") != 0;
    return counts;
#else
    return true;
#endif
}

qint64 countWords(const quint64 *words, size_t count)
{
    return processorCountsBits() ? countFast(words, count) : countPlain(words, count);
}

qint64 countWordsOfBoth(const quint64 *a, const quint64 *b, size_t count)
{
    return processorCountsBits() ? countBothFast(a, b, count) : countBothPlain(a, b, count);
}

size_t wordsFor(qint64 size)
{
    return static_cast<size_t>((size + 63) / 64);
}

/// The bits below `bit` of a word, bit 0 to 63.
quint64 below(qint64 bit)
{
    return (quint64(1) << bit) - 1;
}

/// Splits [from, until) into a first word, whole words and a last one; masked(word index, mask) for the ends,
/// whole(first word, number of words) between.
template<typename Masked, typename Whole>
void overRange(qint64 from, qint64 until, Masked masked, Whole whole)
{
    if (from >= until)
        return;
    const auto first = static_cast<size_t>(from >> 6);
    const auto last = static_cast<size_t>(until >> 6);
    const quint64 head = ~below(from & 63);
    const quint64 tail = below(until & 63);
    if (first == last) {
        masked(first, head & tail);
        return;
    }
    masked(first, head);
    whole(first + 1, last - first - 1);
    if (tail != 0)
        masked(last, tail);
}

} // namespace

Bitset::Bitset(qint64 size, bool filled) : m_words(wordsFor(size)), m_size(size)
{
    if (filled)
        complement();
}

void Bitset::resize(qint64 size)
{
    m_words.resize(wordsFor(size));
    if (size < m_size && (size & 63) != 0)
        m_words.back() &= below(size & 63);
    m_size = size;
}

void Bitset::insertRange(qint64 from, qint64 until)
{
    overRange(
        std::max<qint64>(from, 0), std::min(until, m_size),
        [&](size_t word, quint64 mask) { m_words[word] |= mask; },
        [&](size_t first, size_t count) { std::fill_n(m_words.data() + first, count, ~quint64(0)); });
}

void Bitset::insertMoved(const Bitset &source, qint64 from, qint64 to, qint64 count)
{
    while (count > 0) {
        // As many bits as fit in the target's word.
        const qint64 step = std::min(count, 64 - (to & 63));
        const auto word = static_cast<size_t>(from >> 6);
        quint64 bits = source.m_words[word] >> (from & 63);
        if ((from & 63) != 0 && word + 1 < source.m_words.size())
            bits |= source.m_words[word + 1] << (64 - (from & 63));
        if (step < 64)
            bits &= below(step);
        m_words[static_cast<size_t>(to >> 6)] |= bits << (to & 63);
        from += step;
        to += step;
        count -= step;
    }
}

bool Bitset::isEmpty() const
{
    return std::ranges::all_of(m_words, [](quint64 word) { return word == 0; });
}

qint64 Bitset::count() const
{
    return countWords(m_words.data(), m_words.size());
}

qint64 Bitset::count(qint64 from, qint64 until) const
{
    qint64 sum = 0;
    overRange(
        std::max<qint64>(from, 0), std::min(until, m_size),
        [&](size_t word, quint64 mask) { sum += std::popcount(m_words[word] & mask); },
        [&](size_t first, size_t count) { sum += countWords(m_words.data() + first, count); });
    return sum;
}

Bitset &Bitset::operator&=(const Bitset &other)
{
    const size_t common = std::min(m_words.size(), other.m_words.size());
    std::transform(m_words.begin(), m_words.begin() + static_cast<std::ptrdiff_t>(common), other.m_words.begin(),
                   m_words.begin(), std::bit_and<>());
    std::fill(m_words.begin() + static_cast<std::ptrdiff_t>(common), m_words.end(), quint64(0));
    return *this;
}

Bitset &Bitset::operator|=(const Bitset &other)
{
    const size_t common = std::min(m_words.size(), other.m_words.size());
    std::transform(m_words.begin(), m_words.begin() + static_cast<std::ptrdiff_t>(common), other.m_words.begin(),
                   m_words.begin(), std::bit_or<>());
    if (other.m_size > m_size && (m_size & 63) != 0)
        m_words.back() &= below(m_size & 63);
    return *this;
}

Bitset &Bitset::subtract(const Bitset &other)
{
    const size_t common = std::min(m_words.size(), other.m_words.size());
    std::transform(m_words.begin(), m_words.begin() + static_cast<std::ptrdiff_t>(common), other.m_words.begin(),
                   m_words.begin(), [](quint64 a, quint64 b) { return a & ~b; });
    return *this;
}

Bitset &Bitset::complement()
{
    std::ranges::transform(m_words, m_words.begin(), std::bit_not<>());
    if ((m_size & 63) != 0)
        m_words.back() &= below(m_size & 63);
    return *this;
}

qint64 Bitset::countBoth(const Bitset &a, const Bitset &b)
{
    return countWordsOfBoth(a.m_words.data(), b.m_words.data(), std::min(a.m_words.size(), b.m_words.size()));
}

qint64 Bitset::countBoth(const Bitset &a, const Bitset &b, qint64 from, qint64 until)
{
    qint64 sum = 0;
    overRange(
        std::max<qint64>(from, 0), std::min({until, a.m_size, b.m_size}),
        [&](size_t word, quint64 mask) { sum += std::popcount(a.m_words[word] & b.m_words[word] & mask); },
        [&](size_t first, size_t count) {
            sum += countWordsOfBoth(a.m_words.data() + first, b.m_words.data() + first, count);
        });
    return sum;
}

} // namespace tidemark
