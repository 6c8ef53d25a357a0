#pragma once

#include "filter/WordMatcher.h"
#include "text/Tokens.h"

#include <vector>

namespace tidemark {

/// What kinds of pieces a learner looks at: runs of 3 to 5 characters, single words, runs of 2 or 3 words.
enum class PieceKind : quint8 { Characters = 0, Word = 1, Words = 2 };

/// How many buckets the pieces of one kind are hashed into. The kinds' buckets follow one another.
inline constexpr quint32 pieceBuckets = 1U << 18;
inline constexpr quint32 allPieceBuckets = 3 * pieceBuckets;

/// A piece of a text, as the bucket that it is hashed into: FNV-1a (32 bits, folded to 18 by exclusive or) over its
/// UTF-8.
struct TextPiece
{
    quint32 bucket = 0;
    TokenRun words; ///< the words that it stands in

    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};

/// All pieces of a text, as often as they occur. Characters are taken within a normalised word and a space at each
/// of its ends: what reaches across words says less than the runs of words do, and makes most of the pieces. @names
/// are left out, as links are. Any thread.
std::vector<TextPiece> textPieces(const Tokens &tokens);

/// The bucket of a piece, as textPieces() gives it.
quint32 pieceBucket(PieceKind kind, QByteArrayView utf8);

} // namespace tidemark
