#include "store/DeferredWork.h"

#include "store/Connection.h"
#include "store/Settings.h"

#include <QVariant>

#include <optional>

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

/// Behind which story keys are missing, if any are.
Result<std::optional<StoryId>> deferredFrom(Connection &connection)
{
    const auto value = connection.value(u"SELECT value FROM setting WHERE key = ?"_s, {key()});
    if (!value)
        return value.error();
    return value->isValid() ? std::optional(StoryId{value->toLongLong()}) : std::nullopt;
}

Result<> catchUpWithin(Connection &connection, StoryId after, const deferredWork::ListKeys &listKeys)
{
    if (auto listed = listKeys(after); !listed)
        return listed;
    if (auto done = connection.run(makeIndexes); !done)
        return done;
    return writeSetting(connection, key(), QString());
}

} // namespace

Result<> deferredWork::defer(Connection &connection, StoryId after)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    if (after == noStory) {
        if (auto done = connection.run(dropIndexes); !done)
            return done;
    }
    if (auto noted = writeSetting(connection, key(), QString::number(toNumber(after))); !noted)
        return noted;
    return transaction.commit();
}

Result<> deferredWork::goOn(Connection &connection, StoryId after, const std::function<Result<>()> &listKeys)
{
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    if (auto listed = listKeys(); !listed)
        return listed;
    if (auto noted = writeSetting(connection, key(), QString::number(toNumber(after))); !noted)
        return noted;
    return transaction.commit();
}

Result<> deferredWork::catchUp(Connection &connection, const ListKeys &listKeys)
{
    const auto after = deferredFrom(connection);
    if (!after || !after.value())
        return after ? Result<>() : Result<>(after.error());
    if (auto set = connection.run("PRAGMA temp_store = FILE"); !set)
        return set;
    Result<> done;
    {
        Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
        done = transaction.begun();
        if (done)
            done = catchUpWithin(connection, **after, listKeys);
        if (done)
            done = transaction.commit();
    }
    const auto reset = connection.run("PRAGMA temp_store = MEMORY");
    return done ? reset : done;
}

} // namespace tidemark
