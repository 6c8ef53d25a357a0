#include "collection/LookedAt.h"

#include "store/Connection.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<std::unique_ptr<Connection>> connectionToLook(const QString &path)
{
    // Without a log nobody has it open; a reader that shares it would leave files of its own beside it.
    const bool isInUse = QFileInfo(path + u"-wal"_s).size() > 0;
    return Connection::open(path, isInUse ? Connection::Access::Read : Connection::Access::Immutable);
}

} // namespace tidemark
