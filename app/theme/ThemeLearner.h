#pragma once

#include "story/Progress.h"
#include "story/Result.h"
#include "theme/Figures.h"
#include "theme/ThemeModel.h"

namespace tidemark {

/// How to learn.
struct LearningWish
{
    bool readsRules = true; ///< the rules' hits are features too
    CutWish cut;
    quint32 seed = 1;
};

/// What came out for one label, as far as it was tried on stories that were not learned from: each fold of a
/// cross-validation is judged by what was learned from the others, and copies never stand in two folds.
struct LearnedLabel
{
    Label label;
    Confusion learned; ///< by the wish for its cut
    Confusion byRule;  ///< the rules over the same stories
    QVector<CalibrationBin> calibrated;
    std::vector<size_t> stories;       ///< those that somebody coded with it, by their place
    std::vector<double> probabilities; ///< of each of them
    std::vector<bool> present;         ///< what people said of each
    std::vector<int> folds;            ///< in which each was kept aside

    /// With the cut that a wish asks for. A cut looks better on the stories that it was chosen on than it is, so
    /// each fold is judged with the cut that the other folds ask for.
    [[nodiscard]] Confusion learnedBy(const CutWish &wish) const;
    [[nodiscard]] Confusion learnedAt(double cut) const; ///< with one that somebody set

    /// A learner that is worse than the rule is not offered in its place: compared by what the cut was chosen for.
    [[nodiscard]] bool isBetterThanRule(const CutWish &wish) const;
};

struct Learned
{
    ThemeModel model;
    QVector<LearnedLabel> labels; ///< as the model's parts
    int folds = 0;
    qint64 contradictions = 0; ///< stories with the very words of another one, and other codings
    qint64 copies = 0;         ///< stories that are copies or near-copies of another one
};

/// Whether a label can be learned: somebody must have coded at least two stories with it and two without.
Result<> checkLearnable(std::span<const CodedText> stories, Label label, const QString &name);

/// Learns each label from the stories that somebody coded with it. For each, the planes of all methods of
/// LinearFit.h are joined by a logistic regression over their decisions on stories that they didn't learn from,
/// together with the decisions on the other labels of the kind; so the outcome is a probability, and one plane
/// again.
///
/// Takes 8 bytes of memory for each feature of each story, and up to 40 more while planes are fitted, which all
/// cores share. The same stories, rules and wish give the same model on the same machine. Progress counts planes.
Result<Learned> learnLabels(std::span<const CodedText> stories, const QVector<Label> &labels,
                            const HitFinder &finder, const LearningWish &wish, Progress &progress);

} // namespace tidemark
