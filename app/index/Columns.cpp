#include "index/Columns.h"

#include "index/Together.h"

#include <algorithm>
#include <atomic>
#include <limits>

namespace tidemark {

namespace {

constexpr qint64 placedTogether = 1 << 16; ///< ordinals that one thread puts into the map at a time

} // namespace

void NumberColumn::reserve(qint64 size)
{
    if (m_isWide)
        m_wide.reserve(static_cast<size_t>(size));
    else
        m_narrow.reserve(static_cast<size_t>(size));
}

void NumberColumn::append(qint64 number)
{
    if (!m_isWide && !isNarrow(number))
        widen();
    if (m_isWide)
        m_wide.push_back(number);
    else
        m_narrow.push_back(static_cast<quint32>(number));
}

void NumberColumn::append(const NumberColumn &other, qint64 from, qint64 until)
{
    if (!m_isWide && !other.m_isWide) {
        m_narrow.insert(m_narrow.end(), other.m_narrow.begin() + from, other.m_narrow.begin() + until);
        return;
    }
    for (qint64 place = from; place < until; ++place)
        append(other.at(place));
}

void NumberColumn::append(qint64 least, std::span<const quint32> distances)
{
    const bool fits = distances.empty() || (isNarrow(least) && isNarrow(least + std::ranges::max(distances)));
    if (m_isWide || !fits) {
        for (const quint32 distance : distances)
            append(static_cast<qint64>(static_cast<quint64>(least) + distance));
        return;
    }
    const auto offset = static_cast<quint32>(least);
    const size_t before = m_narrow.size();
    m_narrow.resize(before + distances.size());
    std::ranges::transform(distances, m_narrow.begin() + static_cast<std::ptrdiff_t>(before),
                           [offset](quint32 distance) { return offset + distance; });
}

void NumberColumn::set(qint64 place, qint64 number)
{
    if (!m_isWide && !isNarrow(number))
        widen();
    if (m_isWide)
        m_wide[static_cast<size_t>(place)] = number;
    else
        m_narrow[static_cast<size_t>(place)] = static_cast<quint32>(number);
}

void NumberColumn::widen()
{
    m_wide.assign(m_narrow.begin(), m_narrow.end());
    m_narrow = {};
    m_isWide = true;
}

qint64 TimeColumn::firstNotBefore(Instant instant) const
{
    const auto next = std::ranges::lower_bound(m_stretches, instant, {}, &Stretch::first);
    if (next == m_stretches.begin())
        return 0;
    qint64 from = (next - m_stretches.begin() - 1) * stretchSize;
    qint64 until = std::min(from + stretchSize, size());
    while (from < until) {
        const qint64 middle = from + (until - from) / 2;
        if (at(middle) < instant)
            from = middle + 1;
        else
            until = middle;
    }
    return from;
}

void TimeColumn::append(Instant instant)
{
    const qint64 place = size() % stretchSize;
    if (place == 0)
        m_stretches.push_back({instant, {}});
    Stretch &stretch = m_stretches.back();
    const qint64 distance = instant - stretch.first;
    if (stretch.whole.empty() && distance > std::numeric_limits<quint32>::max()) {
        stretch.whole.reserve(static_cast<size_t>(stretchSize));
        for (qint64 i = 0; i < place; ++i)
            stretch.whole.push_back(stretch.first + m_distances[static_cast<size_t>(size() - place + i)]);
    }
    if (!stretch.whole.empty())
        stretch.whole.push_back(instant);
    m_distances.push_back(stretch.whole.empty() ? static_cast<quint32>(distance) : 0);
}

void TimeColumn::append(const TimeColumn &other, qint64 from, qint64 until)
{
    while (from < until) {
        const qint64 count
            = std::min({until - from, stretchSize - from % stretchSize, stretchSize - size() % stretchSize});
        if (!appendDistances(other, from, count)) {
            for (qint64 place = from; place < from + count; ++place)
                append(other.at(place));
        }
        from += count;
    }
}

/// Instants of one stretch into one; false, where distances can't say either's.
bool TimeColumn::appendDistances(const TimeColumn &other, qint64 from, qint64 count)
{
    const bool isNew = size() % stretchSize == 0;
    const Instant first = isNew ? other.at(from) : m_stretches.back().first;
    const Stretch &source = other.m_stretches[static_cast<size_t>(from / stretchSize)];
    const bool isWhole = !source.whole.empty() || (!isNew && !m_stretches.back().whole.empty());
    if (isWhole || other.at(from + count - 1) - first > std::numeric_limits<quint32>::max())
        return false;
    if (isNew)
        m_stretches.push_back({first, {}});
    const std::span distances
        = std::span(other.m_distances).subspan(static_cast<size_t>(from), static_cast<size_t>(count));
    const auto further = static_cast<quint32>(source.first - first); // below zero it wraps round, as does the sum
    const size_t end = m_distances.size();
    m_distances.resize(end + distances.size());
    std::ranges::transform(distances, m_distances.begin() + static_cast<std::ptrdiff_t>(end),
                           [further](quint32 distance) { return distance + further; });
    return true;
}

void TimeColumn::appendStretch(Instant first, std::span<const quint32> distances)
{
    m_stretches.push_back({first, {}});
    m_distances.insert(m_distances.end(), distances.begin(), distances.end());
}

OrdinalMap::OrdinalMap(const NumberColumn &ids)
{
    const qint64 size = ids.size();
    qint64 largest = 0;
    qint64 smallest = 0;
    for (qint64 ordinal = 0; ordinal < size; ++ordinal) {
        largest = std::max(largest, ids.at(ordinal));
        smallest = std::min(smallest, ids.at(ordinal));
    }
    const bool close = smallest >= 0 && largest <= 8 * size + 65'536;
    if (close)
        m_dense.assign(static_cast<size_t>(largest) + 1, -1);
    else
        m_sparse.reserve(size);
    for (qint64 ordinal = 0; ordinal < size && !close; ++ordinal)
        m_sparse.insert(StoryId{ids.at(ordinal)}, static_cast<qint32>(ordinal));
    if (!close)
        return;
    // Nearly each one lies on a page of its own, which takes longer than all the rest.
    std::atomic<qint64> nextPiece{0};
    together(mostHelpers(), [&] {
        for (qint64 from = placedTogether * nextPiece++; from < size; from = placedTogether * nextPiece++) {
            for (qint64 ordinal = from; ordinal < std::min(from + placedTogether, size); ++ordinal) {
                qint32 &place = m_dense[static_cast<size_t>(ids.at(ordinal))];
                std::atomic_ref(place).store(static_cast<qint32>(ordinal), std::memory_order_relaxed);
            }
        }
    });
}

std::optional<qint64> OrdinalMap::find(StoryId id) const
{
    const qint64 number = toNumber(id);
    if (number >= 0 && number < static_cast<qint64>(m_dense.size())) {
        const qint32 ordinal = m_dense[static_cast<size_t>(number)];
        return ordinal < 0 ? std::nullopt : std::optional<qint64>(ordinal);
    }
    const auto found = m_sparse.constFind(id);
    return found == m_sparse.cend() ? std::nullopt : std::optional<qint64>(*found);
}

} // namespace tidemark
