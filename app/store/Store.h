#pragma once

#include "store/Connection.h"
#include "store/StoreReader.h"
#include "store/StoreWriter.h"
#include "story/Result.h"

#include <QString>

#include <memory>

namespace tidemark {

class CollectionLock;

/// Call first in main(), before anything touches SQLite: takes SQLite's global memory mutex away, and makes sure
/// that Qt's driver and the program run the very same SQLite library. The Error is a sentence to stop with.
Result<> prepareSqlite();

/// A collection's file, examined and held: what readers and the writer connect to. It is an ordinary SQLite
/// database in WAL mode (application_id 0x54694d6b, "TiMk"); resources/sql has its schema. Any thread.
///
/// Opening never changes a file before it is known to be ours. A collection that can't be written, that a newer
/// program made, or that another Tidemark holds, opens for reading only and says why.
class Store final
{
public:
    enum class Missing { Fail, Create };
    static Result<std::shared_ptr<Store>> open(const QString &path, Missing missing);
    ~Store(); ///< gives the collection free; readers and writer must be gone
    Q_DISABLE_COPY_MOVE(Store)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return !m_readOnlyReason.isEmpty(); }
    [[nodiscard]] const QString &readOnlyReason() const { return m_readOnlyReason; } ///< a sentence

    /// How further connections for reading are opened.
    [[nodiscard]] Connection::Access readingAccess() const;

    /// Connections for the calling thread. A read-only collection's writer is an Error with the reason.
    [[nodiscard]] Result<std::unique_ptr<StoreReader>> reader() const;
    [[nodiscard]] Result<std::unique_ptr<StoreWriter>> writer() const;

private:
    Store(QString path, QString readOnlyReason, bool immutable, std::unique_ptr<CollectionLock> lock);

    QString m_path;
    QString m_readOnlyReason;
    bool m_immutable = false; ///< nobody can change it: a folder that can't be written, and no open WAL
    std::unique_ptr<CollectionLock> m_lock;
};

} // namespace tidemark
