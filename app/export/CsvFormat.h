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
    void appendText(QByteArray &line, QStringView text) const;
    /// A cell that is a number, a date or a key of ours: never guarded. For a spreadsheet a number of 16 digits and
    /// more gets an apostrophe, for it would lose its end.
    void appendValue(QByteArray &line, QStringView value) const;
    void appendSeparator(QByteArray &line) const;
    void endLine(QByteArray &line) const;

private:
    void appendQuoted(QByteArray &line, QStringView text) const;
    [[nodiscard]] bool separates(char c) const;

    ExportReader m_reader;
    char m_separator;
};

/// Whether a spreadsheet could take a cell for a formula: after spaces, byte-order, zero-width or bidirectional
/// marks it begins with = + - @ TAB CR LF NUL or a full-width form of them.
bool looksLikeFormula(QStringView text);

/// The guard: one leading apostrophe for a cell that looks like a formula or already begins with one.
QString guarded(const QString &text);

} // namespace tidemark
