// What an import takes back, and what comes back with it.
#include "store/ImportTables.h"

#include "store/HiddenStories.h"
#include "store/InTransaction.h"
#include "store/Purging.h"
#include "store/TakingBack.h"

using namespace Qt::StringLiterals;

namespace tidemark {

Result<> ImportTables::takeBack(StoryId story, const QString &reason)
{
    if (hidesOnly(reason)) {
        auto hidden = hideStory(m_tables.connection, story, reason, m_run);
        if (!hidden)
            return hidden.error();
    } else {
        if (auto gone = tidemark::takeBack(m_tables, story, reason); !gone)
            return gone.error();
        if (auto noted = notePurgeDue(m_tables.connection); !noted)
            return noted;
    }
    m_touched.removed.append(story);
    return {};
}

Result<> ImportTables::takeAccountBack(Platform platform, const QString &nativeId, const QString &reason)
{
    const auto account = m_tables.authors.find(platform, nativeId);
    if (!account)
        return account.error();
    if (!account.value())
        return {};
    auto rows = m_tables.connection.select(u"SELECT id FROM story WHERE author = ?"_s, {**account});
    if (!rows)
        return rows.error();
    QVector<StoryId> stories;
    while (rows->next())
        stories.append(StoryId{rows->value(0).toLongLong()});
    rows->finish();
    for (const StoryId story : std::as_const(stories)) {
        if (auto taken = takeBack(story, reason); !taken)
            return taken;
    }
    return {};
}

Result<> ImportTables::takeBack(const QString &key, Platform platform, const QString &reason)
{
    auto story = find(key);
    if (!story)
        return story.error();
    if (*story)
        return takeBack(**story, reason);
    auto known = m_tables.tombstones.has(key);
    if (!known || known.value())
        return known ? Result<>() : Result<>(known.error());
    if (auto removed = m_removeRepost.run(key); !removed)
        return removed.error();
    if (m_tables.connection.changes() > 0) {
        m_touched.needsNewIndex = true;
        if (auto noted = notePurgeDue(m_tables.connection); !noted)
            return noted;
    }
    return m_tables.tombstones.add({platform, std::nullopt, {}, reason}, {key});
}

Result<> ImportTables::showAgain(StoryId id)
{
    auto shown = m_tables.connection.select(u"DELETE FROM hidden_story WHERE story = ?"_s, {toNumber(id)});
    if (!shown)
        return shown.error();
    m_touched.changed.append(id);
    m_touched.needsNewIndex = true; // theirs come back with it
    return {};
}

Result<bool> ImportTables::purge(const Progress &progress)
{
    m_checkpoints.reset(); // one that is under way would keep the log from being emptied
    const auto settled = inTransaction(
        m_tables, [&] { return m_tables.stories.settleValues(progress); }, Transaction::Kind::WriteBesideIndex);
    if (!settled && settled.error().kind != Error::Kind::Cancelled)
        return settled.error();
    return purgeIfDue(m_tables.connection, m_tables.authors, progress);
}

} // namespace tidemark
