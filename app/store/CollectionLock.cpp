#include "store/CollectionLock.h"

#include "store/PrivateFile.h"

#include <QCoreApplication>

namespace tidemark {

CollectionLock::CollectionLock(const QString &collection) : m_file(path(collection))
{
    m_file.setStaleLockTime(0); // age says nothing: only a process that is gone lets go
}

Result<std::unique_ptr<CollectionLock>> CollectionLock::take(const QString &collection)
{
    std::unique_ptr<CollectionLock> lock(new CollectionLock(collection));
    if (lock->m_file.tryLock(0)) {
        makePrivate(path(collection));
        return lock;
    }
    if (lock->m_file.error() == QLockFile::LockFailedError) {
        qint64 process = 0;
        QString host;
        QString program;
        lock->m_file.getLockInfo(&process, &host, &program);
        return Error{Error::Kind::Busy,
                     QCoreApplication::translate(
                         "Store",
                         "“%1” is open in another Tidemark (process %2 on %3), so here it can only be read. Close "
                         "it there to change it here.")
                         .arg(collection)
                         .arg(process)
                         .arg(host.isEmpty() ? QStringLiteral("?") : host)};
    }
    return Error{Error::Kind::Denied,
                 QCoreApplication::translate(
                     "Store",
                     "The folder of “%1” can't be written, so the collection can only be read. To change it, copy "
                     "it to a folder of your own.")
                     .arg(collection)};
}

} // namespace tidemark
