#include "store/Statement.h"

#include "text/ExactText.h"

#include <sqlite3.h>

namespace tidemark {

Statement::Statement(Connection &connection, const QByteArray &sql) : m_connection(&connection), m_sql(sql)
{
    prepare();
}

void Statement::prepare()
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_connection->handle(), m_sql.constData(), static_cast<int>(m_sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        m_failure = m_connection->error();
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<bool> Statement::next()
{
    if (m_failure)
        return *m_failure;
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        sqlite3_reset(m_statement.get());
        return false;
    default:
        Error error = m_connection->error();
        sqlite3_reset(m_statement.get());
        return error;
    }
}

Result<> Statement::finish()
{
    for (;;) {
        const auto row = next();
        if (!row)
            return row.error();
        if (!row.value())
            return {};
    }
}

void Statement::reset()
{
    m_failure.reset();
    if (m_statement)
        sqlite3_reset(m_statement.get());
    else
        prepare();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::optional<qint64> Statement::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

QString Statement::text(int column) const
{
    return textFromUtf8(utf8(column));
}

QByteArrayView Statement::utf8(int column) const
{
    const auto *text = sqlite3_column_text(m_statement.get(), column);
    return {reinterpret_cast<const char *>(text), sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArray Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

void Statement::set(int place, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), place, value);
}

void Statement::set(int place, std::nullopt_t)
{
    sqlite3_bind_null(m_statement.get(), place);
}

void Statement::set(int place, const QString &value)
{
    set(place, QUtf8StringView(shared(place, value.toUtf8())));
}

void Statement::set(int place, const QByteArray &value)
{
    const QByteArray &bytes = shared(place, QByteArray(value));
    // A null pointer would bind NULL, and an empty value is not that.
    noteBound(sqlite3_bind_blob(m_statement.get(), place, bytes.isNull() ? "" : bytes.constData(),
                                static_cast<int>(bytes.size()), SQLITE_STATIC));
}

void Statement::set(int place, QUtf8StringView value)
{
    noteBound(sqlite3_bind_text(m_statement.get(), place, value.isEmpty() ? "" : value.data(),
                                static_cast<int>(value.size()), SQLITE_STATIC));
}

const QByteArray &Statement::shared(int place, QByteArray &&bytes)
{
    if (m_shared.size() < place)
        m_shared.resize(place);
    return m_shared[place - 1] = std::move(bytes);
}

void Statement::noteBound(int code)
{
    if (code != SQLITE_OK && !m_failure)
        m_failure = m_connection->error();
}

} // namespace tidemark
