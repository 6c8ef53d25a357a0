// What brings stories: files, records that were set aside, and pages that were fetched.

#include "collection/CollectionWriter.h"

#include "collection/BatchPublisher.h"
#include "collection/RejectedPage.h"
#include "fetch/Addresses.h"
#include "import/LabelImport.h"
#include "import/PageImport.h"
#include "import/RejectedReader.h"
#include "source/CsvTable.h"
#include "source/Formats.h"
#include "source/MappingMemory.h"
#include "store/SubscriptionTable.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

constexpr qint64 keptFree = qint64(2) * 1024 * 1024 * 1024; ///< bytes of the disk that no archive may fill

/// What has to be known of an import and its source to read its records again.
struct RejectingSource
{
    QString name;
    QString format;
    QByteArray digest;
    qint64 size = 0;
    QByteArray preamble;
    qint64 setAside = 0; ///< records
    TableForm form;
};

Result<RejectingSource> rejectingSource(qint64 number, StoreReader &reader)
{
    const auto runs = reader.runs();
    const auto sources = runs ? reader.sources() : Result<QVector<StoredSource>>(runs.error());
    const auto form = sources ? reader.tableForm(number) : Result<QString>(sources.error());
    if (!form)
        return form.error();
    for (const StoredRun &run : runs.value()) {
        if (run.number != number)
            continue;
        if (!run.finishedAt) {
            return Error{
                Error::Kind::Usage,
                QCoreApplication::translate("Collection",
                                            "The import of “%1” was interrupted. Import the file again first; "
                                            "then its rejected records can be read once more.")
                    .arg(run.sourceName)};
        }
        for (const StoredSource &source : sources.value()) {
            if (source.number == run.source)
                return RejectingSource{source.name,  source.format, source.digest,           source.size,
                                       run.preamble, run.setAside,  tableFormFromText(*form)};
        }
    }
    return Error{Error::Kind::NotFound,
                 QCoreApplication::translate("Collection", "This collection has no import %1.").arg(number)};
}

/// The mapping that the collection remembers for a table with this line of names.
std::optional<ColumnMapping> rememberedMapping(const QByteArray &preamble, const TableForm &form,
                                               StoreReader &reader)
{
    const auto table = CsvTable::open(openBytes(preamble), QString(), form);
    const auto settings = reader.settings();
    if (!table || !settings)
        return std::nullopt;
    return mappingFromText(settings->free.value(mappingKey((*table)->header())));
}

} // namespace

Result<ImportReport> CollectionWriter::import(const QString &path, const ReaderOptions &options, Progress &progress)
{
    const Codebook codebook = m_state.facts.get()->codebook;
    if (options.mapping) {
        if (auto checked = checkLabels(options.mapping->labels, codebook); !checked)
            return checked.error();
    }
    ReaderOptions used = options;
    const qint64 bytesFree = QStorageInfo(QFileInfo(m_writer->path()).absolutePath()).bytesAvailable();
    used.room = std::max<qint64>(bytesFree - keptFree, 0);
    auto opened = openReader(path, used);
    if (!opened)
        return opened.error();
    return importFrom(**opened, {.path = path, .tableForm = tableFormToText(used.form)}, progress);
}

Result<ImportReport> CollectionWriter::retryRejected(qint64 run, const ReaderOptions &options,
                                                     const QHash<qint64, QByteArray> &edited, Progress &progress)
{
    const auto source = rejectingSource(run, *m_reader);
    if (!source)
        return source.error();
    // They are read in a thread of the import's own, so each page has a connection of its own.
    const auto page = [this, run, &edited](qint64 after) -> Result<QVector<RejectedRecord>> {
        const auto own = m_store.reader();
        if (!own)
            return own.error();
        auto records = rejectedPage(**own, run, after, recordsOfAPage);
        if (records) {
            for (RejectedRecord &record : *records)
                record.content = edited.value(record.record, record.content);
        }
        return records;
    };
    const auto first = page(0);
    if (!first)
        return first.error();
    ReaderOptions used = options;
    if (used.format.isEmpty())
        used.format = source->format;
    // Of a file in an archive the names of columns stand before each row.
    const bool hasPreamble = !source->preamble.isEmpty() || first->isEmpty();
    if (used.form == TableForm())
        used.form = source->form;
    if (!used.mapping) {
        used.mapping
            = rememberedMapping(hasPreamble ? source->preamble : first->constFirst().content, used.form, *m_reader);
    }
    RejectedReader reader(page, source->setAside, source->preamble, source->name, used);
    auto report = importFrom(reader,
                             {.path = source->name,
                              .digest = source->digest,
                              .tableForm = tableFormToText(used.form),
                              .size = source->size},
                             progress);
    if (!report)
        return report;
    const Result<> forgotten = m_writer->forgetRejections(run, report->counts.read);
    const Result<> followed = forgotten ? follow({}, {.stories = true}) : forgotten;
    if (!followed)
        return followed.error();
    if (report->cancelled) {
        return Error{Error::Kind::Cancelled,
                     QCoreApplication::translate(
                         "Collection", "Stopped. The records that weren't read again are still set aside.")};
    }
    return report;
}

