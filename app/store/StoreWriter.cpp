// Events, subscriptions, what is kept, and settings; the rest is in StoreWriterCodings.cpp and
// StoreWriterTakingOut.cpp.
#include "store/StoreWriter.h"

#include "store/CodebookTables.h"
#include "store/CoderTables.h"
#include "store/Connection.h"
#include "store/CopyGrouping.h"
#include "store/EventTable.h"
#include "store/ImportTables.h"
#include "store/InTransaction.h"
#include "store/IndexParts.h"
#include "store/Purging.h"
#include "store/Settings.h"
#include "store/StoryJson.h"
#include "store/SubscriptionTable.h"
#include "store/WriterTables.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

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

Result<> StoreWriter::keepIndex(const StoryIndex &index, qint64 generation, const Progress &progress)
{
    return writePackedIndex(*m_connection, index, generation, progress);
}

Result<> StoreWriter::keepOverview(const StoryIndex &index, qint64 generation)
{
    return writeOverviewAlone(*m_connection, index, generation);
}

Result<bool> StoreWriter::isPurgeDue()
{
    return tidemark::isPurgeDue(*m_connection);
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

Result<> StoreWriter::writeCopies(FoundCopies found)
{
    return inTransaction(
        *m_tables, [&] { return tidemark::writeCopies(*m_connection, std::move(found)); },
        Transaction::Kind::WriteBesideIndex);
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
