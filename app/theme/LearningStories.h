#pragma once

#include "story/Progress.h"
#include "story/Result.h"
#include "theme/CodedText.h"
#include "theme/Examples.h"
#include "theme/RuleHits.h"

#include <optional>
#include <span>
#include <vector>

namespace tidemark {

/// Stories as learners read them, once for all labels and all trials. What goes by row is in the stories' order.
struct LearningStories
{
    FeatureSpace space;
    std::optional<Examples> examples; ///< always there once they are read
    std::vector<RuleCoding> byRule;   ///< by row
    std::vector<int> groups;          ///< by row: copies and near-copies have one number
    qint64 contradictions = 0;        ///< stories with the very words of another one, and another kind

    [[nodiscard]] qint64 copies() const; ///< stories that are a copy or near-copy of another one
};

/// kinds: by story, a number that stands for what people said of it. readsRules: what the rules say is among the
/// features.
Result<LearningStories> readForLearning(std::span<const CodedText> stories, std::span<const quint64> kinds,
                                        const HitFinder &finder, bool readsRules, Progress &progress);

} // namespace tidemark
