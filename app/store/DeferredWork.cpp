#include "store/DeferredWork.h"

#include "store/Connection.h"
#include "store/Settings.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr char dropIndexes[]
    = "DROP INDEX story_by_author; DROP INDEX provenance_by_run; DROP INDEX story_raw_by_run;";
constexpr char makeIndexes[] = "CREATE INDEX IF NOT EXISTS story_by_author ON story (author);"
                               "CREATE INDEX IF NOT EXISTS provenance_by_run ON provenance (run, story);"
                               "CREATE INDEX IF NOT EXISTS story_raw_by_run ON story_raw (run);";

QString key()
{
    return QString::fromLatin1(settingKey::deferredWork);
}

Result<bool> isDeferred(Connection &connection)
{
    const auto known = connection.value(u"SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?)"_s, {key()});
    return known ? Result<bool>(known->toBool()) : Result<bool>(known.error());
}

Result<> catchUpWithin(Connection &connection, const std::function<Result<>()> &listKeys)
{
    if (auto listed = listKeys(); !listed)
        return listed;
    if (auto done = connection.run(makeIndexes); !done)
        return done;
    return writeSetting(connection, key(), QString());
}

} // namespace

Result<> deferredWork::defer(Connection &connection)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    if (auto done = connection.run(dropIndexes); !done)
        return done;
    if (auto noted = writeSetting(connection, key(), u"1"_s); !noted)
        return noted;
    return transaction.commit();
}

Result<> deferredWork::catchUp(Connection &connection, const std::function<Result<>()> &listKeys)
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
            done = catchUpWithin(connection, listKeys);
        if (done)
            done = transaction.commit();
    }
    const auto reset = connection.run("PRAGMA temp_store = MEMORY");
    return done ? reset : done;
}

} // namespace tidemark
