#pragma once

#include "theme/Examples.h"

namespace tidemark {

/// Characters and words of stories, feature by feature instead of story by story; 8 bytes each. The last column is
/// 1 in every row: the bias. Immutable; any thread.
class FeatureColumns
{
public:
    struct Entry
    {
        quint32 row = 0;
        float value = 0;
    };

    explicit FeatureColumns(const Examples &examples);

    [[nodiscard]] size_t rows() const { return m_rows; }
    [[nodiscard]] size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::span<const Entry> column(size_t number) const
    {
        const size_t start = number == 0 ? 0 : m_ends[number - 1];
        return std::span(m_all).subspan(start, m_ends[number] - start);
    }
    [[nodiscard]] double squares(size_t number) const { return m_squares[number]; } ///< the sum of them

private:
    size_t m_rows = 0;
    std::vector<Entry> m_all;
    std::vector<size_t> m_ends;
    std::vector<double> m_squares;
};

/// The weights, by column, of the support vector machine with squared hinge loss and L1-regularisation (C is 1)
/// that parts the rows that are present from the others: the least of |w| + sum(max(0, 1 - y (w x))^2). Most are 0.
///
/// By coordinate descent with shrinking (Yuan, Chang, Hsieh and Lin 2010, "A Comparison of Optimization Methods and
/// Software for Large-scale L1-regularized Linear Classification", as LIBLINEAR's L1R_L2LOSS_SVC does it), but each
/// step is bounded by the loss' greatest curvature, so that none has to be tried; it draws from a generator of its
/// own, and reads columns that all fits share.
std::vector<double> sparseMargin(const FeatureColumns &columns, std::span<const size_t> rows,
                                 const std::vector<bool> &present, quint32 seed);

} // namespace tidemark
