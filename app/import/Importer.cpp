#include "import/Importer.h"

#include "import/Identity.h"
#include "import/LabelImport.h"
#include "import/RecordImport.h"
#include "import/RecordPipeline.h"
#include "store/FreeSpace.h"
#include "store/Purging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 spaceToStart = 200 * mebibyte;
constexpr qint64 spaceToGoOn = 64 * mebibyte;
constexpr qint64 batchBytes = 32 * mebibyte; ///< of the file
constexpr qint64 fewestBatches = 100;        ///< like one would hold as many records as there are stories
constexpr qint64 mostScale = 5;              ///< of batches in a large collection

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// One import from the first record to the last.
class Import
{
public:
    Import(Reader &reader, StoreWriter &writer, const RuleCoder &rules, const ImportOptions &options,
           const BatchVisitor &visit, Progress &progress)
        : m_reader(reader),
          m_tables(writer.importTables()),
          m_collection(writer.path()),
          m_options(options),
          m_visit(visit),
          m_progress(progress),
          m_digest(digestOf(reader, options)),
          m_rules(rules),
          m_records(m_tables, rules, options.codebookVersion, m_digest),
          m_labels(m_tables, options.themes)
    {
    }

    ~Import() { m_tables.closeRun(); }
    Q_DISABLE_COPY_MOVE(Import)

    Result<ImportReport> run()
    {
        if (freeSpace() < spaceToStart) {
            return Error{Error::Kind::Full,
                         Words::tr("Less than 200 MiB are free on the disk of “%1”. Make room, then import again.")
                             .arg(m_collection)};
        }
        auto opened = m_tables.openRun({QFileInfo(m_options.path).fileName(), m_reader.format(),
                                        m_options.size.value_or(m_reader.size()), m_digest, m_reader.preamble(),
                                        m_options.tableForm, !m_options.size});
        if (!opened)
            return opened.error();
        m_run = std::move(opened).value();
        if (auto scaled = scaleBatches(); !scaled)
            return scaled.error();
        m_report.continuedFrom = m_run.lastRecord;
        m_progress.total = m_reader.size();
        if (auto trusted = m_tables.checkReferences(false); !trusted)
            return trusted.error();
        if (auto skipped = skipDone(); !skipped)
            return skipped.error();
        if (!m_isAtEnd)
            m_pipeline = std::make_unique<RecordPipeline>(
                m_reader, Preparation{m_rules, m_tables.authorHash(), m_digest, m_tables.keepsRaw()});
        while (!m_isAtEnd && m_report.brokenOff.isEmpty() && !m_progress.isCancelled()) {
            if (auto done = takeBatch(); !done)
                return done.error();
        }
        return finish();
    }

private:
    static QByteArray digestOf(const Reader &reader, const ImportOptions &options)
    {
        if (!options.digest.isEmpty())
            return options.digest;
        const QByteArray digest = fileDigest(options.path);
        if (!digest.isEmpty())
            return digest;
        return QCryptographicHash::hash(options.path.toUtf8() + '\0' + QByteArray::number(reader.size()),
                                        QCryptographicHash::Sha256);
    }

    [[nodiscard]] qint64 freeSpace() const
    {
        return m_options.freeSpace ? m_options.freeSpace() : freeSpaceBeside(m_collection);
    }

    void showProgress()
    {
        if (m_pipeline)
            m_progress.done = m_pipeline->consumed();
        m_progress.items = m_run.read;
    }

    /// A transaction writes every page of an index that it touches, and keys touch pages everywhere: the more
    /// stories there are, the more belong to one. A first import has hardly an index until its end.
    Result<> scaleBatches()
    {
        const auto stories = m_tables.largestStory();
        if (!stories)
            return stories.error();
        m_scale = std::clamp<qint64>(stories.value() / (fewestBatches * m_options.batchSize), 1, mostScale);
        return {};
    }

    /// Passes over the records that an interrupted import of this file brought in.
    Result<> skipDone()
    {
        for (qint64 passed = 0; passed < m_run.read && !m_isAtEnd && !m_progress.isCancelled(); ++passed) {
            auto record = m_reader.next();
            if (!record)
                return record.error();
            m_isAtEnd = !record->has_value();
            m_progress.done = m_reader.consumed();
        }
        return {};
    }

    /// The next record, or the one that the last batch left.
    Result<PreparedRecord *> nextRecord() { return m_left ? std::exchange(m_left, nullptr) : m_pipeline->next(); }