Result<ImportReport> CollectionWriter::importFrom(Reader &reader, ImportOptions options, Progress &progress)
{
    const Codebook codebook = m_state.facts.get()->codebook;
    options.codebookVersion = codebook.version;
    options.themes = themesByName(codebook);
    return importAndFollow(
        [&](const RuleCoder &rules, const BatchVisitor &visit, const std::function<void()> &allIsIn) {
            options.whenAllIsIn = allIsIn;
            return importRecords(reader, *m_writer, rules, options, visit, progress);
        },
        progress);
}

/// Whatever imports: its batches are published as they come; copies are grouped.
Result<ImportReport> CollectionWriter::importAndFollow(const ImportAll &import, const Progress &progress)
{
    BatchPublisher batches(m_state.showsJobs,
                           [&](const TouchedStories &touched) { return follow(touched, {.stories = true}); });
    const auto rules = m_state.snapshot.get()->rules;
    const auto visit = [&](const TouchedStories &batch) {
        batches.add(batch);
        if (!m_state.isShortChangeNext())
            return;
        batches.flush(); // so that what they follow is all that is there
        if (m_writer->importTables().waitForDisk(true))
            m_state.letShortChangesPass(*this);
        static_cast<void>(m_writer->importTables().waitForDisk(false)); // or the rest takes longer
    };
    const auto allIsIn = [&] { // where nobody waits to see what came, one core ends the import, another goes on
        const auto few = hasFewUngrouped();
        const auto purges = m_writer->isPurgeDue(); // it waits until nobody reads
        if (!m_state.showsJobs && few && !few.value() && purges && !purges.value()
            && needsNewIndex(batches.gathered()))
            workAhead(progress);
    };
    auto report = import(*rules, visit, allIsIn);
    Result<> grouped;
    if (report && !report->cancelled && m_copiesAhead.valid())
        grouped = groupFoundCopies();
    batches.flush();
    m_copiesAhead = {};
    m_indexAhead = {};
    if (!report || report->cancelled)
        return report;
    if (grouped)
        grouped = batches.outcome();
    if (grouped)
        grouped = groupCopiesOfMany(progress); // none are left where they were found ahead
    return grouped ? report : Result<ImportReport>(grouped.error());
}

/// Where they couldn't be found beside the import, they are left to the writer.
Result<> CollectionWriter::groupFoundCopies()
{
    auto found = m_copiesAhead.get();
    return found && found.value() ? m_writer->writeCopies(*std::move(found).value()) : Result<>();
}

Result<ImportReport> CollectionWriter::importPage(const StoredSubscription &stored, const FetchedPage &page,
                                                  Progress &progress)
{
    const Subscription &subscription = stored.subscription;
    if (page.paid > 0) { // whatever becomes of the page
        if (const Result<> noted = m_writer->notePaid(subscription.number, page.paid); !noted)
            return noted.error();
    }
    if (const Result<> same = m_writer->checkQuestion(subscription); !same)
        return same.error();
    if (page.bytes.isEmpty()) {
        const Result<> noted = m_writer->notePlace(subscription.number, page.place);
        return noted ? Result<ImportReport>(ImportReport()) : Result<ImportReport>(noted.error());
    }
    auto reader = formatOf(page.format)
                      ->make(openBytes(page.bytes), subscription.name,
                             {.format = page.format,
                              .isFetched = true,
                              .server = serverOf(subscription.address),
                              .feed = subscription.address.toString(QUrl::FullyEncoded)});
    if (!reader)
        return reader.error();
    const PageOrigin origin{.name = subscription.name,
                            .digest = stored.digest,
                            .subscription = subscription.number,
                            .place = page.place,
                            .since = page.since,
                            .codebookVersion = m_state.facts.get()->codebook.version};
    return importAndFollow(
        [&](const RuleCoder &rules, const BatchVisitor &visit, const std::function<void()> &) {
            return tidemark::importPage(*reader.value(), *m_writer, rules, origin, visit, progress);
        },
        progress);
}

Result<> CollectionWriter::finishPages(qint64 run)
{
    if (Result<> finished = tidemark::finishPages(*m_writer, run); !finished)
        return finished;
    return follow({}, {.stories = true});
}

Result<qint64> CollectionWriter::importStandings(std::vector<Record> records, const QVector<StoryId> &visibleAgain,
                                                 Progress &progress)
{
    const PageOrigin origin{.name = QCoreApplication::translate("Collection", "Asked again"),
                            .digest = QByteArrayLiteral("tidemark recheck"),
                            .codebookVersion = m_state.facts.get()->codebook.version};
    auto report = importAndFollow(
        [&](const RuleCoder &rules, const BatchVisitor &visit, const std::function<void()> &) {
            return tidemark::importStandings(std::move(records), visibleAgain, *m_writer, rules, origin, visit,
                                             progress);
        },
        progress);
    if (!report)
        return report.error();
    const Result<> finished = finishPages(report->run);
    return finished ? Result<qint64>(report->counts.updated) : Result<qint64>(finished.error());
}

} // namespace tidemark
