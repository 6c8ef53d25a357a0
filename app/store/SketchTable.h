#pragma once

#include "text/WordRuns.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tidemark {

/// The new stories by each place of their sketches, and who had the same number before them.
class SketchTable
{
public:
    static constexpr size_t places = TextSketch().size();

    struct Pair
    {
        qint64 first = 0; ///< a story of before, or an earlier one of the new ones
        qint64 story = 0;
        friend bool operator==(const Pair &, const Pair &) = default;
        friend bool operator<(const Pair &a, const Pair &b)
        {
            return std::pair(a.first, a.story) < std::pair(b.first, b.story);
        }
    };

    void add(qint64 story, const TextSketch &sketch)
    {
        const auto place = static_cast<quint32>(m_stories.size());
        m_stories.push_back(story);
        for (size_t i = 0; i < places; ++i)
            m_entries[i].push_back({sketch[i], place});
    }

    void sort()
    {
        // A bit for a few of the numbers spares most of the old stories a search.
        size_t bits = 64;
        while (bits < m_stories.size() * places * 8)
            bits *= 2;
        m_seen.assign(bits / 64, 0);
        for (size_t i = 0; i < places; ++i) {
            std::sort(m_entries[i].begin(), m_entries[i].end());
            for (const Entry &entry : m_entries[i])
                m_seen[bitOf(entry.number, i) / 64] |= quint64(1) << (bitOf(entry.number, i) % 64);
        }
    }

    /// An old story, in order.
    void meet(qint64 story, const TextSketch &sketch)
    {
        for (size_t i = 0; i < places; ++i) {
            const quint32 number = sketch[i];
            if ((m_seen[bitOf(number, i) / 64] >> (bitOf(number, i) % 64) & 1) == 0)
                continue;
            const auto entry = std::ranges::lower_bound(m_entries[i], number, {}, &Entry::number);
            if (entry != m_entries[i].end() && entry->number == number)
                m_before[i].emplace(number, story);
        }
    }

    /// Who agrees with whom, once for each place of the sketch; sorted.
    [[nodiscard]] std::vector<Pair> pairs() const
    {
        std::vector<Pair> found;
        for (size_t i = 0; i < places; ++i) {
            qint64 first = 0;
            for (size_t at = 0; at < m_entries[i].size(); ++at) {
                const Entry &entry = m_entries[i][at];
                const qint64 story = m_stories[entry.place];
                if (at == 0 || m_entries[i][at - 1].number != entry.number) {
                    const auto before = m_before[i].find(entry.number);
                    first = before == m_before[i].end() ? story : before->second;
                }
                if (first != story)
                    found.push_back({first, story});
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    struct Entry
    {
        quint32 number = 0;
        quint32 place = 0; ///< in m_stories
        friend bool operator<(const Entry &a, const Entry &b)
        {
            return std::pair(a.number, a.place) < std::pair(b.number, b.place);
        }
    };

    [[nodiscard]] size_t bitOf(quint32 number, size_t place) const
    {
        return (number ^ place * 0x9e3779b97f4a7c15U) & (m_seen.size() * 64 - 1);
    }

    std::vector<qint64> m_stories;
    std::array<std::vector<Entry>, places> m_entries;
    std::array<std::unordered_map<quint32, qint64>, places> m_before;
    std::vector<quint64> m_seen;
};

} // namespace tidemark
