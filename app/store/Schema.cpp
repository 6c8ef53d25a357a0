#include "store/Schema.h"

#include "store/Connection.h"
#include "store/SchemaFunctions.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The steps' file names, in order: 0001-collection.sql is the first.
QStringList schemaSteps()
{
    return QDir(u":/sql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Result<> applyStep(Connection &connection, const QString &name, int number)
{
    QFile file(u":/sql/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Other, file.errorString()};
    if (auto done = connection.run(file.readAll()); !done)
        return done.error();
    const QByteArray stamp = QByteArrayLiteral("PRAGMA application_id = ")
        + QByteArray::number(collectionApplicationId) + QByteArrayLiteral("; PRAGMA user_version = ")
        + QByteArray::number(number);
    return connection.run(stamp);
}

/// In one transaction, for the disk is waited for at the end of each.
Result<> applySteps(Connection &connection, const QStringList &steps, int version)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    for (int number = version + 1; number <= steps.size(); ++number) {
        if (auto done = applyStep(connection, steps.at(number - 1), number); !done)
            return done;
    }
    return transaction.commit();
}

} // namespace

int newestSchema()
{
    return static_cast<int>(schemaSteps().size());
}

Result<> upgradeSchema(Connection &connection)
{
    auto version = connection.value(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const QStringList steps = schemaSteps();
    if (version->toInt() >= steps.size())
        return {};
    if (auto added = addSchemaFunctions(connection); !added)
        return added;
    // What is put in order goes through files, so that memory doesn't grow with the collection.
    if (auto set = connection.run("PRAGMA temp_store = FILE"); !set)
        return set;
    const auto done = applySteps(connection, steps, version->toInt());
    const auto reset = connection.run("PRAGMA temp_store = MEMORY");
    return done ? reset : done;
}

} // namespace tidemark
