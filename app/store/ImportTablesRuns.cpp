// Runs of imports: where one begins, how the connection is set while it lasts, and its end.
#include "store/ImportTables.h"

#include "store/FactTables.h"
#include "store/Settings.h"
#include "story/FreedMemory.h"

#include <QDateTime>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

// While an import runs: 96 MiB of pages in memory, enough for what a batch touches. The disk is not waited for at
// the end of each batch: a power cut may take the last ones, whole, and the next import of the file brings them
// again. Otherwise SQLite's own values.
constexpr char forImport[] = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -98304";
constexpr char ordinary[] = "PRAGMA synchronous = FULL; PRAGMA cache_size = -2000";

} // namespace

Result<qint64> ImportTables::openSource(const ImportedFile &file)
{
    Connection &connection = m_tables.connection;
    auto known
        = connection.value(u"SELECT id FROM source WHERE digest = ? AND size = ?"_s, {file.digest, file.size});
    if (!known)
        return known.error();
    if (known->isValid())
        return known->toLongLong();
    QString name = file.name;
    for (int number = 2;; ++number) {
        // A subscription that brought nothing yet has its name all the same.
        auto taken = connection.value(u"SELECT 1 FROM source WHERE name = ? UNION ALL "
                                      "SELECT 1 FROM subscription WHERE name = ? AND digest <> ?"_s,
                                      {name, name, file.digest});
        if (!taken)
            return taken.error();
        if (!taken->isValid())
            break;
        name = u"%1 (%2)"_s.arg(file.name).arg(number);
    }
    auto added
        = connection.select(u"INSERT INTO source (name, format, size, digest, added_at) VALUES (?, ?, ?, ?, ?)"_s,
                            {name, file.format, file.size, file.digest, QDateTime::currentMSecsSinceEpoch()});
    if (!added)
        return added.error();
    return added->lastInsertId().toLongLong();
}

Result<StoredRun> ImportTables::openRun(const ImportedFile &file)
{
    Connection &connection = m_tables.connection;
    if (auto finished = finishEarlier(); !finished)
        return finished.error();
    if (auto set = connection.run(forImport); !set)
        return set.error();
    m_checkpoints.emplace(connection);
    Transaction transaction(connection, Transaction::Kind::Write);
    if (!transaction.begun())
        return transaction.begun().error();
    auto settings = readSettings(connection);
    if (!settings)
        return settings.error();
    auto source = openSource(file);
    if (!source)
        return source.error();
    auto number
        = connection.value(u"SELECT max(id) FROM import_run WHERE source = ? AND finished_at IS NULL AND ?"_s,
                           {source.value(), file.isWhole});
    if (!number)
        return number.error();
    if (number->isNull()) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        auto added
            = connection.select(u"INSERT INTO import_run (source, started_at, finished_at, preamble, table_form) "
                                "VALUES (?, ?, ?, ?, ?)"_s,
                                {source.value(), now, file.isWhole ? QVariant() : now,
                                 file.preamble.isNull() ? QByteArray("") : file.preamble,
                                 file.tableForm.isEmpty() ? u""_s : file.tableForm});
        if (!added)
            return added.error();
        number = added->lastInsertId();
    }
    auto runs = readRuns(connection);
    if (!runs)
        return runs.error();
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    m_run = number->toLongLong();
    m_source = source.value();
    m_coder = file.name;
    m_keepRaw = settings->keepRawRecords;
    if (auto begun = beginBulk(file.size); !begun)
        return begun.error();
    for (const StoredRun &run : std::as_const(*runs)) {
        if (run.number != m_run)
            continue;
        m_startedAt = run.startedAt;
        return run;
    }
    return Error{Error::Kind::Other, QString()}; // it was written above
}

Result<qint64> ImportTables::largestStory()
{
    const auto largest = m_tables.connection.value(u"SELECT coalesce(max(id), 0) FROM story"_s);
    return largest ? Result<qint64>(largest->toLongLong()) : Result<qint64>(largest.error());
}

void ImportTables::closeRun()
{
    dropBatch();
    static_cast<void>(finishBulk()); // where an import ended too early; if this fails, finishEarlier() does it
    m_identities.rest();
    m_checkpoints.reset();
    static_cast<void>(checkReferences(true));
    static_cast<void>(m_tables.connection.run(ordinary));
    giveBackFreedMemory(); // before the index is made
}

Result<> ImportTables::checkReferences(bool checks)
{
    if (auto ordered = checks ? catchUp() : Result<>(); !ordered)
        return ordered; // by it a story's parts are found
    return m_tables.connection.run(checks ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF");
}

Result<> ImportTables::finishRun(qint64 run)
{
    // With this one everything before it is on the disk.
    if (auto set = m_tables.connection.run("PRAGMA synchronous = FULL"); !set)
        return set;
    return noteFinished(run);
}

Result<> ImportTables::noteFinished(qint64 run)
{
    auto done = m_tables.connection.select(u"UPDATE import_run SET finished_at = ? WHERE id = ?"_s,
                                           {QDateTime::currentMSecsSinceEpoch(), run});
    return done ? Result<>() : Result<>(done.error());
}

Result<> ImportTables::finishFetch(qint64 run)
{
    Connection &connection = m_tables.connection;
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    auto removed = connection.select(
        u"DELETE FROM import_run WHERE id = ? AND added + originals + updated + reposts + withdrawn + rejected = 0 "
        "AND NOT EXISTS (SELECT 1 FROM provenance WHERE run = import_run.id) "
        "AND NOT EXISTS (SELECT 1 FROM repost_provenance WHERE run = import_run.id) "
        "AND NOT EXISTS (SELECT 1 FROM story_raw WHERE run = import_run.id)"_s,
        {run});
    if (!removed)
        return removed.error();
    if (connection.changes() == 0) {
        if (auto finished = noteFinished(run); !finished)
            return finished;
    }
    return transaction.commit();
}

} // namespace tidemark
