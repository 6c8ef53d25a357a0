#pragma once

#include "collection/Learning.h"
#include "theme/Suggestions.h"

namespace tidemark {

/// Which of these stories are worth coding next with a label? The learner is taught by everything coded with it.
struct SuggestionQuestion
{
    QVector<StoryId> stories;
    Label label;
    qsizetype most = 50;
    quint32 seed = 1;
};

struct SuggestedStories
{
    QVector<Suggestion> stories; ///< in the order in which to code them
    qint64 learnedFrom = 0;
    Confusion learned;          ///< how good the learner is now
    std::optional<double> gain; ///< of F1 by fifty codings more, as far as the learning curve tells
};

/// Of very many stories a hundred thousand are looked at, drawn at random. On a reader's thread.
Result<SuggestedStories> answerSuggestions(const SuggestionQuestion &question, const Codebook &codebook,
                                           StoreReader &reader, Progress &progress);

} // namespace tidemark
