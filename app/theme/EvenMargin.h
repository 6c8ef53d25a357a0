#pragma once

#include "theme/Examples.h"

namespace tidemark {

/// How far the slopes of a dual descent may lie apart in its end, here and in LIBLINEAR's: five times what that
/// takes by itself; nearer to the optimum, no answer is better.
inline constexpr double dualTolerance = 0.5;

/// The weights, by feature and the bias behind them, of the support vector machine with squared hinge loss and
/// L2-regularisation that parts the rows that are present from the others by their characters, words and hits: the
/// least of w^2 / 2 + cost sum(max(0, 1 - y (w x))^2). What says the same shares the weight evenly.
///
/// By dual coordinate descent with shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, "A Dual Coordinate
/// Descent Method for Large-scale Linear SVM"), as LIBLINEAR's L2R_L2LOSS_SVC_DUAL does it; but it draws from a
/// generator of its own and reads the rows where they are, so that any number of fits run at once.
std::vector<float> evenMargin(const Examples &examples, std::span<const size_t> rows,
                              const std::vector<bool> &present, double cost, quint32 seed);

} // namespace tidemark
