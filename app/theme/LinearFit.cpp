#include "theme/LinearFit.h"

#include <QMutex>

#include <linear.h>

#include <cmath>
#include <cstdlib>
#include <memory>

namespace tidemark {

namespace {

/// How LIBLINEAR finds a plane: its solver, and the price of an error against that of large weights.
struct Solver
{
    int type = 0;
    double cost = 0;
};

Solver solverOf(LinearMethod method)
{
    switch (method) {
    case LinearMethod::SparseMargin:
        return {L1R_L2LOSS_SVC, 1};
    case LinearMethod::Margin:
        return {L2R_L2LOSS_SVC_DUAL, 0.3};
    case LinearMethod::Ratio:
        break;
    }
    return {L2R_LR_DUAL, 0.2};
}

bool looksAt(LinearMethod method, const Examples &examples, int feature)
{
    return method == LinearMethod::Ratio ? !examples.isCharacters(feature) : !examples.isRun(feature);
}

/// For each feature: the logarithm of how much more often present rows have it than the others, one added to each.
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
        for (const Feature &feature : examples.row(row))
            ++counts[side][static_cast<size_t>(feature.number)];
    }
    std::vector<double> ratios = counts[1];
    for (size_t i = 0; i < ratios.size(); ++i)
        ratios[i] = std::log(counts[1][i] / stories[1]) - std::log(counts[0][i] / stories[0]);
    return ratios;
}

/// The rows as LIBLINEAR takes them: features counted from 1, behind them the bias, then a -1.
struct Problem
{
    std::vector<feature_node> nodes;
    std::vector<feature_node *> starts;
    std::vector<double> labels;

    Problem(LinearMethod method, const Examples &examples, std::span<const size_t> rows,
            const std::vector<bool> &present, const std::vector<double> &ratios)
    {
        std::vector<size_t> places;
        for (const size_t row : rows) {
            places.push_back(nodes.size());
            labels.push_back(present[row] ? 1 : -1);
            for (const Feature &feature : examples.row(row)) {
                if (!looksAt(method, examples, feature.number))
                    continue;
                const double value
                    = ratios.empty() ? double{feature.value} : ratios[static_cast<size_t>(feature.number)];
                nodes.push_back({feature.number + 1, value});
            }
            nodes.push_back({examples.features() + 1, 1});
            nodes.push_back({-1, 0});
        }
        for (const size_t place : places)
            starts.push_back(nodes.data() + place);
    }
};

using TrainedModel = std::unique_ptr<model, void (*)(model *)>;

TrainedModel trained(LinearMethod method, Problem &stories, int features, quint32 seed)
{
    problem asked{};
    asked.l = static_cast<int>(stories.starts.size());
    asked.n = features + 1;
    asked.y = stories.labels.data();
    asked.x = stories.starts.data();
    asked.bias = 1;
    parameter how{};
    const Solver solver = solverOf(method);
    how.solver_type = solver.type;
    how.C = solver.cost;
    how.eps = 0.01;

    static QMutex one;
    const QMutexLocker lock(&one);
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

LinearWeights fitLinear(LinearMethod method, const Examples &examples, std::span<const size_t> rows,
                        const std::vector<bool> &present, quint32 seed)
{
    std::vector<double> ratios;
    if (method == LinearMethod::Ratio)
        ratios = logCountRatios(examples, rows, present);
    Problem stories(method, examples, rows, present, ratios);
    const TrainedModel found = trained(method, stories, examples.features(), seed);

    const double side = found->label[0] > 0 ? 1 : -1; // weights point to the label that came first
    LinearWeights plane;
    plane.bias = side * found->w[examples.features()];
    std::vector<double> &weights = ratios.empty() ? plane.ofValue : plane.ofPresence;
    weights.resize(static_cast<size_t>(examples.features()));
    for (size_t i = 0; i < weights.size(); ++i) {
        if (looksAt(method, examples, static_cast<int>(i)))
            weights[i] = side * found->w[i] * (ratios.empty() ? 1 : ratios[i]);
    }
    return plane;
}

} // namespace tidemark
