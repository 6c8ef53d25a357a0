#pragma once

#include "source/AudienceColumns.h"
#include "source/CsvTable.h"
#include "source/Reader.h"

#include <QHash>

#include <type_traits>

namespace tidemark {

/// A reader of a table whose columns are known by their names, a row a record.
class TableReader : public Reader
{
public:
    TableReader(QString format, std::unique_ptr<CsvTable> table);
    Result<std::optional<Record>> next() final;

    [[nodiscard]] QString format() const final { return m_format; }
    [[nodiscard]] QStringList notes() const override { return m_table->notes(); }
    [[nodiscard]] QByteArray preamble() const final { return m_table->preamble(); }
    [[nodiscard]] qint64 consumed() const final { return m_table->consumed(); }
    [[nodiscard]] qint64 size() const final { return m_table->size(); }

protected:
    /// What the present row holds.
    virtual Content content() = 0;

    /// A cell of the present row; empty where there is no such column.
    [[nodiscard]] QString cell(const QString &column) const;
    /// The same of an id; empty where a program cut digits off.
    [[nodiscard]] QString idCell(const QString &column) const;
    [[nodiscard]] const QString &cellAt(qsizetype column) const { return m_cells.at(column); }
    [[nodiscard]] const QStringList &header() const { return m_table->header(); }

    const Instant m_now; ///< later times are slips

private:
    QString m_format;
    std::unique_ptr<CsvTable> m_table;
    AudienceColumns m_audience;
    QHash<QString, qsizetype> m_columns;
    QStringList m_cells;
};

/// What is said of a table that isn't of the form that it was taken for.
Error lacksColumn(const QString &name, const QString &column);

/// The maker of such a reader, for the table of formats.
template<typename OneReader>
Result<std::unique_ptr<Reader>> makeTableReader(std::unique_ptr<ByteStream> bytes, const QString &name,
                                                const ReaderOptions &options)
{
    auto table = CsvTable::open(std::move(bytes), name, options.form);
    if (!table)
        return table.error();
    for (const QString &column : OneReader::neededColumns()) {
        if (!(*table)->header().contains(column))
            return lacksColumn(name, column);
    }
    if constexpr (std::is_constructible_v<OneReader, std::unique_ptr<CsvTable>, const ReaderOptions &>)
        return std::unique_ptr<Reader>(std::make_unique<OneReader>(std::move(*table), options));
    else
        return std::unique_ptr<Reader>(std::make_unique<OneReader>(std::move(*table)));
}

/// Whether the digits of an id are all there: spreadsheets write 1.58968E+18 for a long one.
bool isWholeId(const QString &id);
Rejected shortenedId(const QString &id);

} // namespace tidemark
