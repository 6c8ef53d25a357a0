#pragma once

#include "story/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>

struct sqlite3;

namespace tidemark {

/// One connection to a collection, opened and owned by Qt Sql, with everything set that TRUST.md asks for:
/// untrusted schema, defensive mode, no memory map, deleted content overwritten, limits. Used on the thread that
/// made it, except for interrupt(); Statements and Transactions, which know nothing of Qt Sql, may run on another
/// while this one leaves the connection alone.
class Connection final
{
public:
    enum class Access {
        Write,
        Read,
        Immutable, ///< no locks and no side files: for a file that nobody changes meanwhile
    };
    /// The file must be there.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Access access);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    /// Statements without an answer, separated by semicolons.
    Result<> run(const QByteArray &sql);
    /// One ordinary statement with its values, ready for next().
    Result<QSqlQuery> select(const QString &sql, const QVariantList &values = {});
    /// The same for one that answers a single value; an invalid QVariant where there is no row.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    [[nodiscard]] qint64 changes() const; ///< rows that the last statement changed

    /// Any thread: the statement under way ends with an Error of kind Cancelled.
    void interrupt();

    /// What SQLite last complained about, as a sentence that names the file.
    [[nodiscard]] Error error() const;

private:
    Connection(QString path, QString name);

    QString m_path;
    QString m_name; ///< Qt's, unique
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
};

/// A sentence for one of SQLite's result codes about a file; detail is SQLite's own message.
Error storeError(int code, const QString &path, const QString &detail);

/// A transaction that is rolled back unless committed.
class Transaction final
{
public:
    enum class Kind {
        Read,
        Write,            ///< raises the generation of what the index is made from (index_stamp)
        WriteBesideIndex, ///< changes nothing that the index is made from: settings, the index itself
    };
    Transaction(Connection &connection, Kind kind);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    [[nodiscard]] const Result<> &begun() const { return m_begun; }
    Result<> commit();

private:
    Connection &m_connection;
    Kind m_kind;
    Result<> m_begun;
    bool m_open = false;
};

} // namespace tidemark
