#pragma once

#include "export/ExportSettings.h"

#include <QByteArray>
#include <QStringView>

namespace tidemark {

/// How one cell becomes bytes: RFC 4180 with CRLF line ends, UTF-8.
class CsvFormat
{
public:
    CsvFormat(ExportReader reader, QChar separator);

    /// What stands before the first line: a byte-order mark for spreadsheets.
    [[nodiscard]] QByteArray beginning() const;

    /// A cell of free text. For a spreadsheet it is guarded where it could be taken for a formula.
    void appendText(QByteArray &line, QByteArrayView text) const;
    void appendText(QByteArray &line, QStringView text) const { appendText(line, text.toUtf8()); }
    /// A cell that is a number, a date or a key of ours: never guarded. For a spreadsheet a number of 16 digits and
    /// more gets an apostrophe, for it would lose its end.
    void appendValue(QByteArray &line, QByteArrayView value) const;
    void appendValue(QByteArray &line, QStringView value) const { appendValue(line, value.toUtf8()); }
    void appendSeparator(QByteArray &line) const { line += m_separator; }
    void endLine(QByteArray &line) const { line.append("\r\n", 2); }

    [[nodiscard]] bool isForSpreadsheet() const { return m_reader == ExportReader::Spreadsheet; }

private:
    void appendQuoted(QByteArray &line, QByteArrayView text) const;
    [[nodiscard]] bool needsQuotes(QByteArrayView text) const;

    ExportReader m_reader;
    char m_separator;
};

/// Whether a spreadsheet could take a cell for a formula: after spaces, byte-order, zero-width or bidirectional
/// marks it begins with = + - @ TAB CR LF NUL or a full-width form of them.
bool looksLikeFormula(QStringView text);

} // namespace tidemark
