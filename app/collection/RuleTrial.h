#pragma once

#include "filter/WordQuery.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "story/StoryId.h"

#include <QVector>

namespace tidemark {

struct CollectionState;
class StoreReader;

/// A rule that is being written, and the one that it would take the place of.
struct RuleQuestion
{
    WordQuery rule;      ///< empty: none
    WordQuery savedRule; ///< likewise
    quint32 seed = 1;    ///< of the samples
    int sampled = 25;    ///< stories of each sample
};

/// Some stories, and a sample of them. The sample is drawn at random, but stories that were in it stay in it while
/// the rule changes little (each story has a number drawn by lot, and the smallest are taken), so that what was
/// judged stays judged.
struct SampledStories
{
    qint64 count = 0;
    QVector<StoryId> sample;
};

/// One alternative of a rule: what of a search for any of several things it brings.
struct RuleTerm
{
    QString text;
    qint64 stories = 0; ///< that have it, among those that the rule finds
    qint64 alone = 0;   ///< that no other alternative brings

    friend bool operator==(const RuleTerm &, const RuleTerm &) = default;
};

/// What a rule finds. Only stories that rules read (RuleCoder::reads) count.
struct RuleTrial
{
    qint64 readable = 0; ///< stories that rules read
    SampledStories matching;
    SampledStories entering; ///< found by it, and not by the saved rule
    SampledStories leaving;  ///< the other way round
    QVector<RuleTerm> terms; ///< of its alternatives, those with the most stories first
};

/// On a reader thread.
Result<RuleTrial> tryRule(const RuleQuestion &question, CollectionState &state, StoreReader &store,
                          const Progress &progress);

} // namespace tidemark
