#pragma once

#include "store/Statement.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "story/StoryId.h"
#include "text/Tokens.h"

namespace tidemark {

class BulkFullText;

/// The two halves of the full text, for writing: a story is in the half of its block of 65,536 numbers. They hold
/// no text themselves, so taking a story out needs the very words that went in. Within the caller's transaction.
class FullText final
{
public:
    explicit FullText(Connection &connection);

    /// From now on new stories' words go there; null: into the collection. Not owned.
    void divertTo(BulkFullText *bulk) { m_bulk = bulk; }

    Result<> add(StoryId id, const IndexedText &text);
    Result<> remove(StoryId id, const IndexedText &text);

    /// Merges all segments: only then words that were taken out are gone from the file.
    Result<> optimize();

    /// Many stories come: from now on nothing is merged on the way, which more than halves the cost of each. Holds
    /// until mergeStep() is through, whoever opens the collection next.
    Result<> expectMany();
    /// The same for one half that is in a database by itself.
    static Result<> configureForMany(Connection &connection, int half);
    /// Merges a little of what a large import left unmerged, in a transaction of its own that takes well under 0.2
    /// seconds, so that single stories can still come and go meanwhile; behind the last step FTS5's own settings
    /// hold again. (Merging at once would make the next single story wait for all of it.) True: there is more.
    Result<bool> mergeStep();

    /// Fills both halves anew from the stored texts if another version of the normalised form made them, and adds
    /// what is missing where a large import ended before its words were there (store/BulkFullText.h). A transaction
    /// of its own.
    Result<> renewIfOlder();

    /// Which half: 0 even, 1 odd.
    static int half(StoryId id) { return static_cast<int>(toNumber(id) >> 16 & 1); }
    static QByteArray tableOf(int half);

private:
    Result<> fill(StoryId behind);
    static Result<> configure(Connection &connection, int half, const char *setting, int value);
    Result<> configure(const char *setting, int value);
    Result<bool> mergeSome(int half);

    Connection &m_connection;
    BulkFullText *m_bulk = nullptr;
    int m_pagesAStep = 64;
    std::optional<Statement> m_add[2];
    std::optional<Statement> m_remove[2];
};

} // namespace tidemark
