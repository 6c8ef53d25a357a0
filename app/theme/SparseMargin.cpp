#include "theme/SparseMargin.h"

#include "theme/FourSums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace tidemark {

namespace {

constexpr int mostPasses = 1000;
constexpr double tolerance = 0.1; ///< of the first pass's distance from the optimum
/// What is rarer starts nearer to its optimum, and has to come nearer, as LIBLINEAR has it.
constexpr double commonShare = 0.2;

double softened(double value, double threshold)
{
    return value > threshold ? value - threshold : value < -threshold ? value + threshold : 0;
}

/// One descent. A row that isn't learned from has no side, so that it never violates the margin.
class Descent
{
public:
    Descent(const FeatureColumns &columns, std::span<const size_t> rows, const std::vector<bool> &present)
        : m_columns(columns),
          m_rows(static_cast<double>(rows.size())),
          m_sides(columns.rows()),
          m_weights(columns.size())
    {
        for (const size_t row : rows)
            m_sides[row] = present[row] ? 1 : -1;
        const auto shown = static_cast<double>(std::ranges::count(m_sides, 1.0F));
        m_tolerance = tolerance * std::min(1.0, std::min(shown, m_rows - shown) / (commonShare * m_rows));
        m_residuals = m_sides;
        m_violations = m_sides;
        for (size_t column = 0; column < columns.size(); ++column) {
            if (!columns.column(column).empty())
                m_active.push_back(column);
        }
    }

    std::vector<double> run(quint32 seed)
    {
        std::mt19937 random(seed);
        const std::vector<size_t> all = m_active;
        double first = 0;
        for (int pass = 0; pass < mostPasses; ++pass) {
            const bool isWhole = m_active.size() == all.size();
            std::shuffle(m_active.begin(), m_active.end(), random);
            const double distance = descend();
            if (pass == 0)
                first = distance;
            if (distance > m_tolerance * first)
                continue;
            if (isWhole)
                break;
            m_active = all; // does it hold for those that were left out, too?
            m_worst = std::numeric_limits<double>::infinity();
        }
        return std::move(m_weights);
    }

private:
    /// A step along each active column; gives how far from the optimum they were in sum. Columns that are likely to
    /// stay 0 are left out from then on.
    double descend()
    {
        const double margin = m_worst / m_rows;
        double distance = 0;
        double worst = 0;
        size_t kept = 0;
        for (const size_t column : m_active) {
            const double weight = m_weights[column];
            const double slope = slopeAlong(column);
            if (weight == 0 && std::abs(slope) < 1 - margin)
                continue;
            m_active[kept++] = column;
            const double off
                = weight == 0 ? std::max(0.0, std::abs(slope) - 1) : std::abs(slope + (weight > 0 ? 1 : -1));
            distance += off;
            worst = std::max(worst, off);
            if (off > 0)
                step(column, slope);
        }
        m_active.resize(kept);
        m_worst = worst;
        return distance;
    }

    [[nodiscard]] double slopeAlong(size_t column) const
    {
        const std::span<const FeatureColumns::Entry> entries = m_columns.column(column);
        const auto term = [&](size_t at) { return entries[at].value * m_violations[entries[at].row]; };
        return -2 * total(fourSums(0, entries.size(), term));
    }

    void step(size_t column, double slope)
    {
        const double curvature = 2 * m_columns.squares(column);
        const double weight = softened(m_weights[column] - slope / curvature, 1 / curvature);
        const float change = static_cast<float>(weight - m_weights[column]);
        m_weights[column] = weight;
        for (const FeatureColumns::Entry &entry : m_columns.column(column)) {
            const float residual = m_residuals[entry.row] - change * entry.value;
            m_residuals[entry.row] = residual;
            // The residual, or 0 where the side points elsewhere; no branch, for its way could not be foreseen.
            const float side = m_sides[entry.row];
            m_violations[entry.row] = side * (side * residual + std::abs(residual)) / 2;
        }
    }

    const FeatureColumns &m_columns;
    double m_rows;
    double m_tolerance = tolerance;
    std::vector<float> m_sides;      ///< by row: 1, -1, or 0 for one that isn't learned from
    std::vector<float> m_residuals;  ///< the side less the decision
    std::vector<float> m_violations; ///< the residual where the margin is violated, else 0
    std::vector<double> m_weights;
    std::vector<size_t> m_active;
    double m_worst = std::numeric_limits<double>::infinity(); ///< of the pass before
};

} // namespace

FeatureColumns::FeatureColumns(const Examples &examples)
    : m_rows(examples.size()), m_ends(static_cast<size_t>(examples.features()) + 1), m_squares(m_ends.size())
{
    const auto eachEntry = [&examples](auto &&visit) {
        for (size_t row = 0; row < examples.size(); ++row) {
            for (const Feature &feature : examples.row(row)) {
                if (!examples.isRun(feature.number))
                    visit(static_cast<size_t>(feature.number), row, feature.value);
            }
            visit(static_cast<size_t>(examples.features()), row, 1.0F);
        }
    };
    eachEntry([this](size_t column, size_t, float value) {
        ++m_ends[column];
        m_squares[column] += double{value} * double{value};
    });
    std::partial_sum(m_ends.begin(), m_ends.end(), m_ends.begin());
    m_all.resize(m_ends.back());
    std::vector<size_t> next(m_ends.size());
    std::copy(m_ends.begin(), m_ends.end() - 1, next.begin() + 1);
    eachEntry([&](size_t column, size_t row, float value) {
        m_all[next[column]++] = {static_cast<quint32>(row), value};
    });
}

std::vector<double> sparseMargin(const FeatureColumns &columns, std::span<const size_t> rows,
                                 const std::vector<bool> &present, quint32 seed)
{
    return Descent(columns, rows, present).run(seed);
}

} // namespace tidemark
