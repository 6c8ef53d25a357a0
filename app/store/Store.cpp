#include "store/Store.h"

#include "store/AuthorTable.h"
#include "store/BulkFullText.h"
#include "store/CollectionLock.h"
#include "store/Connection.h"
#include "store/DeferredWork.h"
#include "store/FileHeader.h"
#include "store/FullText.h"
#include "store/ImportTables.h"
#include "store/KeyListing.h"
#include "store/PrivateFile.h"
#include "store/Purging.h"
#include "store/Schema.h"
#include "store/Settings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Result<> checkPlace(const QFileInfo &file, Store::Missing missing)
{
    const QString path = file.filePath();
    if (file.isDir()) {
        return Error{
            Error::Kind::Usage,
            Words::tr("“%1” is a folder. Choose a collection in it: a file that ends in .tidemark.").arg(path)};
    }
    if (file.exists() && !file.isFile())
        return Error{Error::Kind::Usage, Words::tr("“%1” is not an ordinary file. Choose a collection.").arg(path)};
    if (file.exists() && !file.isReadable()) {
        return Error{Error::Kind::Denied,
                     Words::tr("“%1” can't be read. Ask its owner for the permission to read it.").arg(path)};
    }
    if (missing == Store::Missing::Create || (file.exists() && file.size() > 0))
        return {};
    if (file.exists()) {
        return Error{
            Error::Kind::NotFound,
            Words::tr("“%1” is empty: not a collection. Choose another file or start a new collection.").arg(path)};
    }
    return Error{
        Error::Kind::NotFound,
        Words::tr("There is no collection at “%1”. Check the name, or start a new collection there.").arg(path)};
}

/// An empty collection. Its schema is made before WAL is switched on, so that a process killed in between leaves
/// a file that still counts as empty.
Result<> create(const QString &path)
{
    if (auto made = makePrivateFile(path); !made)
        return made.error();
    makePrivate(path); // an empty file may have been there
    auto connection = Connection::open(path, Connection::Access::Write);
    if (!connection)
        return connection.error();
    return upgradeSchema(**connection);
}

/// Brings a collection that this process holds up to date and into its working state.
Result<> prepare(const QString &path)
{
    auto connection = Connection::open(path, Connection::Access::Write);
    if (!connection)
        return connection.error();
    if (auto done = upgradeSchema(**connection); !done)
        return done.error();
    if (auto done = (*connection)->run("PRAGMA journal_mode = WAL"); !done)
        return done.error();
    if (auto done = prepareSettings(**connection); !done)
        return done.error();
    BulkFullText::removeLeftovers(path);
    const auto listKeys = [&](StoryId after) { return listKeysAnew(**connection, after); };
    if (auto done = deferredWork::catchUp(**connection, listKeys); !done)
        return done;
    if (auto renewed = FullText(**connection).renewIfOlder(); !renewed)
        return renewed;
    const auto settings = readSettings(**connection);
    if (!settings)
        return settings.error();
    AuthorTable authors(**connection, settings->pseudonymKey);
    static_cast<void>(purgeIfDue(**connection, authors, Progress())); // what fails stays due, and can be read
    return {};
}

/// What to tell of a collection that can only be read and whose large import isn't done; empty otherwise.
QString whatIsMissing(const QString &path, Connection::Access access)
{
    const auto connection = Connection::open(path, access);
    const auto has = [&connection](const char *key) {
        const auto found
            = (*connection)->value(u"SELECT 1 FROM setting WHERE key = ?"_s, {QString::fromLatin1(key)});
        return found && found->isValid();
    };
    if (!connection) // reader() tells of damage
        return {};
    if (has(settingKey::deferredWork)) {
        return u' '
            + Words::tr(
                   "An import into it isn't done: until that or the next opening for changes has ended, words find "
                   "too few stories, and answers aren't linked to what they answer.");
    }
    if (!has(settingKey::fullTextEnds))
        return {};
    return u' '
        + Words::tr(
               "An import into it isn't done: until that or the next opening for changes has ended, words find "
               "too few stories.");
}

bool hasOpenWal(const QString &path)
{
    return QFileInfo(path + u"-wal"_s).size() > 0;
}

} // namespace

