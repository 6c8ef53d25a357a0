#pragma once

#include "source/CsvTokenizer.h"
#include "source/TableForm.h"

#include <QStringList>
#include <QVector>

#include <deque>
#include <memory>
#include <optional>

namespace tidemark {

/// Rows of cells under names of columns, whatever the file's form is. Not shared between threads.
class Table
{
public:
    virtual ~Table() = default;

    [[nodiscard]] virtual const QStringList &header() const = 0; ///< each name once, none empty
    [[nodiscard]] virtual QString name() const = 0;              ///< the file's, for sentences

    /// Rows that were looked at beforehand and come again from next(): at most 2,000, or 8 MiB of them.
    [[nodiscard]] virtual const std::deque<CsvRow> &rowsAhead() const = 0;
    [[nodiscard]] QVector<QStringList> cellsAhead(qsizetype most) const;

    virtual Result<std::optional<CsvRow>> next() = 0;

    /// Whether the row is the header once more, as in files that were put together.
    [[nodiscard]] virtual bool repeatsHeader(const CsvRow &) const { return false; }
    /// Whether cells may carry the guard that spreadsheets need.
    [[nodiscard]] virtual bool hadMark() const { return false; }

    [[nodiscard]] virtual QByteArray preamble() const { return {}; } ///< see Reader

    [[nodiscard]] virtual QStringList notes() const = 0;
    [[nodiscard]] virtual qint64 consumed() const = 0; ///< see ByteStream
    [[nodiscard]] virtual qint64 size() const = 0;
};

inline constexpr size_t mostRowsAhead = 2000;
inline constexpr qsizetype mostBytesAhead = 8 * 1024 * 1024;

/// The table in a file of the form with this key, "csv" or "json"; form is what the user says of a delimited one.
Result<std::unique_ptr<Table>> openTable(const QString &format, std::unique_ptr<ByteStream> bytes,
                                         const QString &name, const TableForm &form = {});

} // namespace tidemark
