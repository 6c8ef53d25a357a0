#include "store/DeferredWork.h"

#include "store/Connection.h"
#include "store/Settings.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr char gather[] = "CREATE TABLE gathered_identity (key TEXT NOT NULL, story INTEGER NOT NULL) STRICT";
constexpr char sortIn[] = "INSERT INTO identity SELECT key, story FROM gathered_identity WHERE true ORDER BY key "
                          "ON CONFLICT DO NOTHING;\n"
                          "DROP TABLE gathered_identity;\n";
constexpr char indexes[]
    = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name IN ('identity_by_story', "
      "'story_by_author', 'provenance_by_source', 'provenance_by_run', 'story_raw_by_run')";

QString key()
{
    return QString::fromLatin1(settingKey::deferredWork);
}

Result<bool> isDeferred(Connection &connection)
{
    const auto known = connection.value(u"SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?)"_s, {key()});
    return known ? Result<bool>(known->toBool()) : Result<bool>(known.error());
}

} // namespace

Result<> deferredWork::defer(Connection &connection)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    auto found = connection.select(QString::fromLatin1(indexes));
    if (!found)
        return found.error();
    QString later = QString::fromLatin1(sortIn);
    QByteArray now = gather;
    while (found->next()) {
        now += "; DROP INDEX " + found->value(0).toByteArray();
        later += found->value(1).toString() + u";\n"_s;
    }
    found->finish();
    if (auto done = connection.run(now); !done)
        return done;
    if (auto noted = writeSetting(connection, key(), later); !noted)
        return noted;
    return transaction.commit();
}

Result<> deferredWork::catchUp(Connection &connection)
{
    const auto later = connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {key()});
    if (!later)
        return later.error();
    if (!later->isValid())
        return {};
    if (auto done = connection.run(later->toString().toUtf8()); !done)
        return done;
    return writeSetting(connection, key(), QString());
}

Result<> deferredWork::catchUpInFiles(Connection &connection)
{
    const auto deferred = isDeferred(connection);
    if (!deferred || !deferred.value())
        return deferred ? Result<>() : Result<>(deferred.error());
    if (auto set = connection.run("PRAGMA temp_store = FILE"); !set)
        return set;
    Result<> done;
    {
        Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
        done = transaction.begun();
        if (done)
            done = catchUp(connection);
        if (done)
            done = transaction.commit();
    }
    const auto reset = connection.run("PRAGMA temp_store = MEMORY");
    return done ? reset : done;
}

} // namespace tidemark