    /// Reads and writes one batch. What was read before the stream broke is kept. What takes something back is left
    /// for a batch that checks references, for a story's parts go with it by these.
    Result<> takeBatch()
    {
        if (m_left) {
            m_checksReferences = true;
            if (auto checked = m_tables.checkReferences(true); !checked)
                return checked.error();
        }
        if (auto begun = m_tables.beginBatch(); !begun)
            return begun.error();
        if (m_hasCommitted) {
            if (auto expected = m_tables.expectMany(); !expected)
                return expected.error();
        }
        std::optional<Error> broken;
        const StoredRun before = m_run;
        const qint64 begin = m_pipeline->consumed();
        const auto isFull = [&](int taken) {
            return taken >= m_options.batchSize * m_scale || m_pipeline->consumed() - begin >= batchBytes * m_scale
                || m_tables.batchBytes() >= batchBytes;
        };
        for (int taken = 0; !isFull(taken) && !m_progress.isCancelled(); ++taken) {
            const auto next = nextRecord();
            if (!next) {
                broken = next.error();
                break;
            }
            PreparedRecord *const record = next.value();
            if (!record) {
                m_isAtEnd = true;
                break;
            }
            if (!m_checksReferences && std::holds_alternative<Withdrawal>(record->record.content)) {
                m_left = record;
                break;
            }
            if (auto done = takeRecord(*record); !done) {
                m_tables.dropBatch();
                m_run = before;
                return done.error();
            }
            showProgress();
        }
        auto touched = m_tables.commitBatch(m_run);
        if (!touched)
            return touched.error();
        m_hasCommitted = m_hasCommitted || m_run.read > before.read;
        if (m_visit)
            m_visit(*touched);
        if (broken && m_run.read == 0)
            return *broken;
        if (broken) {
            m_report.brokenOff = broken->message;
            return {};
        }
        if (!m_isAtEnd && freeSpace() < spaceToGoOn * m_scale) {
            return Error{Error::Kind::Full,
                         Words::tr("The disk of “%1” is nearly full, so the import stopped after %2 records. Make "
                                   "room and import the file again: it goes on from there.")
                             .arg(m_collection)
                             .arg(m_run.read)};
        }
        return {};
    }

    Result<> takeRecord(PreparedRecord &prepared)
    {
        if (auto taken = m_records.take(prepared, m_run); !taken)
            return taken.error();
        const auto story = m_records.lastStory();
        return story ? m_labels.take(*story, prepared.record.labels) : Result<>();
    }

    Result<ImportReport> finish()
    {
        showProgress();
        m_pipeline.reset();
        if (m_isAtEnd && m_options.whenAllIsIn)
            m_options.whenAllIsIn();
        if (auto searchable = m_tables.finishBulk(); !searchable)
            return searchable.error();
        if (m_isAtEnd) {
            if (auto finished = m_tables.finishRun(m_run.number); !finished)
                return finished.error();
        }
        const auto purged = m_tables.purge(m_progress);
        if (!purged)
            return purged.error();
        m_report.path = m_options.path;
        m_report.format = m_reader.format();
        m_report.run = m_run.number;
        m_report.counts = {m_run.read,      m_run.added,   m_run.duplicates, m_run.updated,  m_run.reposts,
                           m_run.withdrawn, m_run.skipped, m_run.rejected,   m_run.originals};
        m_report.skippedBy = m_run.skippedBy;
        m_report.rejections = m_records.rejections();
        m_report.notes = m_reader.notes() + m_labels.notes();
        if (m_records.cutTexts() > 0) {
            m_report.notes.append(
                QCoreApplication::translate("Import", "%n texts are cut off in the file: their rest was not in it.",
                                            nullptr, static_cast<int>(m_records.cutTexts())));
        }
        if (!purged.value())
            m_report.notes.append(wordsLinger());
        m_report.cancelled = !m_isAtEnd && m_report.brokenOff.isEmpty();
        return m_report;
    }

    Reader &m_reader;
    ImportTables &m_tables;
    QString m_collection;
    const ImportOptions &m_options;
    const BatchVisitor &m_visit;
    Progress &m_progress;
    QByteArray m_digest;
    const RuleCoder &m_rules;
    RecordImport m_records;
    LabelImport m_labels;
    std::unique_ptr<RecordPipeline> m_pipeline; ///< has the reader while it lives
    PreparedRecord *m_left = nullptr;           ///< the pipeline's
    qint64 m_scale = 1;                         ///< of the batches
    bool m_checksReferences = false;
    StoredRun m_run;
    ImportReport m_report;
    bool m_isAtEnd = false;
    bool m_hasCommitted = false; ///< a batch, so that another one makes many
};

} // namespace

Result<ImportReport> importRecords(Reader &reader, StoreWriter &writer, const RuleCoder &rules,
                                   const ImportOptions &options, const BatchVisitor &visit, Progress &progress)
{
    return Import(reader, writer, rules, options, visit, progress).run();
}

} // namespace tidemark
