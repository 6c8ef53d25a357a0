#include "theme/ThemeLearner.h"

#include "story/WorkPool.h"
#include "theme/LearningStories.h"
#include "theme/LinearFit.h"
#include "theme/NearCopies.h"
#include "theme/RidgeLogistic.h"

#include <QCoreApplication>
#include <QtConcurrentMap>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double joiningStrength = 1; ///< of the penalty on the weights that join planes
constexpr size_t methods = std::size(allLinearMethods);

Error stopped()
{
    return {Error::Kind::Cancelled, QCoreApplication::translate("Learning", "Stopped before it was done.")};
}

int foldsFor(size_t stories)
{
    constexpr size_t few = 2000;
    constexpr size_t many = 5000;
    return stories < few ? 10 : stories < many ? 5 : 3;
}

/// Stands for what people said of a story, so that folds get alike stories.
quint64 kindOf(const CodedText &story, const QVector<Label> &labels)
{
    quint64 kind = 0;
    for (const Label label : labels) {
        const auto coded = truth(story, label);
        kind = kind * 3 + (coded ? 1 + (*coded ? 1 : 0) : 0);
    }
    return kind;
}

/// One learning, from stories to model.
class Learning
{
public:
    Learning(std::span<const CodedText> stories, const QVector<Label> &labels, const HitFinder &finder,
             const LearningWish &wish, Progress &progress)
        : m_stories(stories), m_labels(labels), m_finder(finder), m_wish(wish), m_progress(progress)
    {
    }

    Result<Learned> run()
    {
        m_folds = foldsFor(m_stories.size());
        m_progress.done = 0; // another learning may have gone before, for a curve
        m_progress.total = m_labels.size() * static_cast<qint64>(methods) * (m_folds + 1);
        auto read = readForLearning(m_stories, kinds(), m_finder, m_wish.readsRules, m_progress);
        if (!read)
            return read.error();
        m_read = std::move(read).value();
        m_foldOf = dealToFolds(m_read.groups, kinds(), m_folds, m_wish.seed);
        for (const Label label : m_labels)
            m_known.push_back(knownOf(label));
        if (auto fitted = fitAll(); !fitted)
            return fitted.error();
        scaleDecisions();
        return join();
    }

private:
    /// What is known of one label.
    struct Known
    {
        std::vector<size_t> rows;  ///< coded with it
        std::vector<bool> present; ///< by row, of all
    };

    [[nodiscard]] size_t labelCount() const { return static_cast<size_t>(m_labels.size()); }

    [[nodiscard]] std::vector<quint64> kinds() const
    {
        std::vector<quint64> kinds(m_stories.size());
        std::ranges::transform(m_stories, kinds.begin(),
                               [this](const CodedText &story) { return kindOf(story, m_labels); });
        return kinds;
    }

    [[nodiscard]] Known knownOf(Label label) const
    {
        Known known;
        known.present.resize(m_stories.size());
        for (size_t row = 0; row < m_stories.size(); ++row) {
            if (const auto coded = truth(m_stories[row], label)) {
                known.rows.push_back(row);
                known.present[row] = *coded;
            }
        }
        return known;
    }

    /// A label and the fold that is kept aside while it is learned; noFold: none is.
    struct Trial
    {
        size_t label = 0;
        int fold = noFold;
    };
    static constexpr int noFold = -1;

    /// The planes from all stories, and the decisions of each method for each label on every story by what was
    /// learned from the other folds. All cores share the trials.
    Result<> fitAll()
    {
        m_planes.resize(labelCount() * methods);
        m_decisions.assign(labelCount() * methods, std::vector<double>(m_stories.size()));
        std::vector<Trial> trials;
        for (size_t label = 0; label < labelCount(); ++label) {
            for (int fold = noFold; fold < m_folds; ++fold)
                trials.push_back({label, fold});
        }
        const LinearFit fit(*m_read.examples);
        QtConcurrent::blockingMap(workPool(), trials, [&](const Trial &trial) { run(trial, fit); });
        return m_progress.isCancelled() ? Result<>(stopped()) : Result<>();
    }

