#include "theme/EvenMargin.h"

#include "theme/FourSums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace tidemark {

namespace {

constexpr int mostPasses = 1000;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// One descent in the dual: each row has a multiplier, 0 for those far on their own side of the margin.
class DualDescent
{
public:
    DualDescent(const Examples &examples, std::span<const size_t> rows, const std::vector<bool> &present,
                double cost)
        : m_softness(0.5 / cost), m_weights(static_cast<size_t>(examples.features()) + 1)
    {
        m_rows.reserve(rows.size());
        for (const size_t row : rows) {
            Row one{examples.pieces(row), examples.hits(row), present[row] ? 1.0 : -1.0, 0, 1 + m_softness};
            for (const std::span<const Feature> part : {one.pieces, one.hits}) {
                for (const Feature &feature : part)
                    one.curvature += double{feature.value} * double{feature.value};
            }
            m_rows.push_back(one);
        }
    }

    std::vector<float> run(quint32 seed)
    {
        std::mt19937 random(seed);
        m_active.resize(m_rows.size());
        std::iota(m_active.begin(), m_active.end(), size_t{0});
        m_bound = infinity;
        for (int pass = 0; pass < mostPasses; ++pass) {
            std::shuffle(m_active.begin(), m_active.end(), random);
            const bool isWhole = m_active.size() == m_rows.size();
            if (descend() > dualTolerance)
                continue;
            if (isWhole)
                break;
            m_active.resize(m_rows.size()); // does it hold for those that were left out, too?
            std::iota(m_active.begin(), m_active.end(), size_t{0});
            m_bound = infinity;
        }
        return std::move(m_weights);
    }

private:
    struct Row
    {
        std::span<const Feature> pieces;
        std::span<const Feature> hits;
        double side = 0;
        double multiplier = 0;
        double curvature = 0;
    };

    /// A step along each active row's multiplier; gives how far the slopes lie apart, which are 0 at the optimum.
    /// Rows that are likely to stay far from the margin are left out from then on.
    double descend()
    {
        double highest = -infinity;
        double lowest = infinity;
        size_t kept = 0;
        for (const size_t number : m_active) {
            Row &row = m_rows[number];
            const double slope = row.side * decision(row) - 1 + row.multiplier * m_softness;
            if (row.multiplier == 0 && slope > m_bound)
                continue;
            m_active[kept++] = number;
            const double off = row.multiplier == 0 ? std::min(slope, 0.0) : slope;
            highest = std::max(highest, off);
            lowest = std::min(lowest, off);
            if (off != 0)
                step(row, slope);
        }
        m_active.resize(kept);
        m_bound = highest > 0 ? highest : infinity;
        return highest - lowest;
    }

    [[nodiscard]] double decision(const Row &row) const
    {
        const auto term = [this](const Feature &feature) {
            return m_weights[static_cast<size_t>(feature.number)] * feature.value;
        };
        auto sums = fourSums(m_weights.back(), row.pieces.size(), [&](size_t at) { return term(row.pieces[at]); });
        for (const Feature &hit : row.hits)
            sums[1] += term(hit);
        return total(sums);
    }

    void step(Row &row, double slope)
    {
        const double before = row.multiplier;
        row.multiplier = std::max(0.0, before - slope / row.curvature);
        const float change = static_cast<float>((row.multiplier - before) * row.side);
        for (const std::span<const Feature> part : {row.pieces, row.hits}) {
            for (const Feature &feature : part)
                m_weights[static_cast<size_t>(feature.number)] += change * feature.value;
        }
        m_weights.back() += change;
    }

    double m_softness;
    std::vector<Row> m_rows;
    std::vector<float> m_weights;
    std::vector<size_t> m_active;
    double m_bound = infinity; ///< the highest slope of the pass before
};

} // namespace

std::vector<float> evenMargin(const Examples &examples, std::span<const size_t> rows,
                              const std::vector<bool> &present, double cost, quint32 seed)
{
    return DualDescent(examples, rows, present, cost).run(seed);
}

} // namespace tidemark
