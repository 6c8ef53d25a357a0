#include "theme/RidgeLogistic.h"

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr int mostSteps = 50;
constexpr double smallestStep = 1e-8;

/// Solves a symmetric positive definite system by Cholesky's method; matrix is row after row, and is used up.
std::vector<double> solved(std::vector<double> matrix, std::vector<double> right)
{
    const size_t n = right.size();
    for (size_t j = 0; j < n; ++j) {
        for (size_t k = 0; k < j; ++k)
            matrix[j * n + j] -= matrix[j * n + k] * matrix[j * n + k];
        matrix[j * n + j] = std::sqrt(std::max(matrix[j * n + j], 1e-12));
        for (size_t i = j + 1; i < n; ++i) {
            for (size_t k = 0; k < j; ++k)
                matrix[i * n + j] -= matrix[i * n + k] * matrix[j * n + k];
            matrix[i * n + j] /= matrix[j * n + j];
        }
    }
    for (size_t i = 0; i < n; ++i) {
        for (size_t k = 0; k < i; ++k)
            right[i] -= matrix[i * n + k] * right[k];
        right[i] /= matrix[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; ++k)
            right[i] -= matrix[k * n + i] * right[k];
        right[i] /= matrix[i * n + i];
    }
    return right;
}

} // namespace

double logistic(double logit)
{
    return 1 / (1 + std::exp(-logit));
}

double RidgeLogistic::probability(std::span<const double> row) const
{
    double logit = bias;
    for (size_t i = 0; i < weights.size(); ++i)
        logit += weights[i] * row[i];
    return logistic(logit);
}

RidgeLogistic fitRidgeLogistic(std::span<const double> rows, const std::vector<bool> &present, double strength)
{
    const size_t columns = present.empty() ? 0 : rows.size() / present.size();
    const size_t n = columns + 1; // the bias comes last
    RidgeLogistic fit{std::vector<double>(columns), 0};
    for (int step = 0; step < mostSteps; ++step) {
        std::vector<double> gradient(n);
        std::vector<double> curvature(n * n);
        for (size_t r = 0; r < present.size(); ++r) {
            const std::span<const double> row = rows.subspan(r * columns, columns);
            const double p = fit.probability(row);
            const double error = (present[r] ? 1 : 0) - p;
            const double weight = p * (1 - p);
            for (size_t i = 0; i < n; ++i) {
                const double left = i < columns ? row[i] : 1;
                gradient[i] += error * left;
                for (size_t j = 0; j <= i; ++j)
                    curvature[i * n + j] += weight * left * (j < columns ? row[j] : 1);
            }
        }
        for (size_t i = 0; i < columns; ++i) {
            gradient[i] -= strength * fit.weights[i];
            curvature[i * n + i] += strength;
        }
        curvature[n * n - 1] += 1e-6; // where all are present, or none
        const std::vector<double> change = solved(std::move(curvature), std::move(gradient));
        double largest = 0;
        for (size_t i = 0; i < n; ++i) {
            const double bounded = std::clamp(change[i], -5.0, 5.0);
            (i < columns ? fit.weights[i] : fit.bias) += bounded;
            largest = std::max(largest, std::abs(bounded));
        }
        if (largest < smallestStep)
            break;
    }
    return fit;
}

} // namespace tidemark
