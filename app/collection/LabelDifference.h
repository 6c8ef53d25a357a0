#pragma once

#include "theme/Evaluation.h"

#include <vector>

namespace tidemark {

class StoreReader;

/// What a model would change in the collection, at its cut or any other; nothing where a person spoke. Of a voice
/// only the stories count for which it is the likeliest of the model's voices, for a story has one.
struct LabelDifference
{
    static constexpr int steps = 1000;

    Label label;
    qint64 before = 0; ///< stories that have the label now
    qint64 entering = 0;
    qint64 leaving = 0;
    std::vector<qint64> having;  ///< stories nobody coded that have it, by thousandths of their probability
    std::vector<qint64> lacking; ///< likewise, those that don't

    // With a cut of so many thousandths.
    [[nodiscard]] qint64 enteringAt(int cut) const;
    [[nodiscard]] qint64 leavingAt(int cut) const;
};

/// What would enter and leave if the model coded its labels.
Result<QVector<LabelDifference>> differencesOf(const ThemeModel &model, const HitFinder &finder,
                                               StoreReader &reader, Progress &progress);

} // namespace tidemark
