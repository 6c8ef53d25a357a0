#pragma once

#include "source/CsvTokenizer.h"
#include "source/TextStream.h"

#include <deque>

namespace tidemark {

/// A delimited file with a header: encoding, delimiter and header are understood, rows come with as many cells as
/// the header names (more where the row has more).
class CsvTable
{
public:
    /// An Error if there is no header; name is the file's, for sentences.
    static Result<std::unique_ptr<CsvTable>> open(std::unique_ptr<ByteStream> bytes, const QString &name);

    [[nodiscard]] const QStringList &header() const { return m_header; } ///< each name once, none empty
    [[nodiscard]] QString name() const { return m_name; }

    /// Rows that were looked at beforehand and come again from next(): at most 2,000, or 8 MiB of them.
    [[nodiscard]] const std::deque<CsvRow> &rowsAhead() const { return m_ahead; }
    [[nodiscard]] QVector<QStringList> cellsAhead(qsizetype most) const;

    Result<std::optional<CsvRow>> next();

    /// Whether the row is the header once more, as in files that were put together.
    [[nodiscard]] bool repeatsHeader(const CsvRow &row) const;

    /// Whether the file begins with the byte-order mark of UTF-8, as what is written for spreadsheets does.
    [[nodiscard]] bool hadMark() const { return m_text->hadMark(); }

    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] qint64 consumed() const { return m_rows->consumed(); }
    [[nodiscard]] qint64 size() const { return m_rows->size(); }

private:
    CsvTable() = default;
    Result<> readHeader();
    void readAhead();
    [[nodiscard]] bool isCutOff(const CsvRow &row) const;

    QString m_name;
    char m_delimiter = ',';
    TextStream *m_text = nullptr; ///< inside m_rows
    std::unique_ptr<CsvTokenizer> m_rows;
    QStringList m_firstRow;
    QStringList m_header;
    std::deque<CsvRow> m_ahead;
    std::optional<Error> m_failure; ///< met while reading ahead
    qint64 m_shortRows = 0;
    qint64 m_longRows = 0;
};

} // namespace tidemark
