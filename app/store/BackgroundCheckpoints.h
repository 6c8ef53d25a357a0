#pragma once

#include "store/Connection.h"

#include <QThreadPool>

#include <future>

namespace tidemark {

/// In pages of the log. The thread begins with the first step: whoever writes less has none.
struct CheckpointLengths
{
    qint64 step = 16'384; ///< is copied at once: 64 MiB
    qint64 rest = 8'192;  ///< at most what the writer copies to begin anew
    qint64 anew = 32'768; ///< the log is worth beginning anew
    qint64 most = 65'536; ///< the writer waits, and copies half of it
};

/// Checkpoints of a connection that writes much: what it committed is copied from the write-ahead log into the
/// database by a thread and a connection of their own, while the writer goes on appending.
///
/// SQLite begins the log anew only with a transaction that finds all of it in the database. So where the log is
/// long and little of it is left to copy, the writer copies that itself, between transactions. A log that gets
/// ahead of the copying is waited for. Readers are not: while they hold what they see, the log grows.
///
/// On the writer's thread.
class BackgroundCheckpoints final
{
public:
    /// Takes the place of the writer's own automatic checkpoints until it is gone.
    explicit BackgroundCheckpoints(Connection &writer, CheckpointLengths lengths = {});
    ~BackgroundCheckpoints(); ///< waits for what is under way
    Q_DISABLE_COPY_MOVE(BackgroundCheckpoints)

    /// Between transactions: begins or does what is due. The Error may be that of what was begun earlier; what was
    /// committed is in the log all the same.
    Result<> keepUp();
    /// Waits for what is under way.
    Result<> finish();

    [[nodiscard]] qint64 length() const { return m_length; } ///< of the log, behind the last commit

private:
    static int noteLength(void *self, sqlite3 *handle, const char *database, int pages);
    [[nodiscard]] bool isUnderWay() const;
    void begin();
    Result<> copyRest();
    Result<> note(const Result<qint64> &copied);

    Connection &m_writer;
    CheckpointLengths m_lengths;
    qint64 m_length = 0;
    qint64 m_copied = 0; ///< at least; from the log's beginning
    qint64 m_begun = 0;  ///< the length when the last checkpoint began
    QThreadPool m_pool;
    std::future<Result<qint64>> m_underWay;
};

} // namespace tidemark