    void run(const Trial &trial, const LinearFit &fit)
    {
        const Known &known = m_known[trial.label];
        std::vector<size_t> rows;
        std::vector<size_t> aside;
        for (const size_t row : known.rows) {
            if (m_foldOf[row] != trial.fold)
                rows.push_back(row);
        }
        for (size_t row = 0; row < m_stories.size(); ++row) {
            if (m_foldOf[row] == trial.fold)
                aside.push_back(row);
        }
        for (size_t method = 0; method < methods && !m_progress.isCancelled(); ++method) {
            LinearWeights plane = fitted(fit, allLinearMethods[method], known, rows);
            for (const size_t row : aside)
                decisions(trial.label, method)[row] = plane.decision(m_read.examples->row(row));
            if (trial.fold == noFold)
                m_planes[trial.label * methods + method] = std::move(plane);
            ++m_progress.done;
        }
    }

    /// A plane from these rows; one that says nothing where they are all of one side.
    [[nodiscard]] LinearWeights fitted(const LinearFit &fit, LinearMethod method, const Known &known,
                                       std::span<const size_t> rows) const
    {
        const auto isPresent = [&](size_t row) { return known.present[row]; };
        const bool mixed = !std::all_of(rows.begin(), rows.end(), isPresent)
            && !std::none_of(rows.begin(), rows.end(), isPresent);
        return mixed ? fit.plane(method, rows, known.present, m_wish.seed) : LinearWeights();
    }

    std::vector<double> &decisions(size_t label, size_t method) { return m_decisions[label * methods + method]; }

    /// Gives all decisions one spread, so that the penalty on their weights is fair.
    void scaleDecisions()
    {
        for (std::vector<double> &decisions : m_decisions) {
            double sum = 0;
            double squares = 0;
            for (const double decision : decisions) {
                sum += decision;
                squares += decision * decision;
            }
            const double count = static_cast<double>(std::max<size_t>(1, decisions.size()));
            const double spread = std::sqrt(std::max(0.0, squares / count - sum / count * (sum / count)));
            m_scales.push_back(spread > 1e-9 ? 1 / spread : 0);
            for (double &decision : decisions)
                decision *= m_scales.back();
        }
    }

    /// What joins into one label's probability: its own planes, then the other labels' of its kind.
    [[nodiscard]] std::vector<size_t> othersOf(size_t label) const
    {
        std::vector<size_t> others;
        for (size_t other = 0; other < labelCount(); ++other) {
            if (other != label
                && m_labels.at(static_cast<qsizetype>(other)).kind
                    == m_labels.at(static_cast<qsizetype>(label)).kind)
                others.push_back(other);
        }
        return others;
    }

    std::vector<double> joiningRow(size_t label, const std::vector<size_t> &others, size_t row)
    {
        std::vector<double> columns;
        for (size_t method = 0; method < methods; ++method)
            columns.push_back(decisions(label, method)[row]);
        for (const size_t other : others) {
            double sum = 0;
            for (size_t method = 0; method < methods; ++method)
                sum += decisions(other, method)[row];
            columns.push_back(sum / methods);
        }
        return columns;
    }

    RidgeLogistic joined(size_t label, const std::vector<size_t> &others, int exceptFold)
    {
        std::vector<double> columns;
        std::vector<bool> present;
        for (const size_t row : m_known[label].rows) {
            if (m_foldOf[row] == exceptFold)
                continue;
            const std::vector<double> one = joiningRow(label, others, row);
            columns.insert(columns.end(), one.begin(), one.end());
            present.push_back(m_known[label].present[row]);
        }
        return fitRidgeLogistic(columns, present, joiningStrength);
    }

