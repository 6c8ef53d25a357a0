#pragma once

#include "theme/FeatureSpace.h"

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

    [[nodiscard]] int features() const { return m_features; }
    [[nodiscard]] bool isCharacters(int feature) const { return feature < m_firstWord; }
    [[nodiscard]] bool isRun(int feature) const { return feature >= m_firstRun && feature < m_firstHit; }

private:
    std::vector<Feature> m_all;
    std::vector<size_t> m_ends;
    int m_features = 0;
    int m_firstWord = 0;
    int m_firstRun = 0;
    int m_firstHit = 0;
};

/// A plane through the features: a story is on the theme's side if its decision is above 0. A feature counts with
/// its value, or with its presence alone.
struct LinearWeights
{
    std::vector<double> ofValue;    ///< by feature; empty: all 0
    std::vector<double> ofPresence; ///< likewise
    double bias = 0;

    [[nodiscard]] double decision(std::span<const Feature> row) const;
};

/// Ways of finding such a plane. They look at different features and err differently, so that together they err
/// less.
enum class LinearMethod {
    SparseMargin, ///< support vector machine, L1-regularised, squared hinge loss, over characters and words
    Margin,       ///< the same, L2-regularised
    Ratio, ///< logistic regression, L2-regularised, over the presence of words and runs of words, scaled by their
           ///< log-count ratio (Wang and Manning 2012, "Baselines and Bigrams")
};
inline constexpr LinearMethod allLinearMethods[]{LinearMethod::SparseMargin, LinearMethod::Margin,
                                                 LinearMethod::Ratio};

/// Finds a plane between the rows that are present and those that aren't; both kinds must be there. LIBLINEAR draws
/// from the C library's rand(), which is global: one fit runs at a time, after srand(seed), so that the same rows
/// give the same plane on the same machine.
LinearWeights fitLinear(LinearMethod method, const Examples &examples, std::span<const size_t> rows,
                        const std::vector<bool> &present, quint32 seed);

} // namespace tidemark
