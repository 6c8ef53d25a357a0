#include "store/CollectionLock.h"
#include "store/Connection.h"
#include "store/PrivateFile.h"
#include "store/Settings.h"
#include "store/StoreReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr int pagesAStep = 512;

/// A file that goes again unless it was given its name.
class Unfinished
{
public:
    explicit Unfinished(QString path) : m_path(std::move(path)) {}
    ~Unfinished()
    {
        for (const QString &ending : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_path + ending);
    }
    Q_DISABLE_COPY_MOVE(Unfinished)

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
};

Result<> copyPages(Connection &from, Connection &to, Progress &progress)
{
    const std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"), &sqlite3_backup_finish);
    if (!backup)
        return to.error();
    for (;;) {
        const int code = sqlite3_backup_step(backup.get(), pagesAStep);
        progress.total = sqlite3_backup_pagecount(backup.get());
        progress.done = progress.total - sqlite3_backup_remaining(backup.get());
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED)
            return storeError(code, to.path(), QString::fromUtf8(sqlite3_errstr(code)));
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, Words::tr("Stopped. No copy was made.")};
    }
}

/// What tells of searches stays behind, and the copy becomes a single file without side files.
Result<> finishCopy(Connection &copy)
{
    for (const char *key : {searchHistoryKey, lastFilterKey, lastPlaceKey, lastLocksKey, savedCopiesKey,
                            settingKey::overview}) { // which knows the last place, too
        if (auto done = copy.select(u"DELETE FROM setting WHERE key = ?"_s, {QString::fromLatin1(key)}); !done)
            return done.error();
    }
    return copy.run("PRAGMA journal_mode = DELETE");
}

Result<> checkTarget(const QString &path, const QString &own)
{
    const QFileInfo target(path);
    if (target.isDir()) {
        return Error{Error::Kind::Usage,
                     Words::tr("“%1” is a folder. Give the copy a name of its own in it.").arg(path)};
    }
    if (target.exists() && target.canonicalFilePath() == QFileInfo(own).canonicalFilePath()) {
        return Error{Error::Kind::Usage,
                     Words::tr("“%1” is this very collection. Choose another name for the copy.").arg(path)};
    }
    return {};
}

} // namespace

Result<> StoreReader::backup(const QString &path, Progress &progress)
{
    if (auto fits = checkTarget(path, m_connection->path()); !fits)
        return fits.error();
    auto lock = CollectionLock::take(QFileInfo(path).absoluteFilePath());
    if (!lock) {
        return Error{
            lock.error().kind,
            lock.error().kind == Error::Kind::Busy
                ? Words::tr("“%1” is open in Tidemark. Choose another name for the copy.").arg(path)
                : Words::tr("The folder of “%1” can't be written. Choose another one for the copy.").arg(path)};
    }
    const Unfinished part(QFileInfo(path).absoluteFilePath() + u".part"_s);
    QFile::remove(part.path());
    if (auto made = makePrivateFile(part.path()); !made)
        return made.error();
    {
        auto copy = Connection::open(part.path(), Connection::Access::Write);
        if (!copy)
            return copy.error();
        // Within a transaction of its own the copy is of one moment, whatever is written meanwhile.
        Transaction moment(*m_connection, Transaction::Kind::Read);
        if (!moment.begun())
            return moment.begun().error();
        if (auto begun = m_connection->value(u"SELECT count(*) FROM sqlite_schema"_s); !begun)
            return begun.error();
        if (auto copied = copyPages(*m_connection, **copy, progress); !copied)
            return copied.error();
        if (auto finished = finishCopy(**copy); !finished)
            return finished.error();
    }
    // What a crash left beside the file that is replaced would be played over the new one.
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
    if (std::rename(QFile::encodeName(part.path()).constData(), QFile::encodeName(path).constData()) != 0) {
        return Error{Error::Kind::Denied,
                     Words::tr("“%1” can't be written (%2). Choose another place for the copy.")
                         .arg(path, QString::fromLocal8Bit(std::strerror(errno)))};
    }
    return {};
}

} // namespace tidemark
