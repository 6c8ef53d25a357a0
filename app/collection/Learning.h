#pragma once

#include "collection/LabelDifference.h"
#include "store/StoreFacts.h"
#include "theme/Evaluation.h"

namespace tidemark {

class StoreReader;

/// How well are labels found? Learned from the stories of one filter, judged on those of another.
struct EvaluationQuestion
{
    QVector<StoryId> train; ///< not used for Judged::Rule
    QVector<StoryId> test;
    QVector<Label> labels; ///< empty: all themes that people coded in both, present and absent
    Judged judged = Judged::Both;
    LearningWish wish;
};

/// The label as filters write it: "workplace", "voice:testimony".
QString labelKey(Label label, const Codebook &codebook);
/// Its name in a sentence: the theme “Workplace”.
QString labelName(Label label, const Codebook &codebook);
/// The labels that a list of keys names; "voice" stands for all voices. The Error names what isn't known.
Result<QVector<Label>> labelsFromKeys(const QStringList &keys, const Codebook &codebook);

/// A story that stands in both is judged and not learned from. On a reader's thread.
Result<Evaluation> answerEvaluation(const EvaluationQuestion &question, const Codebook &codebook,
                                    StoreReader &reader, Progress &progress);

/// A column (an attribute of the stories) that says yes or no for a theme, or names the voice.
struct ColumnLabel
{
    QString column;
    std::optional<int> theme; ///< absent: the voice
};

struct ColumnCodings
{
    QVector<HandTheme> codings; ///< for a theme
    QVector<HandVoice> voices;  ///< for the voice
    qint64 unclear = 0;         ///< stories whose cell says neither yes nor no, or names no voice
};

/// What came of taking codings out of columns.
struct LabelReport
{
    qint64 codings = 0;
    qint64 unclear = 0;
};

/// What each column says, by one look at all stories. On a thread of the reader. An Error if no story has a column.
Result<QVector<ColumnCodings>> columnCodings(const QVector<ColumnLabel> &labels, StoreReader &reader,
                                             const Progress &progress);

/// Learn from what people coded among these stories.
struct TrainingQuestion
{
    QVector<StoryId> stories;
    QVector<Label> labels; ///< empty: all themes that people coded, present and absent
    LearningWish wish;
    bool showsCurve = false; ///< learn from less, too, to see whether more coding would help
};

/// How good it would be with fewer coded stories, judged on the same stories that were kept aside.
struct CurvePoint
{
    qint64 stories = 0; ///< learned from
    QVector<Confusion> labels;
};

struct Training
{
    std::shared_ptr<const ThemeModel> model;
    QVector<LearnedLabel> labels;
    qint64 stories = 0;        ///< coded, and learned from
    qint64 copies = 0;         ///< of these, copies or near-copies of another
    qint64 contradictions = 0; ///< stories with the very words of another one, and other codings
    int folds = 0;
    qint64 codebook = 0;                  ///< the number of the one whose themes were learned
    QVector<LabelDifference> differences; ///< as the labels
    QVector<CurvePoint> curve;            ///< from few stories to all
    QVector<LeftOut> leftOut;             ///< where no labels were asked for
};

/// Fewer than this many coded stories are too few to learn from.
inline constexpr qint64 fewestToLearnFrom = 50;

/// How much F1 rose with each fifty coded stories more, between the last two points of a curve; absent: unknown.
std::optional<double> gainPerFifty(const QVector<CurvePoint> &curve, qsizetype label);

/// Learns from some of the stories and judges on the rest: a tenth, a third and all of four fifths.
Result<QVector<CurvePoint>> learningCurve(std::span<const CodedText> stories, const QVector<Label> &labels,
                                          const HitFinder &finder, const LearningWish &wish, Progress &progress);

/// On a reader's thread.
Result<Training> train(const TrainingQuestion &question, const Codebook &codebook, StoreReader &reader,
                       Progress &progress);
Result<ThemeModel::Explanation> explain(StoryId id, Label label, const Codebook &codebook, StoreReader &reader);

} // namespace tidemark
