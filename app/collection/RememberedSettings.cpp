#include "collection/RememberedSettings.h"

#include "store/Connection.h"
#include "store/Settings.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tidemark {

QHash<QString, QString> settingsRememberedIn(const QString &path)
{
    // Without a log nobody has it open; a reader that shares it would leave files of its own beside it.
    const bool isInUse = QFileInfo(path + u"-wal"_s).size() > 0;
    const auto connection
        = Connection::open(path, isInUse ? Connection::Access::Read : Connection::Access::Immutable);
    const auto settings = connection ? readSettings(**connection) : Result<StoreSettings>(connection.error());
    return settings ? settings->free : QHash<QString, QString>();
}

} // namespace tidemark
