#pragma once

#include "story/StoryId.h"
#include "story/TimeSpan.h"

#include <QHash>
#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace tidemark {

/// Whole numbers one after the other, four bytes each for as long as they fit: positive and below 2^32.
class NumberColumn
{
public:
    NumberColumn() = default;
    explicit NumberColumn(qint64 size) : m_narrow(static_cast<size_t>(size)) {} ///< of zeros

    [[nodiscard]] qint64 size() const { return static_cast<qint64>(m_isWide ? m_wide.size() : m_narrow.size()); }
    [[nodiscard]] qint64 at(qint64 place) const
    {
        const auto i = static_cast<size_t>(place);
        return m_isWide ? m_wide[i] : m_narrow[i];
    }
    void reserve(qint64 size);
    void append(qint64 number);
    void append(const NumberColumn &other, qint64 from, qint64 until); ///< other's numbers at [from, until)
    void append(qint64 least, std::span<const quint32> distances);     ///< the numbers so far from the least
    void set(qint64 place, qint64 number);

private:
    static bool isNarrow(qint64 number) { return number >= 0 && number <= 0xffff'ffff; }
    void widen();

    std::vector<quint32> m_narrow;
    std::vector<qint64> m_wide;
    bool m_isWide = false;
};

/// Instants that never fall, to the millisecond, four bytes each: by stretches of 1,024, as distances from the
/// first of each. A stretch that is longer than 49 days keeps them whole.
class TimeColumn
{
public:
    [[nodiscard]] qint64 size() const { return static_cast<qint64>(m_distances.size()); }
    [[nodiscard]] bool isEmpty() const { return m_distances.empty(); }
    [[nodiscard]] Instant at(qint64 place) const
    {
        const Stretch &stretch = m_stretches[static_cast<size_t>(place / stretchSize)];
        return stretch.whole.empty() ? stretch.first + m_distances[static_cast<size_t>(place)]
                                     : stretch.whole[static_cast<size_t>(place % stretchSize)];
    }
    [[nodiscard]] Instant first() const { return at(0); }
    [[nodiscard]] Instant last() const { return at(size() - 1); }
    [[nodiscard]] qint64 firstNotBefore(Instant instant) const; ///< size(), if all are before it

    void reserve(qint64 size) { m_distances.reserve(static_cast<size_t>(size)); }
    void append(Instant instant); ///< not before the last
    void append(const TimeColumn &other, qint64 from, qint64 until);
    /// A stretch, the last one excepted a whole one, behind whole ones: distances from its first, which never fall.
    void appendStretch(Instant first, std::span<const quint32> distances);

    static constexpr qint64 stretchSize = 1024;

private:
    struct Stretch
    {
        Instant first;
        std::vector<Instant> whole; ///< empty: the distances hold
    };

    bool appendDistances(const TimeColumn &other, qint64 from, qint64 count);

    std::vector<Stretch> m_stretches;
    std::vector<quint32> m_distances;
};

/// From a story's number to its ordinal: an array where the numbers lie close, as they do in a collection.
class OrdinalMap
{
public:
    OrdinalMap() = default;
    explicit OrdinalMap(const NumberColumn &ids);

    [[nodiscard]] std::optional<qint64> find(StoryId id) const;

private:
    std::vector<qint32> m_dense; ///< by number; -1: no such story
    QHash<StoryId, qint32> m_sparse;
};

} // namespace tidemark
