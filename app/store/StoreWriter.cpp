#include "store/StoreWriter.h"

#include "store/BroughtStories.h"
#include "store/CodebookTables.h"
#include "store/CoderTables.h"
#include "store/Connection.h"
#include "store/CopyGrouping.h"
#include "store/EventTable.h"
#include "store/ImportTables.h"
#include "store/InTransaction.h"
#include "store/IndexParts.h"
#include "store/Settings.h"
#include "store/StoryJson.h"
#include "store/SubscriptionTable.h"
#include "store/TakingBack.h"
#include "store/WriterTables.h"

#include <QCoreApplication>
#include <QDateTime>
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

Result<> writeOwn(WriterTables &tables, const char *key, const QString &value)
{
    return inTransaction(
        tables, [&] { return writeSetting(tables.connection, QString::fromLatin1(key), value); },
        Transaction::Kind::WriteBesideIndex);
}

} // namespace

StoreWriter::StoreWriter(std::unique_ptr<Connection> connection, const QByteArray &pseudonymKey)
    : m_connection(std::move(connection)),
      m_tables(std::make_unique<WriterTables>(*m_connection, pseudonymKey)),
      m_imports(std::make_unique<ImportTables>(*m_tables))
{
}

StoreWriter::~StoreWriter() = default;

QString StoreWriter::path() const
{
    return m_connection->path();
}

Result<QVector<DatedEvent>> StoreWriter::setEvents(const QVector<DatedEvent> &events)
{
    const auto replace = [&]() -> Result<QVector<DatedEvent>> {
        auto previous = readEvents(*m_connection);
        if (!previous)
            return previous;
        if (auto written = writeEvents(*m_connection, events); !written)
            return written.error();
        return previous;
    };
    return inTransaction(*m_tables, replace, Transaction::Kind::WriteBesideIndex);
}

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

Result<qint64> StoreWriter::addSubscription(const Subscription &subscription)
{
    return inTransaction(
        *m_tables, [&] { return tidemark::addSubscription(*m_connection, subscription); },
        Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::changeSubscription(const Subscription &subscription)
{
    return inTransaction(*m_tables, [&] { return tidemark::changeSubscription(*m_connection, subscription); });
}

Result<> StoreWriter::noteOutcome(qint64 subscription, const SubscriptionState &state)
{
    return inTransaction(
        *m_tables, [&] { return tidemark::noteOutcome(*m_connection, subscription, state); },
        Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::notePlace(qint64 subscription, const QString &place)
{
    return inTransaction(
        *m_tables, [&] { return tidemark::notePlace(*m_connection, subscription, place); },
        Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::notePaid(qint64 subscription, int posts)
{
    return inTransaction(
        *m_tables, [&] { return tidemark::notePaid(*m_connection, subscription, posts); },
        Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::checkQuestion(const Subscription &subscription)
{
    return tidemark::checkQuestion(*m_connection, subscription);
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

Result<> StoreWriter::keepIndex(const StoryIndex &index, qint64 generation, const Progress &progress)
{
    return writePackedIndex(*m_connection, index, generation, progress);
}

Result<> StoreWriter::keepOverview(const StoryIndex &index, qint64 generation)
{
    return writeOverviewAlone(*m_connection, index, generation);
}

Result<bool> StoreWriter::groupCopies(const Progress &progress)
{
    for (bool anyBefore = false;; anyBefore = true) {
        const auto grouped = inTransaction(
            *m_tables, [&] { return groupSomeCopies(*m_connection, progress); },
            Transaction::Kind::WriteBesideIndex);
        const bool isStopped = !grouped && grouped.error().kind == Error::Kind::Cancelled;
        if (!grouped && !isStopped)
            return grouped.error();
        if (isStopped || grouped.value() == 0)
            return anyBefore;
    }
}

Result<qint64> StoreWriter::ungroupedStories()
{
    const auto count = m_connection->value(u"SELECT count(*) FROM ungrouped_story"_s);
    return count ? Result<qint64>(count->toLongLong()) : Result<qint64>(count.error());
}

Result<> StoreWriter::forgetRejections(qint64 run, qint64 count)
{
    return inTransaction(
        *m_tables,
        [&]() -> Result<> {
            auto done = m_connection->select(u"DELETE FROM rejected_record WHERE id IN (SELECT id FROM "
                                             "rejected_record WHERE run = ? ORDER BY id LIMIT ?)"_s,
                                             {run, count});
            return done ? Result<>() : Result<>(done.error());
        },
        Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::settleValues(const Progress &progress)
{
    return inTransaction(
        *m_tables, [&] { return m_tables->stories.settleValues(progress); }, Transaction::Kind::WriteBesideIndex);
}

Result<bool> StoreWriter::mergeFullTextStep()
{
    return m_tables->stories.fullText().mergeStep();
}

Result<> StoreWriter::setTimeZone(const QTimeZone &zone)
{
    return writeOwn(*m_tables, settingKey::timeZone, QString::fromLatin1(zone.id()));
}

Result<> StoreWriter::setShowAuthors(bool show)
{
    return writeOwn(*m_tables, settingKey::showAuthors, show ? u"1"_s : QString());
}

Result<> StoreWriter::setPublicAccounts(const QStringList &handles)
{
    return writeOwn(*m_tables, settingKey::publicAccounts, stringsToJson(handles));
}

Result<> StoreWriter::setInvented(bool invented)
{
    return writeOwn(*m_tables, settingKey::invented, invented ? u"1"_s : QString());
}

Result<> StoreWriter::setKeepRawRecords(bool keep)
{
    return writeOwn(*m_tables, settingKey::keepRawRecords, keep ? u"1"_s : u"0"_s);
}

Result<> StoreWriter::setTicked(const QString &attribute, bool ticked)
{
    return inTransaction(
        *m_tables,
        [&]() -> Result<> {
            auto done = m_connection->select(u"UPDATE attribute_name SET ticked = ? WHERE name = ?"_s,
                                             {ticked, attribute});
            return done ? Result<>() : Result<>(done.error());
        },
        Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::setSetting(const QString &key, const QString &value)
{
    if (key.startsWith(QLatin1String(settingKey::own))) {
        return Error{Error::Kind::Usage,
                     QCoreApplication::translate("Store", "“%1” is the collection's own setting.").arg(key)};
    }
    return inTransaction(
        *m_tables, [&] { return writeSetting(*m_connection, key, value); }, Transaction::Kind::WriteBesideIndex);
}

Result<> StoreWriter::noteSavedCopy(const QString &path)
{
    return inTransaction(
        *m_tables, [&] { return tidemark::noteSavedCopy(*m_connection, path); },
        Transaction::Kind::WriteBesideIndex);
}

} // namespace tidemark
