#pragma once

#include "source/ByteStream.h"

#include <QStringList>

#include <optional>

namespace tidemark {

inline constexpr qsizetype mostColumns = 10'000;

/// A quotation mark that no text in UTF-8 holds: cells are not quoted.
inline constexpr char noQuote = '\xFF';

struct CsvRow
{
    qint64 line = 0;  ///< of the file, from 1: where the row begins; 0: not known
    QByteArray raw;   ///< as UTF-8, without the line end; from CsvTable as it came
    qint64 place = 0; ///< of raw in the text, in bytes
    QStringList cells;
    QString problem;       ///< a sentence: the row can't be taken; its cells are empty
    bool complete = true;  ///< false: the file ended without a line end
    bool isForFew = false; ///< a JSON value that says of itself that it isn't for everybody; its cells are empty
    qint64 number = 0;     ///< of a row that is a JSON value: see JsonRecord; 0: the line is its number
};

/// How a delimited file is written.
struct CsvDialect
{
    char delimiter = ',';
    char quote = '"';
    bool backslashEscapes = false;   ///< in quoted cells, instead of a doubled quotation mark
    bool carriageReturnEnds = false; ///< a lone \r ends a line, as on old Macs
};

/// Rows of a delimited file after RFC 4180, in constant memory: quoted cells may hold delimiters, line ends and
/// doubled quotes; a quote inside an unquoted cell is an ordinary character. Blank lines are passed over.
///
/// A quote that is opened by mistake swallows what follows. It shows as a cell longer than longestRecord, or, at
/// the end of the file, as a cell of many lines that are rows by themselves: then only its first line is set aside
/// and the rest goes on behind it, at most mostRestarts times a file.
class CsvTokenizer
{
public:
    CsvTokenizer(std::unique_ptr<ByteStream> utf8, const CsvDialect &dialect);

    /// The next row, or nothing at the end. An Error of the stream comes after the rows before it.
    Result<std::optional<CsvRow>> next();

    /// Passes over a line, whatever quotation marks it has.
    void passLine();

    /// How many cells a row has; used to tell rows from the inside of a cell. 0: unknown.
    void setExpectedCells(qsizetype count) { m_expectedCells = count; }

    /// Closing quotation marks so far with something else than a delimiter behind them: many of them, and cells are
    /// quoted in another way.
    [[nodiscard]] qint64 looseQuotes() const { return m_looseQuotes; }

    [[nodiscard]] qint64 consumed() const { return m_bytes->consumed(); }
    [[nodiscard]] qint64 size() const { return m_bytes->size(); }

private:
    enum class State { CellStart, Bare, Quoted, Escaped, QuoteSeen };

    void refill();
    bool scan();
    [[nodiscard]] qsizetype nextQuote(qsizetype from) const;
    [[nodiscard]] bool isOverlong() const;
    [[nodiscard]] bool swallowedRows() const;
    CsvRow takeRow(qsizetype end, bool complete);
    CsvRow rejectFirstLine(const QString &problem);
    CsvRow rejectRest(const QString &problem);
    void moveTo(qsizetype place);
    [[nodiscard]] QStringList cells(QByteArrayView row, qsizetype most) const;
    qsizetype unquote(QByteArrayView row, qsizetype place, QByteArray &cell) const;

    std::unique_ptr<ByteStream> m_bytes;
    const char m_delimiter;
    const char m_quote;
    const char m_escape; ///< m_quote: there is none
    const char m_lineEnd;
    QByteArray m_buffer;
    qint64 m_bufferPlace = 0;  ///< of the buffer in the text
    qsizetype m_place = 0;     ///< where the present row begins
    qsizetype m_scanned = 0;   ///< how far it was looked through
    qsizetype m_cellStart = 0; ///< where its last cell begins
    State m_state = State::CellStart;
    bool m_hasLongCell = false; ///< before the last one
    qint64 m_line = 1;
    qsizetype m_expectedCells = 0;
    int m_restarts = 0;
    qint64 m_looseQuotes = 0;
    bool m_ended = false;
    std::optional<Error> m_failure;
};

} // namespace tidemark
