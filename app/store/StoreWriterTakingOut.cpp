// What takes stories out: imports undone, sources removed, stories forgotten or taken back.
#include "store/StoreWriter.h"

#include "store/BroughtStories.h"
#include "store/CodebookTables.h"
#include "store/ImportTables.h"
#include "store/InTransaction.h"
#include "store/IndexParts.h"
#include "store/SubscriptionTable.h"
#include "store/TakingBack.h"
#include "store/WriterTables.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Takes stories out whole or not at all; what they said leaves the full text with them, and then the WAL.
template<typename Act>
Result<TouchedStories> takeOutWhole(WriterTables &tables, Progress &progress, Act act)
{
    auto touched = inTransaction(tables, [&]() -> Result<TouchedStories> {
        TouchedStories gone;
        if (auto done = act(gone); !done)
            return done.error();
        if (auto tidied = tables.authors.tidy(); !tidied)
            return tidied.error();
        if (gone.removed.isEmpty() && gone.changed.isEmpty())
            return gone;
        if (auto settled = tables.stories.settleValues(progress); !settled)
            return settled.error();
        if (auto merged = mergeFullText(tables.connection); !merged)
            return merged.error();
        // It says when they were written and what about.
        if (auto forgotten = forgetPackedIndex(tables.connection); !forgotten)
            return forgotten.error();
        return gone;
    });
    if (!touched || (touched->removed.isEmpty() && touched->changed.isEmpty()))
        return touched;
    const auto emptied = emptyWal(tables.connection, progress);
    touched->wordsLinger = !emptied || !emptied.value();
    return touched;
}

/// All that a source brought, newest first. Within the caller's transaction.
Result<> takeRunsBack(WriterTables &tables, qint64 source, TouchedStories &touched, Progress &progress)
{
    const auto codebook = readCodebook(tables.connection);
    if (!codebook)
        return codebook.error();
    const RuleCoder rules(*codebook);
    auto runs
        = tables.connection.select(u"SELECT id FROM import_run WHERE source = ? ORDER BY id DESC"_s, {source});
    if (!runs)
        return runs.error();
    QVector<qint64> each;
    while (runs->next())
        each.append(runs->value(0).toLongLong());
    const auto first = firstStories(tables.connection, each);
    if (!first)
        return first.error();
    for (const qint64 run : std::as_const(each)) {
        if (auto done = takeRunBack(tables, run, first->value(run), rules, codebook->version, touched, progress);
            !done)
            return done;
    }
    return {};
}

} // namespace

Result<TouchedStories> StoreWriter::undoRun(qint64 run, Progress &progress)
{
    if (auto finished = m_imports->finishEarlier(); !finished)
        return finished.error();
    auto codebook = readCodebook(*m_connection);
    if (!codebook)
        return codebook.error();
    const RuleCoder rules(*codebook);
    return takeOutWhole(*m_tables, progress, [&](TouchedStories &touched) -> Result<> {
        const auto first = firstStories(*m_connection, {run});
        if (!first)
            return first.error();
        return takeRunBack(*m_tables, run, first->value(run), rules, codebook->version, touched, progress);
    });
}

Result<TouchedStories> StoreWriter::removeSource(qint64 source, bool withStories, Progress &progress)
{
    if (auto finished = m_imports->finishEarlier(); !finished)
        return finished.error();
    return takeOutWhole(*m_tables, progress, [&](TouchedStories &touched) -> Result<> {
        if (!withStories) {
            auto named = m_connection->select(u"SELECT DISTINCT story FROM whole_provenance WHERE run IN "
                                              "(SELECT id FROM import_run WHERE source = ?)"_s,
                                              {source});
            if (!named)
                return named.error();
            while (named->next())
                touched.changed.append(StoryId{named->value(0).toLongLong()});
            if (auto done = forgetProvenance(*m_tables, source); !done)
                return done.error();
        }
        return takeRunsBack(*m_tables, source, touched, progress);
    });
}

Result<TouchedStories> StoreWriter::removeSubscription(qint64 subscription, bool withStories, Progress &progress)
{
    if (auto finished = m_imports->finishEarlier(); !finished)
        return finished.error();
    auto source = m_connection->value(
        u"SELECT source.id FROM source JOIN subscription USING (digest) WHERE subscription.id = ?"_s,
        {subscription});
    if (!source)
        return source.error();
    const auto remove = [&] { return tidemark::removeSubscription(*m_connection, subscription); };
    // Its stories go on telling where they came from.
    if (!withStories || !source->isValid()) {
        const auto removed = inTransaction(*m_tables, remove);
        return removed ? Result<TouchedStories>(TouchedStories()) : Result<TouchedStories>(removed.error());
    }
    return takeOutWhole(*m_tables, progress, [&](TouchedStories &touched) -> Result<> {
        const auto removed = remove();
        return removed ? takeRunsBack(*m_tables, source->toLongLong(), touched, progress) : removed;
    });
}

Result<TouchedStories> StoreWriter::forget(std::span<const StoryId> ids, Progress &progress)
{
    QVector<LeavingStory> stories;
    for (const StoryId id : ids)
        stories.append({id, u"asked"_s});
    return takeBackForGood(stories, progress);
}

Result<TouchedStories> StoreWriter::purgeHidden(Instant hiddenBefore, Progress &progress)
{
    auto stories = tidemark::hiddenBefore(*m_connection, hiddenBefore);
    return stories ? takeBackForGood(*stories, progress) : Result<TouchedStories>(stories.error());
}

Result<TouchedStories> StoreWriter::takeBackForGood(const QVector<LeavingStory> &stories, Progress &progress)
{
    if (auto finished = m_imports->finishEarlier(); !finished)
        return finished.error();
    progress.total = stories.size();
    return takeOutWhole(*m_tables, progress, [&](TouchedStories &touched) -> Result<> {
        for (const LeavingStory &story : stories) {
            auto taken = takeBack(*m_tables, story.id, story.reason);
            if (!taken)
                return taken.error();
            if (taken.value())
                touched.removed.append(story.id);
            ++progress.done;
        }
        return {};
    });
}

} // namespace tidemark
