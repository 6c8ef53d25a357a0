#include "store/BulkFullText.h"

#include "store/Settings.h"

#include <QFile>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 largeFile = qint64(4) * 1024 * 1024; ///< bytes: half a second's import

/// For reading alone: a transaction that could write into three files would leave a list of them beside the
/// collection when the disk is full.
QByteArray attach(int half, const QString &path)
{
    const QByteArray name = half == 0 ? "even" : "odd";
    return "ATTACH 'file://" + QUrl::toPercentEncoding(path, QByteArrayLiteral("/")) + "?mode=ro' AS " + name;
}

/// Moves a half's contents, as FTS5 keeps them in tables of its own, into the collection's.
QByteArray copyHalf(int half)
{
    const QByteArray from = half == 0 ? "even." : "odd.";
    QByteArray sql;
    for (const char *contents : {"_data", "_idx"}) {
        const QByteArray table = FullText::tableOf(half) + contents;
        sql += "DELETE FROM main." + table + "; INSERT INTO main." + table + " SELECT * FROM " + from + table + ';';
    }
    return sql;
}

QString behind()
{
    return QString::fromLatin1(settingKey::fullTextBehind);
}

} // namespace

Result<bool> BulkFullText::isFor(Connection &connection, qint64 fileSize)
{
    if (fileSize < largeFile)
        return false;
    const auto isEmpty = connection.value(u"SELECT NOT EXISTS (SELECT 1 FROM story)"_s);
    return isEmpty ? Result<bool>(isEmpty->toBool()) : Result<bool>(isEmpty.error());
}

Result<std::unique_ptr<BulkFullText>> BulkFullText::begin(Connection &connection)
{
    std::unique_ptr<BulkFullText> begun(new BulkFullText(connection.path()));
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
}

void BulkFullText::remove(StoryId id, const IndexedText &text)
{
    m_batch.at(static_cast<size_t>(FullText::half(id))).push_back({id, text, true});
}

Result<> BulkFullText::noteBehind(Connection &connection)
{
    return writeSetting(connection, behind(), u"1"_s);
}

void BulkFullText::keepBatch()
{
    for (size_t half = 0; half < m_halves.size(); ++half)
        m_halves.at(half)->take(std::exchange(m_batch.at(half), {}));
}

void BulkFullText::dropBatch()
{
    m_batch = {};
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
        if (auto done = connection.run(copyHalf(half)); !done)
            return done;
    }
    if (auto done = FullText(connection).expectMany(); !done)
        return done;
    if (auto done = writeSetting(connection, behind(), QString()); !done)
        return done;
    return transaction.commit();
}

void BulkFullText::removeLeftovers(const QString &collection)
{
    for (int half = 0; half < 2; ++half)
        QFile::remove(HalfFullText::pathBeside(collection, half));
}

} // namespace tidemark
