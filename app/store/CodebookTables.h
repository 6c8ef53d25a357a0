#pragma once

#include "store/StoreFacts.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "theme/Codebook.h"

namespace tidemark {

class Connection;
class HitFinder;
struct WriterTables;

Result<Codebook> readCodebook(Connection &connection);

/// Within the caller's transaction. What it was is kept as a version.
Result<> writeCodebook(Connection &connection, const Codebook &codebook);

/// A codebook as it was from a moment on.
struct CodebookVersion
{
    Instant madeAt = 0;
    Codebook codebook;
};
Result<QVector<CodebookVersion>> readCodebookVersions(Connection &connection); ///< newest first
/// Makes the codebook in force the first version where there is none.
Result<> noteFirstCodebook(Connection &connection);

/// A codebook, and what changes in codings by hand and in what codes themes together with it.
struct CodebookChange
{
    Codebook codebook;
    QVector<HandThemes> codings = {}; ///< in this order
    QVector<LabelCoder> coders = {};
    QVector<ThemeAnswer> answers = {}; ///< of coders, beside what is in force
};

/// Does it, within the caller's transaction. Where the rules' version changed, rules and models code every story
/// anew; a theme that is retired isn't coded by a model any more. With themes at the end that go, what was coded
/// with them goes. Gives what takes all of it back. Progress counts stories.
Result<CodebookChange> changeCodebook(WriterTables &tables, const CodebookChange &change, Progress &progress);

} // namespace tidemark
