#pragma once

#include "store/Connection.h"
#include "story/StoryId.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QUtf8StringView>

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace tidemark {

/// A prepared statement over SQLite's own interface, for the hot paths: bulk insert, full-text enumeration,
/// streaming scans (a row costs QSqlQuery four times as much). It belongs to its connection and goes before it.
///
/// Values are bound in order by bind(); next() gives row after row; run() does the whole statement. Bytes and texts
/// are not copied: the statement shares them, but for a view of UTF-8, which has to stay until the statement ran. A
/// failure to prepare, such as an interrupt at that moment, comes as the first next()'s Error, and bind() tries
/// again.
class Statement final
{
public:
    Statement(Connection &connection, const QByteArray &sql);

    /// Starts anew with these values.
    template<typename... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        int place = 0;
        (set(++place, values), ...);
        return *this;
    }

    Result<bool> next(); ///< true: there is a row; false: the end
    /// Binds and runs to the end.
    template<typename... Values>
    Result<> run(const Values &...values)
    {
        bind(values...);
        return finish();
    }

    // Columns of the row, from 0.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] int integer(int column) const { return static_cast<int>(number(column)); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] std::optional<qint64> optionalNumber(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArrayView utf8(int column) const; ///< a text in place: until the next row
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] StoryId story(int column) const { return StoryId{number(column)}; }

private:
    void prepare();
    void reset();
    Result<> finish();
    const QByteArray &shared(int place, QByteArray &&bytes);
    void noteBound(int code);
    void set(int place, qint64 value);
    void set(int place, int value) { set(place, qint64{value}); }
    void set(int place, bool value) { set(place, qint64{value ? 1 : 0}); }
    void set(int place, StoryId value) { set(place, toNumber(value)); }
    void set(int place, std::nullopt_t value);
    void set(int place, const QString &value);
    void set(int place, const QByteArray &value); ///< a blob
    void set(int place, QUtf8StringView value);   ///< a text
    template<typename Value>
    void set(int place, const std::optional<Value> &value)
    {
        if (value)
            set(place, *value);
        else
            set(place, std::nullopt);
    }

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    Connection *m_connection;
    QByteArray m_sql;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    QByteArrayList m_shared; ///< what the statement is bound to, by place
    std::optional<Error> m_failure;
};

} // namespace tidemark
