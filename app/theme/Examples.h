#pragma once

#include "theme/FeatureSpace.h"

#include <algorithm>
#include <span>
#include <vector>

namespace tidemark {

/// Stories as rows of features, all in one piece of memory: 8 bytes a feature.
class Examples
{
public:
    explicit Examples(const FeatureSpace &space)
        : m_features(space.size()),
          m_firstWord(space.firstWord()),
          m_firstRun(space.firstRun()),
          m_firstHit(space.firstHit())
    {
    }

    void reserve(size_t features, size_t rows)
    {
        m_all.reserve(features);
        m_ends.reserve(rows);
    }
    void add(std::span<const Feature> row)
    {
        m_all.insert(m_all.end(), row.begin(), row.end());
        m_ends.push_back(m_all.size());
    }
    [[nodiscard]] size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::span<const Feature> row(size_t number) const
    {
        const size_t start = number == 0 ? 0 : m_ends[number - 1];
        return std::span(m_all).subspan(start, m_ends[number] - start);
    }

    /// A row's characters and words; what the rules say of it.
    [[nodiscard]] std::span<const Feature> pieces(size_t number) const
    {
        const std::span<const Feature> all = row(number);
        return all.first(countBelow(all, m_firstRun));
    }
    [[nodiscard]] std::span<const Feature> hits(size_t number) const { return from(m_firstHit, row(number)); }
    /// Its words, runs of words, and what the rules say.
    [[nodiscard]] std::span<const Feature> wordsAndRuns(size_t number) const
    {
        return from(m_firstWord, row(number));
    }

    [[nodiscard]] int features() const { return m_features; }
    [[nodiscard]] bool isRun(int feature) const { return feature >= m_firstRun && feature < m_firstHit; }

private:
    static size_t countBelow(std::span<const Feature> row, int number)
    {
        const auto end
            = std::ranges::partition_point(row, [=](const Feature &each) { return each.number < number; });
        return static_cast<size_t>(end - row.begin());
    }
    static std::span<const Feature> from(int number, std::span<const Feature> row)
    {
        return row.subspan(countBelow(row, number));
    }

    std::vector<Feature> m_all;
    std::vector<size_t> m_ends;
    int m_features = 0;
    int m_firstWord = 0;
    int m_firstRun = 0;
    int m_firstHit = 0;
};

} // namespace tidemark
