#include "theme/LinearFit.h"

#include <QMutex>

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <numeric>

namespace tidemark {

namespace {

/// How LIBLINEAR finds a plane: its solver, and the price of an error against that of large weights.
struct Solver
{
    int type = 0;
    double cost = 0;
};
constexpr Solver marginSolver{L2R_L2LOSS_SVC_DUAL, 0.3};
constexpr Solver ratioSolver{L2R_LR_DUAL, 0.2};
constexpr double tolerance = 0.5; ///< five times LIBLINEAR's own: nearer to the optimum, no answer is better

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

/// Whose turn it is with LIBLINEAR.
QMutex &turns()
{
    static QMutex one;
    return one;
}

using TrainedModel = std::unique_ptr<model, void (*)(model *)>;

TrainedModel trained(const Solver &solver, std::vector<feature_node *> &rows, std::span<double> sides, int features,
                     quint32 seed)
{
    problem asked{};
    asked.l = static_cast<int>(rows.size());
    asked.n = features + 1;
    asked.y = sides.data();
    asked.x = rows.data();
    asked.bias = 1;
    parameter how{};
    how.solver_type = solver.type;
    how.C = solver.cost;
    how.eps = tolerance;

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

/// Stories as LIBLINEAR takes them: features counted from 1, behind them the bias, then a -1.
struct LinearFit::Rows
{
    std::vector<feature_node> nodes;
    std::vector<size_t> starts;

    /// Room for the features of these rows that are wanted, and no more: a list that grows by doubling would hold
    /// the most of all memory in vain.
    template<typename Wanted>
    void reserve(const Examples &examples, std::span<const size_t> rows, Wanted wanted)
    {
        constexpr size_t ends = 2;
        size_t count = rows.size() * ends;
        for (const size_t row : rows)
            count += static_cast<size_t>(
                std::ranges::count_if(examples.row(row), [&](const Feature &each) { return wanted(each.number); }));
        nodes.reserve(count);
        starts.reserve(rows.size());
    }

    void begin() { starts.push_back(nodes.size()); }
    void add(int feature, double value) { nodes.push_back({feature + 1, value}); }
    void end(int features)
    {
        add(features, 1);
        nodes.push_back({-1, 0});
    }
    [[nodiscard]] feature_node *row(size_t number) { return nodes.data() + starts[number]; }
};

LinearFit::LinearFit(const Examples &examples)
    : m_examples(examples), m_columns(examples), m_rows(std::make_unique<Rows>())
{
    const auto isWanted = [&examples](int feature) { return !examples.isRun(feature); };
    std::vector<size_t> all(examples.size());
    std::iota(all.begin(), all.end(), size_t{0});
    m_rows->reserve(examples, all, isWanted);
    for (const size_t row : all) {
        m_rows->begin();
        for (const Feature &feature : examples.row(row)) {
            if (isWanted(feature.number))
                m_rows->add(feature.number, double{feature.value});
        }
        m_rows->end(examples.features());
    }
}

LinearFit::~LinearFit() = default;

LinearWeights LinearFit::plane(LinearMethod method, std::span<const size_t> rows, const std::vector<bool> &present,
                               quint32 seed) const
{
    LinearWeights plane;
    if (method == LinearMethod::SparseMargin) {
        plane.ofValue = sparseMargin(m_columns, rows, present, seed);
        plane.bias = plane.ofValue.back();
        plane.ofValue.pop_back();
        return plane;
    }
    const bool isRatio = method == LinearMethod::Ratio;
    const std::vector<double> ratios = isRatio ? logCountRatios(m_examples, rows, present) : std::vector<double>();
    const QMutexLocker turn(&turns()); // before rows are scaled: of these one fit's alone are held
    const auto isScaled = [this](int feature) { return !m_examples.isCharacters(feature); };
    Rows scaled;
    if (isRatio)
        scaled.reserve(m_examples, rows, isScaled);
    std::vector<feature_node *> starts;
    std::vector<double> sides;
    for (const size_t row : rows) {
        sides.push_back(present[row] ? 1 : -1);
        if (!isRatio) {
            starts.push_back(m_rows->row(row));
            continue;
        }
        scaled.begin();
        for (const Feature &feature : m_examples.row(row)) {
            if (isScaled(feature.number))
                scaled.add(feature.number, ratios[static_cast<size_t>(feature.number)]);
        }
        scaled.end(m_examples.features());
    }
    for (size_t i = 0; i < scaled.starts.size(); ++i)
        starts.push_back(scaled.row(i));
    const TrainedModel found
        = trained(isRatio ? ratioSolver : marginSolver, starts, sides, m_examples.features(), seed);

    const double side = found->label[0] > 0 ? 1 : -1; // weights point to the label that came first
    plane.bias = side * found->w[m_examples.features()];
    std::vector<double> &weights = isRatio ? plane.ofPresence : plane.ofValue;
    weights.resize(static_cast<size_t>(m_examples.features()));
    for (size_t i = 0; i < weights.size(); ++i)
        weights[i] = side * found->w[i] * (isRatio ? ratios[i] : 1);
    return plane;
}

} // namespace tidemark
