#pragma once

#include "theme/ThemeLearner.h"

namespace tidemark {

/// Who is judged: the rules, what is learned from the texts alone, or what is learned with the rules' hits as
/// features.
enum class Judged { Rule, Model, Both };

struct LabelFigures
{
    Label label;
    Confusion confusion;
    std::optional<double> threshold; ///< a probability; none for rules
};

/// A theme that somebody coded and that can't be learned all the same.
struct LeftOut
{
    Label label;
    QString why; ///< a sentence
};

/// How well labels are found in stories that people coded. A story that nobody coded with a label, present or
/// absent, doesn't count for it; one that is not coded with all the labels doesn't count for the exact match.
struct Evaluation
{
    QVector<LabelFigures> labels;
    qint64 wholeStories = 0;  ///< coded with all the labels
    qint64 exactMatches = 0;  ///< of these, all labels right
    qint64 copies = 0;        ///< stories judged that are copies or near-copies of one learned from
    QVector<LeftOut> leftOut; ///< where no labels were asked for
    double trainSeconds = 0;  ///< from the texts to the model, choice of cuts included
    double microsecondsPerStory = 0;

    [[nodiscard]] double exactMatch() const;   ///< share of whole stories
    [[nodiscard]] double hammingScore() const; ///< share of right answers among all: one minus the Hamming loss
    [[nodiscard]] double macroF1() const;      ///< mean over the labels
};

/// Learns from the stories of `train` (not for Judged::Rule) and judges on those of `test`.
Result<Evaluation> evaluate(std::span<const CodedText> train, std::span<const CodedText> test,
                            const QVector<Label> &labels, const HitFinder &finder, Judged judged,
                            const LearningWish &wish, Progress &progress);

} // namespace tidemark
