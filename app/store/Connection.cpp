#include "store/Connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDriver>
#include <QUrl>
#include <QVariant>

#include <atomic>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// Beyond these a file is hostile or a mistake.
void setLimits(sqlite3 *handle)
{
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 32 * 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 2);
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_extended_result_codes(handle, 1);
}

/// A statement left in the middle of its rows would keep the read lock beyond the transaction.
void resetStatements(sqlite3 *handle)
{
    for (sqlite3_stmt *each = sqlite3_next_stmt(handle, nullptr); each; each = sqlite3_next_stmt(handle, each)) {
        if (sqlite3_stmt_busy(each) != 0)
            sqlite3_reset(each);
    }
}

constexpr char pragmas[] = "PRAGMA cell_size_check = ON;"
                           "PRAGMA mmap_size = 0;"
                           "PRAGMA foreign_keys = ON;"
                           "PRAGMA secure_delete = ON;"
                           "PRAGMA temp_store = MEMORY;"
                           "PRAGMA recursive_triggers = ON;";

} // namespace

Error storeError(int code, const QString &path, const QString &detail)
{
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return {Error::Kind::Cancelled, Words::tr("Stopped.")};
    case SQLITE_FULL:
        return {Error::Kind::Full,
                Words::tr("There is no space left on the disk of “%1”. Nothing was lost; make room and try again.")
                    .arg(path)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Kind::Busy,
                Words::tr("“%1” is in use by another program. Close that program and try again.").arg(path)};
    case SQLITE_CORRUPT:
        return {Error::Kind::Damaged,
                Words::tr("“%1” is damaged (%2). Open a copy that you saved earlier, or "
                          "rescue what is left with: sqlite3 FILE .recover")
                    .arg(path, detail)};
    case SQLITE_NOTADB:
        return {Error::Kind::Damaged,
                Words::tr("“%1” is not a collection. To bring a file of stories in, import it.").arg(path)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {Error::Kind::Denied,
                Words::tr("“%1” can't be written. Check the file's and the folder's permissions, or save a copy "
                          "elsewhere.")
                    .arg(path)};
    case SQLITE_CANTOPEN:
        return {Error::Kind::Denied,
                Words::tr("“%1” can't be opened. Check the file's and the folder's permissions.").arg(path)};
    case SQLITE_IOERR:
        return {
            Error::Kind::Other,
            Words::tr("Reading or writing “%1” failed (%2). Check the disk, then try again.").arg(path, detail)};
    case SQLITE_TOOBIG:
        return {Error::Kind::Usage, Words::tr("Something is too large to be stored in “%1”.").arg(path)};
    default:
        return {Error::Kind::Other, Words::tr("SQLite failed on “%1”: %2.").arg(path, detail)};
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    static std::atomic<quint64> opened{0};
    const QString name = u"tidemark-store-%1"_s.arg(opened.fetch_add(1));
    std::unique_ptr<Connection> connection(new Connection(QFileInfo(path).absoluteFilePath(), name));

    QSqlDatabase &database = connection->m_database;
    database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    if (!database.isValid())
        return Error{Error::Kind::Other, Words::tr("Qt's SQLite driver is missing. Install libqt6sql6-sqlite.")};

    QString options = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (access != Access::Write)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    QString address
        = QString::fromLatin1("file://" + QUrl::toPercentEncoding(connection->m_path, QByteArrayLiteral("/")));
    address += access == Access::Immutable ? "?immutable=1"_L1
        : access == Access::Read           ? "?mode=ro"_L1
                                           : "?mode=rw"_L1;
    database.setDatabaseName(address);
    const bool isOpen = database.open();

    // The typeName() check is Qt's advice: the handle is SQLite's own pointer type.
    const QVariant handle = database.driver()->handle();
    if (handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0)
        connection->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    if (!isOpen || connection->m_handle == nullptr)
        return storeError(SQLITE_CANTOPEN, connection->m_path, QString());

    setLimits(connection->m_handle);
    if (auto set = connection->run(pragmas); !set)
        return set.error();
    return connection;
}

Connection::Connection(QString path, QString name) : m_path(std::move(path)), m_name(std::move(name)) {}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<> Connection::run(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return error();
    return {};
}

Result<QSqlQuery> Connection::select(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return error();
    for (const QVariant &value : values) {
        // Qt would bind a null string as NULL; to us it is an empty one.
        const bool isNullText = value.typeId() == QMetaType::QString && value.isNull();
        query.addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query.exec())
        return error();
    return query;
}

Result<QVariant> Connection::value(const QString &sql, const QVariantList &values)
{
    auto query = select(sql, values);
    if (!query)
        return query.error();
    return query->next() ? query->value(0) : QVariant();
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Error Connection::error() const
{
    return storeError(sqlite3_extended_errcode(m_handle), m_path, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

Transaction::Transaction(Connection &connection, Kind kind)
    : m_connection(connection),
      m_kind(kind),
      m_begun(connection.run(kind == Kind::Read ? "BEGIN" : "BEGIN IMMEDIATE")),
      m_open(m_begun.has_value())
{
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    resetStatements(m_connection.handle());
    // SQLite may have rolled back by itself: on a full disk, for one. And an interrupt may come at this very
    // moment, which would leave the transaction open, so that none could be begun any more.
    while (sqlite3_get_autocommit(m_connection.handle()) == 0) {
        const Result<> done = m_connection.run("ROLLBACK");
        if (!done && done.error().kind != Error::Kind::Cancelled)
            break;
    }
}

Result<> Transaction::commit()
{
    resetStatements(m_connection.handle());
    if (m_kind == Kind::Write) {
        if (auto raised = m_connection.run("UPDATE index_stamp SET generation = generation + 1"); !raised)
            return raised.error();
    }
    if (auto done = m_connection.run("COMMIT"); !done)
        return done.error();
    m_open = false;
    return {};
}

} // namespace tidemark
