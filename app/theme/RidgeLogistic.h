#pragma once

#include <span>
#include <vector>

namespace tidemark {

/// A logistic regression over a handful of columns, with a penalty of strength / 2 on the squares of the weights
/// (not of the bias), found by Newton's method. Turns the decisions of several learners into one probability.
struct RidgeLogistic
{
    std::vector<double> weights; ///< by column
    double bias = 0;

    [[nodiscard]] double probability(std::span<const double> row) const;
};

/// rows: one column after the other within a row, so rows.size() is present.size() times the number of columns.
RidgeLogistic fitRidgeLogistic(std::span<const double> rows, const std::vector<bool> &present, double strength);

double logistic(double logit);

} // namespace tidemark
