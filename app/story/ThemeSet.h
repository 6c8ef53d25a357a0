#pragma once

#include <QtGlobal>

#include <bit>

namespace tidemark {

/// A set of themes by their number in the codebook (0 to 63). A theme keeps its number for the life of a
/// collection, so a set can be stored.
class ThemeSet
{
public:
    static constexpr int capacity = 64;

    constexpr ThemeSet() = default;
    static constexpr ThemeSet fromBits(quint64 bits)
    {
        ThemeSet set;
        set.m_bits = bits;
        return set;
    }

    [[nodiscard]] constexpr quint64 bits() const { return m_bits; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr int count() const { return std::popcount(m_bits); }
    [[nodiscard]] constexpr bool contains(int theme) const { return (m_bits >> theme & 1) != 0; }
    constexpr void insert(int theme) { m_bits |= quint64(1) << theme; }
    constexpr void remove(int theme) { m_bits &= ~(quint64(1) << theme); }

    /// Calls visit(theme) for each theme in ascending order.
    template<typename Visit>
    constexpr void forEach(Visit visit) const
    {
        for (quint64 rest = m_bits; rest != 0; rest &= rest - 1)
            visit(std::countr_zero(rest));
    }

    friend constexpr bool operator==(ThemeSet, ThemeSet) = default;
    friend constexpr ThemeSet operator|(ThemeSet a, ThemeSet b) { return fromBits(a.m_bits | b.m_bits); }
    friend constexpr ThemeSet operator&(ThemeSet a, ThemeSet b) { return fromBits(a.m_bits & b.m_bits); }
    /// The themes of a that are not in b.
    friend constexpr ThemeSet operator-(ThemeSet a, ThemeSet b) { return fromBits(a.m_bits & ~b.m_bits); }

private:
    quint64 m_bits = 0;
};

} // namespace tidemark
