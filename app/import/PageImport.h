#pragma once

#include "import/Importer.h"

namespace tidemark {

/// What a page belongs to.
struct PageOrigin
{
    QString name;            ///< of the source
    QByteArray digest;       ///< of the source
    qint64 subscription = 0; ///< whose place goes into the collection with the page; 0: none
    QString place = {};
    std::optional<Instant> since = {}; ///< stories that were shared before are left out and counted; absent: none
    int codebookVersion = 1;
};

/// Brings in one page that was fetched: whole, or nothing of it, in one transaction with the place where the next
/// one begins. All pages up to finishPages() are one import. A page that breaks off is an Error, and nothing of it
/// stays. Runs on the writer's thread.
Result<ImportReport> importPage(Reader &reader, StoreWriter &writer, const RuleCoder &rules,
                                const PageOrigin &origin, const BatchVisitor &visit, Progress &progress);

/// The same for what a platform says of stories that are there: withdrawals, what they say now, and those that can
/// be seen again. No story comes in by it, or has come from it.
Result<ImportReport> importStandings(std::vector<Record> records, const QVector<StoryId> &visibleAgain,
                                     StoreWriter &writer, const RuleCoder &rules, const PageOrigin &origin,
                                     const BatchVisitor &visit, Progress &progress);

/// No more pages come of this import.
Result<> finishPages(StoreWriter &writer, qint64 run);

} // namespace tidemark
