#include "import/PageImport.h"

#include "import/RecordImport.h"
#include "store/Purging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>

#include <utility>
#include <vector>

namespace tidemark {

namespace {

/// A source that is asked again and again brings the same record at ever other places: it is numbered 1, so that it
/// has come from there once, and one that has neither id nor time is known by its bytes.
PreparedRecord preparedAgain(Record record, const RuleCoder &rules, const ImportTables &tables)
{
    if (!std::holds_alternative<Rejected>(record.content))
        record.number = 1;
    const QByteArray digest = QCryptographicHash::hash(record.raw, QCryptographicHash::Sha256);
    return prepared(std::move(record), {rules, tables.authorHash(), digest, tables.keepsRaw()});
}

Result<std::vector<Record>> readWhole(Reader &reader)
{
    std::vector<Record> records;
    while (true) {
        auto record = reader.next();
        if (!record)
            return record.error();
        if (!record->has_value())
            return records;
        records.push_back(std::move(**record));
    }
}

/// What nobody dated may be new.
void leaveOutOlder(std::vector<Record> &records, Instant since)
{
    for (Record &record : records) {
        const auto *story = std::get_if<Story>(&record.content);
        if (story && story->postedAt && *story->postedAt < since)
            record.content = Skipped{QCoreApplication::translate("Reader", "older than the day asked for")};
    }
}

/// Gives back what was held for speed.
class OpenRun
{
public:
    explicit OpenRun(ImportTables &tables) : m_tables(tables) {}
    ~OpenRun() { m_tables.closeRun(); }
    Q_DISABLE_COPY_MOVE(OpenRun)

private:
    ImportTables &m_tables;
};

ImportReport reportOf(const StoredRun &run, const StoredRun &before, const RecordImport &records)
{
    ImportReport report;
    report.path = run.sourceName;
    report.run = run.number;
    report.counts
        = {run.read - before.read,       run.added - before.added,       run.duplicates - before.duplicates,
           run.updated - before.updated, run.reposts - before.reposts,   run.withdrawn - before.withdrawn,
           run.skipped - before.skipped, run.rejected - before.rejected, run.originals - before.originals};
    for (auto it = run.skippedBy.cbegin(); it != run.skippedBy.cend(); ++it) {
        const qint64 count = it.value() - before.skippedBy.value(it.key());
        if (count > 0)
            report.skippedBy.insert(it.key(), count);
    }
    report.rejections = records.rejections();
    return report;
}

Result<ImportReport> importRecords(std::vector<Record> records, const QVector<StoryId> &visibleAgain,
                                   const QString &format, StoreWriter &writer, const RuleCoder &rules,
                                   const PageOrigin &origin, const BatchVisitor &visit, Progress &progress)
{
    ImportTables &tables = writer.importTables();
    const OpenRun closing(tables);
    auto run = tables.openRun({origin.name, format, 0, origin.digest});
    if (!run)
        return run.error();
    const StoredRun before = *run;
    RecordImport import(tables, rules, origin.codebookVersion, origin.digest, QDateTime::currentMSecsSinceEpoch());
    if (origin.subscription == 0)
        import.askAgain();
    if (auto begun = tables.beginBatch(); !begun)
        return begun.error();
    for (Record &record : records) {
        PreparedRecord ready = preparedAgain(std::move(record), rules, tables);
        if (auto taken = import.take(ready, *run); !taken)
            return taken.error();
    }
    for (const StoryId id : visibleAgain) {
        if (auto shown = tables.showAgain(id); !shown)
            return shown.error();
    }
    if (origin.subscription != 0) {
        if (auto noted = tables.notePlace(origin.subscription, origin.place); !noted)
            return noted.error();
    }
    auto touched = tables.commitBatch(*run);
    if (!touched)
        return touched.error();
    if (visit)
        visit(*touched);
    const auto purged = tables.purge(progress);
    if (!purged)
        return purged.error();
    ImportReport report = reportOf(*run, before, import);
    if (!purged.value())
        report.notes.append(wordsLinger());
    return report;
}

} // namespace

Result<ImportReport> importPage(Reader &reader, StoreWriter &writer, const RuleCoder &rules,
                                const PageOrigin &origin, const BatchVisitor &visit, Progress &progress)
{
    auto records = readWhole(reader);
    if (!records)
        return records.error();
    if (origin.since)
        leaveOutOlder(*records, *origin.since);
    auto report = importRecords(std::move(*records), {}, reader.format(), writer, rules, origin, visit, progress);
    if (report)
        report->notes += reader.notes();
    return report;
}

Result<ImportReport> importStandings(std::vector<Record> records, const QVector<StoryId> &visibleAgain,
                                     StoreWriter &writer, const RuleCoder &rules, const PageOrigin &origin,
                                     const BatchVisitor &visit, Progress &progress)
{
    return importRecords(std::move(records), visibleAgain, QStringLiteral("recheck"), writer, rules, origin, visit,
                         progress);
}

Result<> finishPages(StoreWriter &writer, qint64 run)
{
    return writer.importTables().finishFetch(run);
}

} // namespace tidemark
