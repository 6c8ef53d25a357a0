#include "store/BulkFullText.h"

#include "store/FullTextSegments.h"
#include "store/Settings.h"

#include <QFile>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 largeFile = qint64(4) * 1024 * 1024;        ///< bytes: half a second's import
constexpr quint64 mostSegments = FullTextSegments::most / 2; ///< idle time merges them before there are more
constexpr char ofOneSegment[] = "(1 << 37)"; ///< so many numbers of pages a segment has, see fts5_index.c

QByteArray databaseOf(int half)
{
    return half == 0 ? "even" : "odd";
}

/// For reading alone: a transaction that could write into three files would leave a list of them beside the
/// collection when the disk is full.
QByteArray attach(int half, const QString &path)
{
    return "ATTACH 'file://" + QUrl::toPercentEncoding(path, QByteArrayLiteral("/")) + "?mode=ro' AS "
        + databaseOf(half);
}

struct Half
{
    QByteArray table;
    FullTextSegments segments;
    QByteArray counts;
};

Error isDamaged(const Connection &connection)
{
    return storeError(SQLITE_CORRUPT, connection.path(), u"FTS5"_s);
}

Result<Half> readHalf(Connection &connection, const QByteArray &database, int half)
{
    const QByteArray table = database + '.' + FullText::tableOf(half);
    const QString record = u"SELECT block FROM %1_data WHERE id = ?"_s.arg(QLatin1StringView(table));
    const auto structure = connection.value(record, {FullTextSegments::record});
    const auto counts = structure ? connection.value(record, {fullTextCountsRecord}) : structure;
    if (!counts)
        return counts.error();
    const auto segments = FullTextSegments::fromBytes(structure->toByteArray());
    return segments ? Result<Half>({table, *segments, counts->toByteArray()}) : Result<Half>(isDamaged(connection));
}

/// Puts a half's segments, as FTS5 keeps them in tables of its own, behind the collection's: its own have numbers
/// from 1 on, which are the uppermost bits of the numbers of their pages.
Result<> moveHalf(Connection &connection, int half)
{
    auto into = readHalf(connection, "main", half);
    const auto from = into ? readHalf(connection, databaseOf(half), half) : into;
    if (!from)
        return from.error();
    const auto counts = addedFullTextCounts(into->counts, from->counts);
    if (!counts)
        return isDamaged(connection);
    const QByteArray behind = QByteArray::number(into->segments.lastNumber());
    into->segments.append(from->segments);
    const Result<> moved = connection.run("INSERT INTO " + into->table + "_data SELECT id + " + behind + " * "
                                          + ofOneSegment + ", block FROM " + from->table + "_data WHERE id >= "
                                          + ofOneSegment + "; INSERT INTO " + into->table + "_idx SELECT segid + "
                                          + behind + ", term, pgno FROM " + from->table + "_idx");
    if (!moved)
        return moved;
    Statement write(connection, "UPDATE " + into->table + "_data SET block = ? WHERE id = ?");
    const Result<> written = write.run(into->segments.toBytes(), FullTextSegments::record);
    return written ? write.run(*counts, fullTextCountsRecord) : written;
}

Result<StoryId> lastStory(Connection &connection)
{
    const auto last = connection.value(u"SELECT coalesce(max(id), 0) FROM story"_s);
    return last ? Result<StoryId>(StoryId{last->toLongLong()}) : Result<StoryId>(last.error());
}

} // namespace

Result<bool> BulkFullText::isFor(Connection &connection, qint64 fileSize)
{
    if (fileSize < largeFile)
        return false;
    for (int half = 0; half < 2; ++half) {
        const auto there = readHalf(connection, "main", half);
        if (!there)
            return there.error();
        if (there->segments.lastNumber() > mostSegments)
            return false;
    }
    return true;
}

Result<std::unique_ptr<BulkFullText>> BulkFullText::begin(Connection &connection)
{
    std::unique_ptr<BulkFullText> begun(new BulkFullText(connection.path()));
    const auto last = lastStory(connection);
    if (!last)
        return last.error();
    begun->m_last = last.value();
    for (int half = 0; half < 2; ++half) {
        const auto schema = connection.value(u"SELECT sql FROM sqlite_schema WHERE name = ?"_s,
                                             {QString::fromLatin1(FullText::tableOf(half))});
        if (!schema)
            return schema.error();
        begun->m_halves.at(static_cast<size_t>(half)) = std::make_unique<HalfFullText>(
            half, HalfFullText::pathBeside(begun->m_collection, half), schema->toString().toUtf8());
    }
    return begun;
}

BulkFullText::~BulkFullText() = default;

void BulkFullText::add(StoryId id, const IndexedText &text)
{
    m_batch.at(static_cast<size_t>(FullText::half(id))).push_back({id, text, false});
    m_batchBytes += text.text.size() + text.tags.size();
}

void BulkFullText::remove(StoryId id, const IndexedText &text)
{
    m_batch.at(static_cast<size_t>(FullText::half(id))).push_back({id, text, true});
    m_batchBytes += text.text.size() + text.tags.size();
}

Result<> BulkFullText::noteBehind(Connection &connection) const
{
    return writeSetting(connection, QString::fromLatin1(settingKey::fullTextEnds),
                        QString::number(toNumber(m_last)));
}

void BulkFullText::keepBatch()
{
    for (size_t half = 0; half < m_halves.size(); ++half)
        m_halves.at(half)->take(std::exchange(m_batch.at(half), {}));
    m_batchBytes = 0;
}

void BulkFullText::dropBatch()
{
    m_batch = {};
    m_batchBytes = 0;
}

void BulkFullText::endInput()
{
    for (const auto &half : m_halves)
        half->endInput();
}

Result<> BulkFullText::finish()
{
    for (const auto &half : m_halves) {
        if (auto filled = half->finish(); !filled)
            return filled;
    }
    return copyIn();
}

/// On a connection of its own, for FTS5 remembers what it read on the writer's and watches others' changes only.
Result<> BulkFullText::copyIn()
{
    auto opened = Connection::open(m_collection, Connection::Access::Write);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    // Otherwise FTS5's own tables can't be written.
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    for (int half = 0; half < 2; ++half) {
        if (auto done = connection.run(attach(half, m_halves.at(static_cast<size_t>(half))->path())); !done)
            return done;
    }
    Transaction transaction(connection, Transaction::Kind::WriteBesideIndex);
    if (!transaction.begun())
        return transaction.begun();
    for (int half = 0; half < 2; ++half) {
        if (auto done = moveHalf(connection, half); !done)
            return done;
    }
    if (auto done = FullText(connection).expectMany(); !done)
        return done;
    if (auto done = writeSetting(connection, QString::fromLatin1(settingKey::fullTextEnds), QString()); !done)
        return done;
    return transaction.commit();
}

void BulkFullText::removeLeftovers(const QString &collection)
{
    for (int half = 0; half < 2; ++half)
        QFile::remove(HalfFullText::pathBeside(collection, half));
}

} // namespace tidemark
