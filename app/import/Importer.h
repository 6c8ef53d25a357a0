#pragma once

#include "import/ImportReport.h"
#include "source/Reader.h"
#include "store/Store.h"
#include "story/Progress.h"
#include "story/Result.h"
#include "theme/RuleCoder.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace tidemark {

/// What an import is told beside the records.
struct ImportOptions
{
    QString path;            ///< of the file; its name (without folders) names the source
    QByteArray digest = {};  ///< what makes it the same file; empty: worked out from its size, head and tail
    int codebookVersion = 1; ///< of the rules
    int batchSize = 20'000;  ///< most records of a transaction; in a large collection more
    /// Bytes free for the collection; absent: the disk is asked. Under 200 MiB no import starts, under 64 MiB one
    /// stops between two batches.
    std::function<qint64()> freeSpace = {};
    QHash<QString, int> themes = {}; ///< what labels may name, see themesByName
    QString tableForm = {};          ///< what the user said of how it is written, see tableFormToText()
    std::optional<qint64> size = {}; ///< of the file, where the reader reads some of its records only
    /// Called when the last batch is in the collection, before what a large import left for its end is done: what
    /// reads stories can begin.
    std::function<void()> whenAllIsIn = {};
};

/// Called after each committed batch, on the importing thread, with what it touched.
using BatchVisitor = std::function<void(const TouchedStories &)>;

/// Reads every record, gives it its identity, and writes it with its provenance and what the rules say, in whole
/// batches. Runs on the writer's thread. progress counts the reader's bytes, items are records; cancelling leaves
/// whole batches and a run that importing the same file again goes on with (report.cancelled).
///
/// Records that were set aside are kept and make no Error; an Error (a broken stream, a full disk) leaves whole
/// batches and an unfinished run too.
Result<ImportReport> importRecords(Reader &reader, StoreWriter &writer, const RuleCoder &rules,
                                   const ImportOptions &options, const BatchVisitor &visit, Progress &progress);

} // namespace tidemark
