#pragma once

#include "store/Connection.h"
#include "store/PrivateFile.h"
#include "store/Schema.h"
#include "store/SchemaFunctions.h"

#include <QDir>
#include <QTest>

namespace tidemark::test {

/// An empty collection as it was before this step of the schema ("0016-identity-hashes.sql"), open for writing.
/// Null: it could not be made.
inline std::unique_ptr<Connection> makeEarlierCollection(const QString &path, const QString &step)
{
    if (!makePrivateFile(path))
        return nullptr;
    auto connection = Connection::open(path, Connection::Access::Write);
    if (!connection || !addSchemaFunctions(**connection))
        return nullptr;
    const QString folder = QStringLiteral(":/sql/");
    const QStringList steps = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    const qsizetype earlier = steps.indexOf(step);
    for (const QString &each : steps.first(std::max<qsizetype>(earlier, 0))) {
        QFile file(folder + each);
        if (!file.open(QIODevice::ReadOnly) || !(*connection)->run(file.readAll()))
            return nullptr;
    }
    const QByteArray stamp = "PRAGMA application_id = " + QByteArray::number(collectionApplicationId)
        + "; PRAGMA user_version = " + QByteArray::number(earlier);
    return earlier > 0 && (*connection)->run(stamp) ? std::move(connection).value() : nullptr;
}

} // namespace tidemark::test
