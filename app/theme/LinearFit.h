#pragma once

#include "theme/Examples.h"
#include "theme/SparseMargin.h"

#include <span>
#include <vector>

namespace tidemark {

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

/// Finds planes among the same stories again and again: for each label, and with other stories kept aside. Holds
/// them a second time, 8 bytes for each character or word of a story, and 16 for each word and run while a Ratio
/// plane is found. Any thread; that one is LIBLINEAR's, which draws from the C library's rand(), and that is
/// global, so that Ratio planes wait for one another. Lives no longer than the examples.
class LinearFit
{
public:
    explicit LinearFit(const Examples &examples);

    /// A plane between the rows that are present and those that aren't; both kinds must be there. The same rows
    /// give the same plane on the same machine, whatever else is fitted meanwhile.
    [[nodiscard]] LinearWeights plane(LinearMethod method, std::span<const size_t> rows,
                                      const std::vector<bool> &present, quint32 seed) const;

private:
    const Examples &m_examples;
    FeatureColumns m_columns;
};

} // namespace tidemark
