#pragma once

#include <QtGlobal>

#include <bit>
#include <span>
#include <vector>

namespace tidemark {

/// A set of ordinals 0..size-1 in 64-bit words. Bits beyond size are always zero. Of a set of another size,
/// what lies beyond it counts as not in it.
class Bitset
{
public:
    Bitset() = default;
    explicit Bitset(qint64 size, bool filled = false);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool contains(qint64 ordinal) const
    {
        return (m_words[static_cast<size_t>(ordinal >> 6)] >> (ordinal & 63) & 1) != 0;
    }
    void insert(qint64 ordinal) { m_words[static_cast<size_t>(ordinal >> 6)] |= quint64(1) << (ordinal & 63); }
    void remove(qint64 ordinal) { m_words[static_cast<size_t>(ordinal >> 6)] &= ~(quint64(1) << (ordinal & 63)); }
    void insertRange(qint64 from, qint64 until); ///< all ordinals in [from, until)

    [[nodiscard]] bool isEmpty() const; ///< has none
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] qint64 count(qint64 from, qint64 until) const; ///< of the ordinals in [from, until)

    Bitset &operator&=(const Bitset &other);
    Bitset &operator|=(const Bitset &other);
    Bitset &subtract(const Bitset &other); ///< takes out what other has
    Bitset &complement();

    /// Calls visit(ordinal) in ascending order.
    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 rest = m_words[i]; rest != 0; rest &= rest - 1)
                visit(static_cast<qint64>(i) * 64 + std::countr_zero(rest));
        }
    }

    /// The same for the ordinals in [from, until).
    template<typename Visit>
    void forEach(qint64 from, qint64 until, Visit visit) const
    {
        for (qint64 word = from >> 6; word << 6 < until; ++word) {
            quint64 rest = m_words[static_cast<size_t>(word)];
            if (word == from >> 6)
                rest &= ~quint64(0) << (from & 63);
            for (; rest != 0; rest &= rest - 1) {
                const qint64 ordinal = word * 64 + std::countr_zero(rest);
                if (ordinal >= until)
                    return;
                visit(ordinal);
            }
        }
    }

    [[nodiscard]] const std::vector<quint64> &words() const { return m_words; }
    [[nodiscard]] std::span<quint64> words() { return m_words; }

    friend bool operator==(const Bitset &, const Bitset &) = default;

private:
    std::vector<quint64> m_words;
    qint64 m_size = 0;
};

} // namespace tidemark
