#pragma once

#include "text/Tokens.h"

#include <array>
#include <vector>

namespace tidemark {

/// The runs of three words of a text, hashed, ascending and each once: what near-copies share. A text of fewer
/// words is one run. @names are left out, as links are.
using WordRuns = std::vector<quint64>;
WordRuns wordRuns(const Tokens &tokens);

/// How much of what two texts have they share (Jaccard): 1 for the same runs, 0 for none.
double shared(const WordRuns &a, const WordRuns &b);

/// Texts that share so much are copies of each other.
inline constexpr double sharedByCopies = 0.7;

/// Six numbers by which copies find each other without being compared with all others: the least of the runs under
/// eighteen orders (min-hashing, Broder 1997), three to a number. Texts that share 0.7 have one of them alike in 92
/// of 100 cases, those that share 0.9 practically always; those that share 0.3 in 15. The numbers stand in
/// collections: they must not change.
using TextSketch = std::array<quint32, 6>;
TextSketch sketchOf(const WordRuns &runs); ///< of at least one run

/// Whether a text says so much that another one of the same words is likely a copy: six words without @names. "Me
/// too" is said by many who never read each other.
bool canBeCopied(const Tokens &tokens);

} // namespace tidemark