    LearnedLabel judged(size_t label, const std::vector<size_t> &others, double &cut)
    {
        std::vector<RidgeLogistic> byFold;
        byFold.reserve(static_cast<size_t>(m_folds));
        for (int fold = 0; fold < m_folds; ++fold)
            byFold.push_back(joined(label, others, fold));
        LearnedLabel judged;
        judged.label = m_labels.at(static_cast<qsizetype>(label));
        judged.stories = m_known[label].rows;
        std::vector<bool> &present = judged.present;
        for (const size_t row : judged.stories) {
            judged.folds.push_back(m_foldOf[row]);
            const RidgeLogistic &join = byFold[static_cast<size_t>(m_foldOf[row])];
            judged.probabilities.push_back(join.probability(joiningRow(label, others, row)));
            present.push_back(m_known[label].present[row]);
        }
        cut = chooseCut(judged.probabilities, present, m_wish.cut);
        judged.calibrated = calibration(judged.probabilities, present);
        for (size_t i = 0; i < judged.stories.size(); ++i) {
            judged.byRule.add(present[i], ruleSays(m_read.byRule[judged.stories[i]], judged.label));
        }
        judged.learned = judged.learnedBy(m_wish.cut);
        return judged;
    }

    Learned join()
    {
        Learned learned;
        learned.folds = m_folds;
        learned.copies = m_read.copies();
        learned.contradictions = m_read.contradictions;
        QVector<ThemeModel::Part> parts;
        std::vector<LinearWeights> sums;
        for (size_t label = 0; label < labelCount(); ++label) {
            const std::vector<size_t> others = othersOf(label);
            ThemeModel::Part part{m_labels.at(static_cast<qsizetype>(label)), 0, {}};
            learned.labels.append(judged(label, others, part.cut));
            part.tried = learned.labels.constLast().learned;
            parts.append(part);
            sums.push_back(sumOf(label, others, joined(label, others, noFold)));
        }
        learned.model = ThemeModel(m_read.space, parts, sums, m_wish.readsRules);
        return learned;
    }

    [[nodiscard]] LinearWeights sumOf(size_t label, const std::vector<size_t> &others,
                                      const RidgeLogistic &join) const
    {
        LinearWeights sum{std::vector<double>(static_cast<size_t>(m_read.space.size())),
                          std::vector<double>(static_cast<size_t>(m_read.space.size())), join.bias};
        const auto add = [&](size_t plane, double share) {
            const double factor = share * m_scales[plane];
            sum.bias += factor * m_planes[plane].bias;
            for (size_t i = 0; i < m_planes[plane].ofValue.size(); ++i)
                sum.ofValue[i] += factor * m_planes[plane].ofValue[i];
            for (size_t i = 0; i < m_planes[plane].ofPresence.size(); ++i)
                sum.ofPresence[i] += factor * m_planes[plane].ofPresence[i];
        };
        for (size_t method = 0; method < methods; ++method) {
            add(label * methods + method, join.weights[method]);
            for (size_t other = 0; other < others.size(); ++other)
                add(others[other] * methods + method, join.weights[methods + other] / methods);
        }
        return sum;
    }

    std::span<const CodedText> m_stories;
    const QVector<Label> &m_labels;
    const HitFinder &m_finder;
    const LearningWish &m_wish;
    Progress &m_progress;

    LearningStories m_read;
    std::vector<int> m_foldOf;
    std::vector<Known> m_known;
    std::vector<LinearWeights> m_planes;          ///< by label and method, from all stories
    std::vector<std::vector<double>> m_decisions; ///< by label and method, then by story
    std::vector<double> m_scales;                 ///< by label and method
    int m_folds = 0;
};

} // namespace

Result<> checkLearnable(std::span<const CodedText> stories, Label label, const QString &name)
{
    constexpr qint64 fewest = 2;
    qint64 present = 0;
    qint64 absent = 0;
    for (const CodedText &story : stories) {
        if (const auto coded = truth(story, label))
            ++(*coded ? present : absent);
    }
    if (present >= fewest && absent >= fewest)
        return {};
    return Error{Error::Kind::Usage,
                 QCoreApplication::translate(
                     "Learning",
                     "%1 can't be learned: of the stories selected, %2 are coded by hand as having it "
                     "and %3 as not having it, and both are needed. Code some more by hand.")
                     .arg(name)
                     .arg(present)
                     .arg(absent)};
}

Result<Learned> learnLabels(std::span<const CodedText> stories, const QVector<Label> &labels,
                            const HitFinder &finder, const LearningWish &wish, Progress &progress)
{
    return Learning(stories, labels, finder, wish, progress).run();
}

} // namespace tidemark
