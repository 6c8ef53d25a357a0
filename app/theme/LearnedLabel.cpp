// How good a learned label is.
#include "theme/ThemeLearner.h"

#include <algorithm>

namespace tidemark {

Confusion LearnedLabel::learnedBy(const CutWish &wish) const
{
    Confusion confusion;
    const int count = folds.empty() ? 0 : std::ranges::max(folds) + 1;
    for (int fold = 0; fold < count; ++fold) {
        std::vector<double> others;
        std::vector<bool> said;
        for (size_t i = 0; i < stories.size(); ++i) {
            if (folds[i] != fold) {
                others.push_back(probabilities[i]);
                said.push_back(present[i]);
            }
        }
        const double cut = chooseCut(others, said, wish);
        for (size_t i = 0; i < stories.size(); ++i) {
            if (folds[i] == fold)
                confusion.add(present[i], probabilities[i] >= cut);
        }
    }
    return confusion;
}

Confusion LearnedLabel::learnedAt(double cut) const
{
    Confusion confusion;
    for (size_t i = 0; i < stories.size(); ++i)
        confusion.add(present[i], probabilities[i] >= cut);
    return confusion;
}

bool LearnedLabel::isBetterThanRule(const CutWish &wish) const
{
    const qint64 said = learned.hits + learned.falseAlarms;
    if (said == 0 || said == learned.stories())
        return false; // the same is said of all: that needs no learning, whatever its figures
    switch (wish.best) {
    case CutWish::For::Accuracy:
        return learned.accuracy() > byRule.accuracy();
    case CutWish::For::F1:
        return learned.f1() > byRule.f1();
    case CutWish::For::Precision:
        break;
    }
    const bool reaches = learned.precision() >= wish.precision;
    if (reaches != (byRule.precision() >= wish.precision))
        return reaches;
    return reaches ? learned.recall() > byRule.recall() : learned.precision() > byRule.precision();
}

} // namespace tidemark
