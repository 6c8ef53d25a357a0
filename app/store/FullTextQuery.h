#pragma once

#include "filter/WordQuery.h"
#include "story/Result.h"
#include "story/StoryId.h"

#include <vector>

namespace tidemark {

class Connection;
class WordFinder;

/// FTS5's text for one leaf, with every word quoted; empty if the leaf has no words and so matches nothing. An
/// Error of kind Usage for a query that is not a leaf.
Result<QString> matchExpression(const WordQuery &leaf);

/// The stories that match, ascending.
Result<std::vector<StoryId>> matchWords(Connection &connection, WordFinder &finder, const WordQuery &words);

} // namespace tidemark
