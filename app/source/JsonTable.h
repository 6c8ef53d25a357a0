#pragma once

#include "source/JsonRecords.h"
#include "source/Table.h"

#include <QHash>

namespace tidemark {

/// JSON values of any shape as rows: a column for each place that holds a text, a number or a truth value, called
/// by the way to it ("post.author.name"). A list of such values is one cell, a line each; of a list of objects the
/// first five have places of their own ("posts[0].text"). Which columns there are is found from the rows ahead.
class JsonTable final : public Table
{
public:
    /// The Error says why the bytes break off, where that is before the first whole record.
    static Result<std::unique_ptr<Table>> open(std::unique_ptr<ByteStream> bytes, const QString &name);

    [[nodiscard]] const QStringList &header() const override { return m_header; }
    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] const std::deque<CsvRow> &rowsAhead() const override { return m_ahead; }
    Result<std::optional<CsvRow>> next() override;
    [[nodiscard]] QStringList notes() const override;
    [[nodiscard]] qint64 consumed() const override { return m_records->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_records->size(); }

private:
    JsonTable() = default;
    void readAhead();
    Result<std::optional<CsvRow>> read();
    void flatten(const Json &value, const QString &path, QStringList &cells);
    void put(const QString &path, const QString &text, QStringList &cells);

    QString m_name;
    std::unique_ptr<JsonRecords> m_records;
    QStringList m_header;
    QHash<QString, qsizetype> m_columns;
    std::deque<CsvRow> m_ahead;
    std::optional<Error> m_failure; ///< met while reading ahead
    bool m_headerIsDone = false;
    qint64 m_latePlaces = 0; ///< values at places that no row ahead had
};

} // namespace tidemark
