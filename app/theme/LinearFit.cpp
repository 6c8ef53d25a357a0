#include "theme/LinearFit.h"

#include "theme/EvenMargin.h"

#include <QMutex>

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>

namespace tidemark {

namespace {

constexpr double marginCost = 0.3; ///< of an error against large weights
constexpr double ratioCost = 0.2;  ///< likewise

/// For each feature from the first word on: the logarithm of how much more often present rows have it than the
/// others, one added to each.
std::vector<double> logCountRatios(const Examples &examples, std::span<const size_t> rows,
                                   const std::vector<bool> &present)
{
    std::vector<double> counts[2];
    counts[0].resize(static_cast<size_t>(examples.features()), 1);
    counts[1] = counts[0];
    double stories[2]{1, 1};
    for (const size_t row : rows) {
        const size_t side = present[row] ? 1 : 0;
        ++stories[side];
        for (const Feature &feature : examples.wordsAndRuns(row))
            ++counts[side][static_cast<size_t>(feature.number)];
    }
    std::vector<double> ratios(counts[0].size());
    const double evenly = stories[1] / stories[0];
    for (size_t i = 0; i < ratios.size(); ++i) {
        const bool occurs = counts[0][i] + counts[1][i] > 2;
        ratios[i] = occurs ? std::log(counts[1][i] / counts[0][i] / evenly) : 0;
    }
    return ratios;
}

/// Whose turn it is with LIBLINEAR.
QMutex &turns()
{
    static QMutex one;
    return one;
}

using TrainedModel = std::unique_ptr<model, void (*)(model *)>;

TrainedModel trained(std::vector<feature_node *> &rows, std::span<double> sides, int features, quint32 seed)
{
    problem asked{};
    asked.l = static_cast<int>(rows.size());
    asked.n = features + 1;
    asked.y = sides.data();
    asked.x = rows.data();
    asked.bias = 1;
    parameter how{};
    how.solver_type = L2R_LR_DUAL;
    how.C = ratioCost;
    how.eps = dualTolerance;

    set_print_string_function([](const char *) {});
    std::srand(seed);
    return {train(&asked, &how), [](model *old) { free_and_destroy_model(&old); }};
}

} // namespace

double LinearWeights::decision(std::span<const Feature> row) const
{
    double sum = bias;
    for (const Feature &feature : row) {
        const size_t number = static_cast<size_t>(feature.number);
        if (!ofValue.empty())
            sum += ofValue[number] * double{feature.value};
        if (!ofPresence.empty())
            sum += ofPresence[number];
    }
    return sum;
}

namespace {

/// Some stories as LIBLINEAR takes them, each feature as its ratio says: features counted from 1, behind them the
/// bias, then a -1.
class ScaledRows
{
public:
    ScaledRows(const Examples &examples, std::span<const size_t> rows, const std::vector<double> &ratios)
    {
        constexpr size_t ends = 2;
        size_t count = rows.size() * ends;
        for (const size_t row : rows)
            count += examples.wordsAndRuns(row).size();
        m_nodes.reserve(count); // a list that grows by doubling would hold the most of all memory in vain
        for (const size_t row : rows) {
            m_starts.push_back(m_nodes.data() + m_nodes.size());
            for (const Feature &feature : examples.wordsAndRuns(row))
                m_nodes.push_back({feature.number + 1, ratios[static_cast<size_t>(feature.number)]});
            m_nodes.push_back({examples.features() + 1, 1});
            m_nodes.push_back({-1, 0});
        }
    }
    ScaledRows(const ScaledRows &) = delete;
    ScaledRows &operator=(const ScaledRows &) = delete;

    [[nodiscard]] std::vector<feature_node *> &starts() { return m_starts; }

private:
    std::vector<feature_node> m_nodes;
    std::vector<feature_node *> m_starts;
};

LinearWeights sparsePlane(const FeatureColumns &columns, std::span<const size_t> rows,
                          const std::vector<bool> &present, quint32 seed)
{
    LinearWeights plane;
    plane.ofValue = sparseMargin(columns, rows, present, seed);
    plane.bias = plane.ofValue.back();
    plane.ofValue.pop_back();
    return plane;
}

LinearWeights evenPlane(const Examples &examples, std::span<const size_t> rows, const std::vector<bool> &present,
                        quint32 seed)
{
    const std::vector<float> weights = evenMargin(examples, rows, present, marginCost, seed);
    return {{weights.begin(), weights.end() - 1}, {}, double{weights.back()}};
}

LinearWeights ratioPlane(const Examples &examples, std::span<const size_t> rows, const std::vector<bool> &present,
                         quint32 seed)
{
    const std::vector<double> ratios = logCountRatios(examples, rows, present);
    std::vector<double> sides;
    for (const size_t row : rows)
        sides.push_back(present[row] ? 1 : -1);
    const QMutexLocker turn(&turns()); // before rows are scaled: of these one fit's alone are held
    ScaledRows scaled(examples, rows, ratios);
    const TrainedModel found = trained(scaled.starts(), sides, examples.features(), seed);

    const double side = found->label[0] > 0 ? 1 : -1; // weights point to the label that came first
    LinearWeights plane{{}, ratios, side * found->w[examples.features()]};
    for (size_t i = 0; i < plane.ofPresence.size(); ++i)
        plane.ofPresence[i] *= side * found->w[i];
    return plane;
}

} // namespace

LinearFit::LinearFit(const Examples &examples) : m_examples(examples), m_columns(examples) {}

LinearWeights LinearFit::plane(LinearMethod method, std::span<const size_t> rows, const std::vector<bool> &present,
                               quint32 seed) const
{
    switch (method) {
    case LinearMethod::SparseMargin:
        return sparsePlane(m_columns, rows, present, seed);
    case LinearMethod::Margin:
        return evenPlane(m_examples, rows, present, seed);
    case LinearMethod::Ratio:
        break;
    }
    return ratioPlane(m_examples, rows, present, seed);
}

} // namespace tidemark
