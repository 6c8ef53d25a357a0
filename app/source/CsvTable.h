#pragma once

#include "source/Table.h"
#include "source/TableForm.h"
#include "source/TextStream.h"

namespace tidemark {

/// A delimited file with a header: encoding, delimiter and header are understood, lines above it passed over, rows
/// come with as many cells as the header names (more where the row has more).
class CsvTable final : public Table
{
public:
    /// An Error if there is no header; name is the file's, for sentences; form is what the user says of it.
    static Result<std::unique_ptr<CsvTable>> open(std::unique_ptr<ByteStream> bytes, const QString &name,
                                                  const TableForm &form = {});

    [[nodiscard]] const QStringList &header() const override { return m_header; }
    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] const std::deque<CsvRow> &rowsAhead() const override { return m_ahead; }
    Result<std::optional<CsvRow>> next() override;
    [[nodiscard]] bool repeatsHeader(const CsvRow &row) const override;

    /// Whether the file begins with the byte-order mark of UTF-8, as what is written for spreadsheets does.
    [[nodiscard]] bool hadMark() const override { return m_text->hadMark(); }

    [[nodiscard]] QByteArray preamble() const override { return m_preamble; }
    [[nodiscard]] QStringList notes() const override;
    [[nodiscard]] qint64 consumed() const override { return m_rows->consumed(); }
    [[nodiscard]] qint64 size() const override { return m_rows->size(); }

private:
    CsvTable() = default;
    Result<> readHeader();
    void readAhead();
    [[nodiscard]] bool isCutOff(const CsvRow &row) const;

    QString m_name;
    CsvDialect m_dialect;
    TextStream *m_text = nullptr; ///< inside m_rows
    std::unique_ptr<CsvTokenizer> m_rows;
    QStringList m_above; ///< lines before the names of the columns
    QStringList m_firstRow;
    QStringList m_header;
    QByteArray m_preamble;
    std::deque<CsvRow> m_ahead;
    std::optional<Error> m_failure; ///< met while reading ahead
    qint64 m_shortRows = 0;
    qint64 m_longRows = 0;
};

} // namespace tidemark
