#pragma once

#include "text/WordRuns.h"

#include <span>
#include <vector>

namespace tidemark {

/// Groups stories that are copies or near-copies of each other, by the runs of words that they share
/// (text/WordRuns.h). The group of each story in order, numbered from 0 in order of appearance. Stories without
/// words stand alone.
class NearCopies
{
public:
    void add(const Tokens &tokens) { add(wordRuns(tokens)); }
    void add(WordRuns runs) { m_runs.push_back(std::move(runs)); }
    [[nodiscard]] std::vector<int> groups() const;

private:
    std::vector<WordRuns> m_runs; ///< of each story
};

/// Deals stories to folds, so that a group is never torn apart, each fold has about the same number, and stories of
/// the same kind (a number that stands for their labels) are spread evenly. The fold of each story.
std::vector<int> dealToFolds(std::span<const int> groups, std::span<const quint64> kinds, int folds, quint32 seed);

} // namespace tidemark
