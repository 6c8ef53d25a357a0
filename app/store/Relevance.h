#pragma once

#include "filter/WordQuery.h"
#include "index/Selection.h"
#include "story/Result.h"

namespace tidemark {

class Connection;
class WordFinder;

/// The phrases, tags and NEARs that a query looks for: those that aren't excluded. A story is the more relevant the
/// more of these it has.
QVector<WordQuery> wantedLeaves(const WordQuery &words);

/// How well the stories of a selection answer words, by Okapi BM25 (Robertson and Zaragoza, The Probabilistic
/// Relevance Framework, 2009) with k1 = 1.2 and b = 0.75: a word counts the more the fewer stories of the
/// collection have it, each further time that a story has it counts less, and a story's length is compared with the
/// mean of the selection's. What is equally relevant stands newest first. For selections of at most
/// Selection::mostRanked.
Result<Ranking> rankByRelevance(Connection &connection, WordFinder &finder, const QVector<WordQuery> &leaves,
                                const Selection &selection);

} // namespace tidemark
