#include "index/Bitset.h"

#include "index/BitWords.h"

#include <algorithm>
#include <functional>

namespace tidemark {

namespace {

size_t wordsFor(qint64 size)
{
    return static_cast<size_t>((size + 63) / 64);
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

void Bitset::insertRange(qint64 from, qint64 until)
{
    fillBits(m_words.data(), std::max<qint64>(from, 0), std::min(until, m_size));
}

bool Bitset::isEmpty() const
{
    return std::ranges::all_of(m_words, [](quint64 word) { return word == 0; });
}

qint64 Bitset::count() const
{
    return BitWords::loops().count(m_words.data(), m_words.size());
}

qint64 Bitset::count(qint64 from, qint64 until) const
{
    qint64 sum = 0;
    overRange(
        std::max<qint64>(from, 0), std::min(until, m_size),
        [&](size_t word, quint64 mask) { sum += std::popcount(m_words[word] & mask); },
        [&](size_t first, size_t count) { sum += BitWords::loops().count(m_words.data() + first, count); });
    return sum;
}

Bitset &Bitset::operator&=(const Bitset &other)
{
    const size_t common = std::min(m_words.size(), other.m_words.size());
    BitWords::loops().intersect(m_words.data(), other.m_words.data(), common);
    std::fill(m_words.begin() + static_cast<std::ptrdiff_t>(common), m_words.end(), quint64(0));
    return *this;
}

Bitset &Bitset::operator|=(const Bitset &other)
{
    const size_t common = std::min(m_words.size(), other.m_words.size());
    BitWords::loops().unite(m_words.data(), other.m_words.data(), common);
    if (other.m_size > m_size && (m_size & 63) != 0)
        m_words.back() &= below(m_size & 63);
    return *this;
}

Bitset &Bitset::subtract(const Bitset &other)
{
    const size_t common = std::min(m_words.size(), other.m_words.size());
    BitWords::loops().subtract(m_words.data(), other.m_words.data(), common);
    return *this;
}

Bitset &Bitset::complement()
{
    std::ranges::transform(m_words, m_words.begin(), std::bit_not<>());
    if ((m_size & 63) != 0)
        m_words.back() &= below(m_size & 63);
    return *this;
}

} // namespace tidemark
