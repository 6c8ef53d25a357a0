#pragma once

#include <QVector>

namespace tidemark {

/// How high counts stand in a plot. Linear: the upper edge is three round steps. Logarithmic: a count stands at
/// log(1 + count), so that none stands at the foot and one above it; the upper edge is 1, 2 or 5 times a power of
/// ten.
class CountScale
{
public:
    enum class Kind : quint8 { Linear, Logarithmic };

    CountScale() = default;
    explicit CountScale(qint64 most, Kind kind = Kind::Linear); ///< most: the largest count to be shown

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] double shareOf(double count) const; ///< 0: the foot of the plot; 1: its upper edge
    [[nodiscard]] qint64 top() const { return m_top; }
    /// The round figures for the lines, rising: three, or the powers of ten (at most four).
    [[nodiscard]] QVector<qint64> figures() const;

    /// The smallest round figure of which three are at least most.
    static qint64 roundStep(qint64 most);

private:
    Kind m_kind = Kind::Linear;
    qint64 m_top = 3;
};

} // namespace tidemark
