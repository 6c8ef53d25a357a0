#include "store/BackgroundCheckpoints.h"

#include "store/Statement.h"
#include "story/WorkPool.h"

#include <algorithm>
#include <chrono>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int ordinaryLength = 1000; ///< pages: SQLite's own, for automatic checkpoints

/// Copies what no reader holds up, and waits for nobody. Gives how much of the log is in the database then; 0: not
/// known, for another one is under way.
Result<qint64> copyPages(Connection &connection)
{
    Statement checkpoint(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    const auto row = checkpoint.next();
    if (!row)
        return row.error();
    return std::max(checkpoint.number(2), qint64(0));
}

/// SQLite leaves it out where the log grew meanwhile, and the writer would have all of it to wait for in the end.
Result<> syncDatabase(Connection &connection)
{
    sqlite3_file *file = nullptr;
    int code = sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK)
        code = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
    if (code == SQLITE_OK)
        return {};
    return storeError(code, connection.path(), QString::fromUtf8(sqlite3_errstr(code)));
}

Result<qint64> copyPagesBeside(const QString &path)
{
    const auto connection = Connection::open(path, Connection::Access::Write);
    if (!connection)
        return connection.error();
    const auto copied = copyPages(**connection);
    const auto written = copied ? syncDatabase(**connection) : Result<>();
    return written ? copied : written.error();
}

} // namespace

BackgroundCheckpoints::BackgroundCheckpoints(Connection &writer, CheckpointLengths lengths)
    : m_writer(writer), m_lengths(lengths)
{
    m_pool.setObjectName(u"checkpoint"_s);
    m_pool.setMaxThreadCount(1);
    sqlite3_wal_hook(m_writer.handle(), noteLength, this);
}

BackgroundCheckpoints::~BackgroundCheckpoints()
{
    m_pool.waitForDone();
    sqlite3_wal_autocheckpoint(m_writer.handle(), ordinaryLength);
}

int BackgroundCheckpoints::noteLength(void *self, sqlite3 * /*handle*/, const char * /*database*/, int pages)
{
    auto *const checkpoints = static_cast<BackgroundCheckpoints *>(self);
    if (pages < checkpoints->m_length) { // begun anew
        checkpoints->m_copied = 0;
        checkpoints->m_begun = 0;
    }
    checkpoints->m_length = pages;
    return SQLITE_OK;
}

bool BackgroundCheckpoints::isUnderWay() const
{
    return m_underWay.valid() && m_underWay.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
}

void BackgroundCheckpoints::begin()
{
    m_begun = m_length;
    m_underWay = startOn(m_pool, [path = m_writer.path()] { return copyPagesBeside(path); });
}

Result<> BackgroundCheckpoints::note(const Result<qint64> &copied)
{
    if (!copied)
        return copied.error();
    if (m_begun > 0) // otherwise it is of the log before
        m_copied = *copied;
    return {};
}

Result<> BackgroundCheckpoints::finish()
{
    return m_underWay.valid() ? note(m_underWay.get()) : Result<>();
}

/// Where all of it is copied then, the next transaction begins the log anew, unless a reader keeps it from that:
/// then its end tells how long the log is.
Result<> BackgroundCheckpoints::copyRest()
{
    m_begun = m_length;
    const auto noted = note(copyPages(m_writer));
    if (noted && m_copied >= m_length) {
        m_length = 0;
        m_copied = 0;
        m_begun = 0;
    }
    return noted;
}

Result<> BackgroundCheckpoints::keepUp()
{
    if (isUnderWay() && m_length < m_lengths.most)
        return {};
    if (auto finished = finish(); !finished)
        return finished;
    // A long transaction leaves more than the rest each time.
    const qint64 rest = m_length >= m_lengths.most ? m_length / 2 : m_lengths.rest;
    if (m_length >= m_lengths.anew && m_length - m_copied <= rest)
        return copyRest();
    if (m_length - m_begun >= m_lengths.step)
        begin();
    return {};
}

} // namespace tidemark
