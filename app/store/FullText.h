#pragma once

#include "store/Statement.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "story/StoryId.h"
#include "text/Tokens.h"

namespace tidemark {

/// The two halves of the full text, for writing: a story is in the half of its block of 65,536 numbers. They hold
/// no text themselves, so taking a story out needs the very words that went in. Within the caller's transaction.
class FullText final
{
public:
    explicit FullText(Connection &connection);

    Result<> add(StoryId id, const IndexedText &text);
    Result<> remove(StoryId id, const IndexedText &text);

    /// Merges all segments: only then words that were taken out are gone from the file.
    Result<> optimize();

    /// Fills both halves anew from the stored texts if another version of the normalised form made them. A
    /// transaction of its own.
    Result<> renewIfOlder();

    /// Which half: 0 even, 1 odd.
    static int half(StoryId id) { return static_cast<int>(toNumber(id) >> 16 & 1); }
    static QByteArray tableOf(int half);

private:
    Result<> fill();

    Connection &m_connection;
    std::optional<Statement> m_add[2];
    std::optional<Statement> m_remove[2];
};

} // namespace tidemark
