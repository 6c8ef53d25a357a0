#include "collection/RememberedSettings.h"

#include "collection/LookedAt.h"
#include "store/Connection.h"
#include "store/Settings.h"

namespace tidemark {

QHash<QString, QString> settingsRememberedIn(const QString &path)
{
    const auto connection = connectionToLook(path);
    const auto settings = connection ? readSettings(**connection) : Result<StoreSettings>(connection.error());
    return settings ? settings->free : QHash<QString, QString>();
}

} // namespace tidemark