Result<> prepareSqlite()
{
    // Refused once SQLite is in use, which costs speed and nothing else.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

    const QString name = u"tidemark-library-check"_s;
    QString linked = QString::fromLatin1(sqlite3_libversion()) + u' ' + QString::fromLatin1(sqlite3_sourceid());
    QString driver;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(u":memory:"_s);
        if (database.open()) {
            QSqlQuery query(u"SELECT sqlite_version() || ' ' || sqlite_source_id()"_s, database);
            if (query.next())
                driver = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    if (driver.isEmpty()) {
        return Error{Error::Kind::Other,
                     Words::tr("Qt's SQLite driver is missing or doesn't work. Install libqt6sql6-sqlite.")};
    }
    if (driver != linked) {
        return Error{
            Error::Kind::Other,
            Words::tr("Tidemark runs SQLite %1 and Qt's driver SQLite %2. With two libraries a collection "
                      "could be spoiled, so Tidemark stops here: build it against the SQLite that Qt uses.")
                .arg(linked.section(u' ', 0, 0), driver.section(u' ', 0, 0))};
    }
    return {};
}

Result<std::shared_ptr<Store>> Store::open(const QString &givenPath, Missing missing)
{
    const QFileInfo file(givenPath);
    const QString path = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    if (auto fits = checkPlace(QFileInfo(path), missing); !fits)
        return fits.error();

    if (!QFileInfo::exists(path)) {
        if (auto made = makePrivateFile(path); !made)
            return made.error();
    }
    const auto schema = schemaInHeader(path);
    if (!schema)
        return schema.error();

    auto lock = CollectionLock::take(path);
    QString reason;
    if (!lock)
        reason = lock.error().message;
    else if (!QFileInfo(path).isWritable())
        reason = Words::tr("“%1” can't be written, so it can only be read. To change it, save a copy elsewhere.")
                     .arg(path);
    else if (schema.value() > newestSchema())
        reason = Words::tr("“%1” was made by a newer Tidemark, so here it can only be read. Update Tidemark to "
                           "change it.")
                     .arg(path);

    if (reason.isEmpty()) {
        if (schema.value() == 0) {
            if (auto made = create(path); !made)
                return made.error();
        }
        if (auto done = prepare(path); !done)
            return done.error();
        return std::shared_ptr<Store>(new Store(path, QString(), false, std::move(lock).value()));
    }

    if (schema.value() == 0)
        return Error{lock ? Error::Kind::Denied : lock.error().kind, reason};
    if (schema.value() < newestSchema()) {
        return Error{
            Error::Kind::Denied,
            Words::tr("“%1” was made by an older Tidemark and has to be brought up to date, but it can't be "
                      "written. Copy it to a folder of your own and open the copy.")
                .arg(path)};
    }
    const bool isBusy = !lock && lock.error().kind == Error::Kind::Busy;
    const bool canChange = QFileInfo(path).isWritable() && QFileInfo(QFileInfo(path).path()).isWritable();
    const bool immutable = !isBusy && !canChange && !hasOpenWal(path);
    auto store = std::shared_ptr<Store>(new Store(path, reason, immutable, nullptr));
    store->m_readOnlyReason += whatIsMissing(path, store->readingAccess());
    return store;
}

Store::Store(QString path, QString readOnlyReason, bool immutable, std::unique_ptr<CollectionLock> lock)
    : m_path(std::move(path)),
      m_readOnlyReason(std::move(readOnlyReason)),
      m_immutable(immutable),
      m_lock(std::move(lock))
{
}

Store::~Store() = default;

Connection::Access Store::readingAccess() const
{
    return m_immutable ? Connection::Access::Immutable : Connection::Access::Read;
}

Result<std::unique_ptr<StoreReader>> Store::reader() const
{
    const Connection::Access access = readingAccess();
    auto first = Connection::open(m_path, access);
    if (!first)
        return first.error();
    // Says now, and in a sentence, that a file is damaged or its WAL can't be read.
    if (auto schema = (*first)->value(u"SELECT count(*) FROM sqlite_schema"_s); !schema)
        return schema.error();
    auto second = Connection::open(m_path, access);
    if (!second)
        return second.error();
    return std::unique_ptr<StoreReader>(new StoreReader(std::move(first).value(), std::move(second).value()));
}

Result<std::unique_ptr<StoreWriter>> Store::writer() const
{
    if (isReadOnly())
        return Error{Error::Kind::Denied, m_readOnlyReason};
    auto connection = Connection::open(m_path, Connection::Access::Write);
    if (!connection)
        return connection.error();
    auto settings = readSettings(**connection);
    if (!settings)
        return settings.error();
    return std::unique_ptr<StoreWriter>(new StoreWriter(std::move(connection).value(), settings->pseudonymKey));
}

} // namespace tidemark
