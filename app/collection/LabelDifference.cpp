#include "collection/LabelDifference.h"

#include "store/StoreReader.h"

#include <algorithm>
#include <numeric>

namespace tidemark {

namespace {

size_t stepOf(double probability)
{
    return static_cast<size_t>(
        std::clamp(probability * LabelDifference::steps, 0.0, double{LabelDifference::steps}));
}

/// How one story would change by what a model says of the label, with this probability.
void count(LabelDifference &difference, const ScoredStory &story, bool says, double probability)
{
    const bool isTheme = difference.label.kind == Label::Kind::Theme;
    const int number = difference.label.number;
    const bool was = isTheme ? story.inForce.contains(number) : story.voice == static_cast<Voice>(number);
    difference.before += was ? 1 : 0;
    if (isTheme ? (story.byHand | story.notByHand).contains(number) : story.isVoiceByHand)
        return;
    difference.entering += says && !was ? 1 : 0;
    difference.leaving += was && !says ? 1 : 0;
    ++(was ? difference.having : difference.lacking)[stepOf(probability)];
}

void count(QVector<LabelDifference> &differences, const ScoredStory &story)
{
    for (size_t part = 0; part < story.probabilities.size(); ++part) {
        LabelDifference &difference = differences[static_cast<qsizetype>(part)];
        const int number = difference.label.number;
        if (difference.label.kind == Label::Kind::Theme) {
            const bool says = std::any_of(story.present.cbegin(), story.present.cend(),
                                          [number](const auto &said) { return said.first == number; });
            count(difference, story, says, story.probabilities[part]);
        } else {
            const bool isLikeliest = story.likeliest && story.likeliest->voice == static_cast<Voice>(number);
            count(difference, story, isLikeliest && story.likeliest->isSaid,
                  isLikeliest ? story.likeliest->probability : 0);
        }
    }
}

} // namespace

qint64 LabelDifference::enteringAt(int cut) const
{
    return std::accumulate(lacking.begin() + std::clamp(cut, 0, steps + 1), lacking.end(), qint64(0));
}

qint64 LabelDifference::leavingAt(int cut) const
{
    return std::accumulate(having.begin(), having.begin() + std::clamp(cut, 0, steps + 1), qint64(0));
}

Result<QVector<LabelDifference>> differencesOf(const ThemeModel &model, const HitFinder &finder,
                                               StoreReader &reader, Progress &progress)
{
    QVector<LabelDifference> differences;
    for (const ThemeModel::Part &part : model.parts()) {
        LabelDifference difference{part.label, 0, 0, 0, {}, {}};
        difference.having.resize(LabelDifference::steps + 1);
        difference.lacking.resize(LabelDifference::steps + 1);
        differences.append(difference);
    }
    const auto scored = reader.scored(
        model, std::nullopt, finder,
        [&](const std::vector<ScoredStory> &chunk) {
            for (const ScoredStory &story : chunk) {
                if (!story.isHidden)
                    count(differences, story);
            }
            return Result<>();
        },
        progress);
    return scored ? Result<QVector<LabelDifference>>(std::move(differences))
                  : Result<QVector<LabelDifference>>(scored.error());
}

} // namespace tidemark
