#pragma once

#include "story/StoryId.h"

#include <QVector>

#include <span>
#include <vector>

namespace tidemark {

/// A story that nobody coded yet, as a learner sees it.
struct Candidate
{
    StoryId story = noStory;
    double probability = 0;
    bool byRule = false;
    int group = 0; ///< copies and near-copies have the same
};

/// Why a story is worth coding.
enum class SuggestedFor {
    Doubt,   ///< its probability is near the cut
    Missed,  ///< what is in force says no, and the model says probably
    Variety, ///< drawn at random, so that the learner isn't only shown what it knows to ask
};

struct Suggestion
{
    StoryId story = noStory;
    SuggestedFor reason = SuggestedFor::Doubt;

    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// Stories to code next, at most so many, a mix in turn: two for doubt, one that is likely missed, one for variety.
/// A group of copies is asked once.
QVector<Suggestion> suggestStories(std::span<const Candidate> candidates, double cut, qsizetype most, quint32 seed);

} // namespace tidemark
