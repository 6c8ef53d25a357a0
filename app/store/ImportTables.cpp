#include "store/ImportTables.h"

#include "store/FactTables.h"
#include "store/StoryJson.h"
#include "store/SubscriptionTable.h"

#include <QDateTime>
#include <QVariant>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

ImportTables::ImportTables(WriterTables &tables)
    : m_tables(tables),
      m_identities(tables.connection),
      m_addProvenance(
          tables.connection,
          "INSERT INTO provenance (story, source, record, run, imported_at) SELECT ?1, ?2, ?3, ?4, ?5 "
          "WHERE NOT EXISTS (SELECT 1 FROM whole_provenance WHERE story = ?1 AND source = ?2 AND record = "
          "?3)"),
      m_hasProvenance(tables.connection, "SELECT 1 FROM whole_provenance WHERE story = ? AND source = ?"),
      m_hasThisRecord(tables.connection,
                      "SELECT max(record = ?) FROM whole_provenance WHERE story = ? AND source = ?"),
      m_addRaw(tables.connection,
               "INSERT INTO story_raw (story, run, record, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
      m_addChange(tables.connection, "INSERT INTO story_change (story, run, before) VALUES (?, ?, ?)"),
      m_addCoding(tables.connection,
                  "INSERT INTO coding (story, theme, coded_by, present, coder, made_at, version, run) "
                  "VALUES (?, ?, 2, ?, ?, ?, (SELECT version FROM codebook), ?) ON CONFLICT DO NOTHING"),
      m_addRepost(tables.connection,
                  "INSERT INTO repost (key, original, original_key, posted_at, account) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING"),
      m_findRepost(tables.connection, "SELECT id, original_key FROM repost WHERE key = ?"),
      m_nameOriginal(tables.connection,
                     "UPDATE repost SET original = ?2, original_key = ?3 WHERE key = ?1 AND original_key = ''"),
      m_addRepostProvenance(tables.connection,
                            "INSERT INTO repost_provenance (repost, source, record, run) VALUES (?, ?, ?, ?) "
                            "ON CONFLICT DO NOTHING"),
      m_waiting(tables.connection,
                "SELECT posted_at, account FROM repost WHERE original_key = ? AND original IS NULL"),
      m_attach(tables.connection, "UPDATE repost SET original = ? WHERE original_key = ? AND original IS NULL"),
      m_removeRepost(tables.connection, "DELETE FROM repost WHERE key = ?"),
      m_reject(tables.connection,
               "INSERT INTO rejected_record (run, record, reason, bytes, line) VALUES (?, ?, ?, ?, ?)")
{
}

Result<> ImportTables::keepUp()
{
    return m_checkpoints ? m_checkpoints->keepUp() : Result<>();
}

Result<> ImportTables::waitForDisk(bool waits)
{
    return m_tables.connection.run(waits ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

Result<> ImportTables::beginBatch()
{
    m_touched = {};
    if (auto kept = keepUp(); !kept)
        return kept;
    if (auto listed = m_identities.wantsTable() ? listWaiting() : Result<>(); !listed)
        return listed;
    m_batch.emplace(m_tables.connection, Transaction::Kind::Write);
    if (!m_batch->begun())
        return m_batch->begun();
    if (m_bulk) {
        if (auto noted = m_bulk->noteBehind(m_tables.connection); !noted)
            return noted;
    }
    auto waiting = m_tables.connection.value(u"SELECT EXISTS (SELECT 1 FROM repost WHERE original IS NULL)"_s);
    m_repostsWait = !waiting || waiting->toBool();
    return waiting ? Result<>() : Result<>(waiting.error());
}

Result<TouchedStories> ImportTables::commitBatch(const StoredRun &run)
{
    auto counted = m_tables.connection.select(
        u"UPDATE import_run SET last_record = ?, read = ?, added = ?, duplicates = ?, updated = ?, reposts = ?, "
        "withdrawn = ?, skipped = ?, rejected = ?, originals = ?, skipped_by = ? WHERE id = ?"_s,
        {run.lastRecord, run.read, run.added, run.duplicates, run.updated, run.reposts, run.withdrawn, run.skipped,
         run.rejected, run.originals, countsToJson(run.skippedBy), run.number});
    tidyTouched();
    const auto coded = counted ? m_tables.models.code(m_touched.changed) : Result<>(counted.error());
    const auto committed = coded ? m_batch->commit() : coded;
    if (!committed) {
        dropBatch();
        return committed.error();
    }
    m_batch.reset();
    if (m_bulk)
        m_bulk->keepBatch();
    return std::exchange(m_touched, {});
}

void ImportTables::dropBatch()
{
    if (m_batch)
        m_identities.doubt();
    m_batch.reset();
    if (m_bulk)
        m_bulk->dropBatch();
    m_touched = {};
    m_tables.forgetCaches();
}

Result<StoryId> ImportTables::add(const CodedStory &story, int codebookVersion, const QStringList &keys,
                                  const RecordPlace &place)
{
    const qint64 minutes = (QDateTime::currentMSecsSinceEpoch() - m_startedAt) / 60'000;
    auto id = m_tables.stories.add(story, codebookVersion, {m_run, place.number, minutes});
    if (!id)
        return id;
    m_touched.changed.append(*id);
    const OwnKeys own{story.story.platform, story.story.nativeId, story.story.permalink};
    if (auto named = addKeys(*id, keys, own); !named)
        return named.error();
    if (auto kept = keepRaw(*id, place); !kept)
        return kept.error();
    return id;
}

Result<> ImportTables::change(StoryId id, const Story &before, const CodedStory &story, int codebookVersion,
                              const RecordPlace &place)
{
    if (auto kept = m_addChange.run(id, m_run, storyToJson(before)); !kept)
        return kept.error();
    m_identities.noteImplied({before.platform, before.nativeId, before.permalink},
                             {story.story.platform, story.story.nativeId, story.story.permalink});
    if (auto written = m_tables.stories.rewrite(id, story, codebookVersion); !written)
        return written.error();
    m_touched.changed.append(id);
    return keepRaw(id, place);
}

Result<> ImportTables::addKeys(StoryId id, const QStringList &keys, const OwnKeys &own)
{
    for (const QString &key : keys) {
        if (auto added = m_identities.add(id, key, own); !added)
            return added.error();
    }
    return attachReposts(id, keys);
}

Result<> ImportTables::addProvenance(StoryId id, qint64 record)
{
    const auto added = m_addProvenance.run(id, m_source, record, m_run, QDateTime::currentMSecsSinceEpoch());
    if (!added)
        return added.error();
    if (m_tables.connection.changes() > 0)
        m_touched.changed.append(id);
    return {};
}

Result<bool> ImportTables::isFromAnotherRecord(StoryId id, qint64 record)
{
    auto row = m_hasThisRecord.bind(record, id, m_source).next();
    if (!row)
        return row.error();
    return row.value() && !m_hasThisRecord.isNull(0) && m_hasThisRecord.number(0) == 0;
}

Result<> ImportTables::addFirstProvenance(StoryId id, qint64 record)
{
    auto known = m_hasProvenance.bind(id, m_source).next();
    if (!known || known.value())
        return known ? Result<>() : Result<>(known.error());
    return addProvenance(id, record);
}

Result<bool> ImportTables::addCoding(StoryId id, int theme, bool present)
{
    const auto added = m_addCoding.run(id, theme, present, m_coder, QDateTime::currentMSecsSinceEpoch(), m_run);
    if (!added)
        return added.error();
    const bool isNew = m_tables.connection.changes() > 0;
    if (isNew)
        m_touched.changed.append(id);
    return isNew;
}

/// Each story once, and nothing of those that went again within the batch.
void ImportTables::tidyTouched()
{
    QVector<StoryId> &changed = m_touched.changed;
    QVector<StoryId> &removed = m_touched.removed;
    std::sort(removed.begin(), removed.end());
    const auto isGone = [&removed](StoryId id) { return std::binary_search(removed.cbegin(), removed.cend(), id); };
    std::sort(changed.begin(), changed.end());
    changed.resize(std::distance(changed.begin(), std::unique(changed.begin(), changed.end())));
    changed.removeIf(isGone);
    m_touched.reposts.removeIf([&](const IndexedRepost &repost) { return isGone(repost.original); });
}

Result<> ImportTables::keepRaw(StoryId id, const RecordPlace &place)
{
    if (!m_keepRaw || place.packed.isEmpty())
        return {};
    return m_addRaw.run(id, m_run, place.number, place.packed);
}

Result<> ImportTables::reject(const QString &reason, const RecordPlace &place)
{
    return m_reject.run(m_run, place.number, reason, place.packed, place.line);
}

Result<> ImportTables::notePlace(qint64 subscription, const QString &place)
{
    return tidemark::notePlace(m_tables.connection, subscription, place);
}

} // namespace tidemark
