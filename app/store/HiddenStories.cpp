#include "store/HiddenStories.h"

#include "store/Connection.h"

#include <QDateTime>
#include <QStringList>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

bool hidesOnly(const QString &reason)
{
    static const QStringList reasons{u"protected"_s, u"suspended"_s, u"deactivated"_s};
    return reasons.contains(reason);
}

Result<bool> hideStory(Connection &connection, StoryId id, const QString &reason, qint64 run)
{
    auto done = connection.select(
        u"INSERT INTO hidden_story (story, reason, hidden_at, run) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        {toNumber(id), reason, QDateTime::currentMSecsSinceEpoch(), run});
    return done ? Result<bool>(connection.changes() > 0) : Result<bool>(done.error());
}

Result<QVector<StoryId>> showHiddenBy(Connection &connection, qint64 run)
{
    auto rows = connection.select(u"SELECT story FROM hidden_story WHERE run = ?"_s, {run});
    if (!rows)
        return rows.error();
    QVector<StoryId> shown;
    while (rows->next())
        shown.append(StoryId{rows->value(0).toLongLong()});
    rows->finish();
    auto done = connection.select(u"DELETE FROM hidden_story WHERE run = ?"_s, {run});
    return done ? Result<QVector<StoryId>>(shown) : Result<QVector<StoryId>>(done.error());
}

Result<QVector<LeavingStory>> hiddenBefore(Connection &connection, Instant moment)
{
    auto rows = connection.select(u"SELECT story, reason FROM hidden_story WHERE hidden_at < ?"_s, {moment});
    if (!rows)
        return rows.error();
    QVector<LeavingStory> stories;
    while (rows->next())
        stories.append({StoryId{rows->value(0).toLongLong()}, rows->value(1).toString()});
    return stories;
}

} // namespace tidemark
