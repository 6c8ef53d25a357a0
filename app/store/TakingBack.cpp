#include "store/TakingBack.h"

#include "store/BroughtStories.h"
#include "store/HiddenStories.h"
#include "store/StoredNumbers.h"
#include "store/StoryJson.h"

#include <QCoreApplication>
#include <QVariant>

#include <algorithm>
#include <span>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

Result<QVector<qint64>> numbers(Connection &connection, const QString &sql, const QVariantList &values)
{
    auto rows = connection.select(sql, values);
    if (!rows)
        return rows.error();
    QVector<qint64> found;
    while (rows->next())
        found.append(rows->value(0).toLongLong());
    return found;
}

/// Stories that reply to it or quote it keep that they do, and nothing of whom. key: one of its names.
Result<> forgetAsRelation(Connection &connection, Platform platform, const QString &key)
{
    const QString start = nativeKeyStart(platform);
    if (!key.startsWith(start))
        return {};
    const QVariantList who{key.mid(start.size()), static_cast<int>(platform)};
    const QString stories = u"SELECT relation.story FROM relation JOIN story ON story.id = relation.story "
                            "WHERE relation.native_id = ? AND story.platform = ?"_s;
    for (const QString &sql : {u"DELETE FROM story_raw WHERE story IN (%1)"_s.arg(stories),
                               u"DELETE FROM story_change WHERE story IN (%1)"_s.arg(stories),
                               u"UPDATE relation SET native_id = '', permalink = '', text = '' WHERE native_id = ? "
                               "AND (SELECT platform FROM story WHERE story.id = relation.story) = ?"_s}) {
        if (auto done = connection.select(sql, who); !done)
            return done.error();
    }
    return {};
}

/// Undoes one change that a run made to a story: the story is what it was, or, if another run changed it since,
/// that run's memory is.
Result<> undoChange(WriterTables &tables, qint64 change, const RuleCoder &rules, int codebookVersion,
                    TouchedStories &touched)
{
    auto row = tables.connection.select(u"SELECT story, before FROM story_change WHERE id = ?"_s, {change});
    if (!row)
        return row.error();
    if (!row->next())
        return {};
    const StoryId story{row->value(0).toLongLong()};
    const QString before = row->value(1).toString();
    auto later = tables.connection.value(u"SELECT min(id) FROM story_change WHERE story = ? AND id > ?"_s,
                                         {toNumber(story), change});
    if (!later)
        return later.error();
    if (!later->isNull()) {
        auto kept
            = tables.connection.select(u"UPDATE story_change SET before = ? WHERE id = ?"_s, {before, *later});
        if (!kept)
            return kept.error();
    } else {
        const CodedStory coded = codeStory(storyFromJson(before), rules);
        if (auto done = tables.stories.rewrite(story, coded, codebookVersion); !done)
            return done.error();
        touched.changed.append(story);
    }
    auto gone = tables.connection.select(u"DELETE FROM story_change WHERE id = ?"_s, {change});
    return gone ? Result<>() : Result<>(gone.error());
}

/// Reposts that only this run brought. Those of stories that stay make the index outdated.
Result<> removeReposts(Connection &connection, qint64 run, TouchedStories &touched)
{
    auto gone = connection.select(
        u"DELETE FROM repost WHERE id IN (SELECT repost FROM repost_provenance WHERE run = ?) AND NOT EXISTS "
        "(SELECT 1 FROM repost_provenance WHERE repost = repost.id AND run <> ?)"_s,
        {run, run});
    if (!gone)
        return gone.error();
    touched.needsNewIndex = touched.needsNewIndex || connection.changes() > 0;
    return {};
}

Result<> removeStories(WriterTables &tables, const QVector<qint64> &ids, TouchedStories &touched,
                       Progress &progress)
{
    for (const qint64 id : ids) {
        if (progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        auto waiting = tables.connection.select(u"UPDATE repost SET original = NULL WHERE original = ?"_s, {id});
        if (!waiting)
            return waiting.error();
        if (auto removed = tables.stories.remove(StoryId{id}); !removed)
            return removed.error();
        touched.removed.append(StoryId{id});
        ++progress.done;
    }
    return {};
}

/// The run itself, and its source if nothing else is left of that.
Result<> removeRun(Connection &connection, qint64 run)
{
    for (const QString &sql : {
             u"DELETE FROM provenance WHERE run = ?"_s,
             u"DELETE FROM repost_provenance WHERE run = ?"_s,
             u"DELETE FROM story_raw WHERE run = ?"_s,
             u"DELETE FROM coding WHERE run = ?"_s,
             u"DELETE FROM shelved_coding WHERE run = ?"_s,
             u"DELETE FROM import_run WHERE id = ?"_s,
         }) {
        if (auto done = connection.select(sql, {run}); !done)
            return done.error();
    }
    return connection.run("DELETE FROM source WHERE NOT EXISTS (SELECT 1 FROM import_run WHERE source = source.id) "
                          "AND NOT EXISTS (SELECT 1 FROM repost_provenance WHERE source = source.id)");
}

/// By these it must not come in again; what another story is known by may.
Result<QStringList> keysOfItsOwn(StoryKeys &keys, StoryId story)
{
    const auto all = keys.of(story);
    if (!all)
        return all;
    QStringList own;
    for (const QString &key : *all) {
        const auto isOfAnother = keys.isOfAnother(story, key);
        if (!isOfAnother)
            return isOfAnother.error();
        if (!isOfAnother.value())
            own.append(key);
    }
    return own;
}

} // namespace

Result<bool> takeBack(WriterTables &tables, StoryId id, const QString &reason)
{
    // A hidden story has no themes in the views.
    auto shown = tables.connection.select(u"DELETE FROM hidden_story WHERE story = ?"_s, {toNumber(id)});
    if (!shown)
        return shown.error();
    auto row = tables.connection.select(
        u"SELECT platform, posted_at, "
        // A join with the view would make the themes of all stories first.
        "(SELECT group_concat(number) FROM theme WHERE id IN "
        " (SELECT theme FROM story_themes WHERE story_themes.story = story.id)), "
        "text, residual_words FROM story JOIN story_text ON story_text.story = id WHERE id = ?"_s,
        {toNumber(id)});
    if (!row)
        return row.error();
    if (!row->next())
        return false;
    Tombstone tombstone;
    tombstone.platform = platformOf(row->value(0).toLongLong());
    if (!row->isNull(1))
        tombstone.postedAt = row->value(1).toLongLong();
    const QStringList themes = row->value(2).toString().split(u',', Qt::SkipEmptyParts);
    for (const QString &theme : themes)
        tombstone.themes.insert(theme.toInt());
    tombstone.reason = reason;
    const QString wording = wordingKey(row->value(3).toString(), row->value(4).toInt());

    auto keys = keysOfItsOwn(tables.stories.keys(), id);
    if (!keys)
        return keys.error();
    if (isKnownByPlaceOnly(*keys) && !wording.isEmpty())
        keys->append(wording);
    if (auto added = tables.tombstones.add(tombstone, *keys); !added)
        return added.error();
    for (const QString &key : std::as_const(*keys)) {
        if (auto done = forgetAsRelation(tables.connection, tombstone.platform, key); !done)
            return done.error();
    }
    if (auto removed = tables.stories.remove(id); !removed)
        return removed.error();
    return true;
}

Result<> takeRunBack(WriterTables &tables, qint64 run, const QVector<qint64> &first, const RuleCoder &rules,
                     int codebookVersion, TouchedStories &touched, Progress &progress)
{
    Connection &connection = tables.connection;
    const qsizetype touchedBefore = touched.changed.size();
    const auto brought = storiesOf(connection, run, first);
    if (!brought)
        return brought.error();
    progress.total = std::max<qint64>(progress.total, 0) + brought->alone.size();
    auto stay = numbers(connection, u"SELECT story FROM coding WHERE run = ?"_s, {run});
    if (!stay)
        return stay.error();
    *stay += brought->together;
    std::sort(stay->begin(), stay->end());
    stay->resize(std::distance(stay->begin(), std::unique(stay->begin(), stay->end())));
    for (const qint64 id : std::as_const(*stay))
        touched.changed.append(StoryId{id});

    auto shown = showHiddenBy(connection, run);
    if (!shown)
        return shown.error();
    touched.changed += *shown;
    touched.needsNewIndex = touched.needsNewIndex || !shown->isEmpty(); // theirs come back with them
    if (auto done = removeReposts(connection, run, touched); !done)
        return done.error();
    if (auto done = removeStories(tables, brought->alone, touched, progress); !done)
        return done.error();
    auto changes = numbers(connection, u"SELECT id FROM story_change WHERE run = ? ORDER BY id DESC"_s, {run});
    if (!changes)
        return changes.error();
    for (const qint64 change : std::as_const(*changes)) {
        if (auto done = undoChange(tables, change, rules, codebookVersion, touched); !done)
            return done.error();
    }
    if (auto coded = tables.models.code(std::span(touched.changed).subspan(static_cast<size_t>(touchedBefore)));
        !coded)
        return coded;
    if (auto forgotten = forgetFirst(connection, run, brought->together); !forgotten)
        return forgotten;
    return removeRun(connection, run);
}

Result<> forgetProvenance(WriterTables &tables, qint64 source)
{
    const QString runs = u"(SELECT id FROM import_run WHERE source = ?)"_s;
    for (const QString &sql : {
             u"DELETE FROM provenance WHERE run IN "_s + runs,
             u"UPDATE story SET first_run = NULL, first_record = NULL, first_minutes = NULL WHERE first_run IN "_s
                 + runs,
             u"DELETE FROM repost_provenance WHERE source = ?"_s,
             u"DELETE FROM story_change WHERE run IN "_s + runs,
             u"UPDATE hidden_story SET run = NULL WHERE run IN "_s + runs,
         }) {
        if (auto done = tables.connection.select(sql, {source}); !done)
            return done.error();
    }
    return {};
}

Result<> mergeFullText(Connection &connection)
{
    return FullText(connection).optimize();
}

Result<bool> emptyWal(Connection &connection, const Progress &progress)
{
    // Each try waits for readers as long as the connection's busy timeout, five seconds.
    for (int tries = 0; tries < 12 && !progress.isCancelled(); ++tries) {
        const int code
            = sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        if (code == SQLITE_OK)
            return true;
        if ((code & 0xff) != SQLITE_BUSY)
            return connection.error();
    }
    return false;
}

} // namespace tidemark
