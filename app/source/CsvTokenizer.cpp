#include "source/CsvTokenizer.h"

#include "source/LineReader.h"
#include "text/ExactText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype piece = 256 * 1024;
constexpr qsizetype longestRow = 2 * longestRecord;
constexpr int mostRestarts = 16;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CsvTokenizer)
};

} // namespace

CsvTokenizer::CsvTokenizer(std::unique_ptr<ByteStream> utf8, const CsvDialect &dialect)
    : m_bytes(std::move(utf8)),
      m_delimiter(dialect.delimiter),
      m_quote(dialect.quote),
      m_escape(dialect.backslashEscapes ? '\\' : dialect.quote),
      m_lineEnd(dialect.carriageReturnEnds ? '\r' : '\n')
{
}

Result<std::optional<CsvRow>> CsvTokenizer::next()
{
    while (true) {
        if (scan() && !isOverlong()) {
            CsvRow row = takeRow(m_scanned, true);
            if (!row.raw.isEmpty())
                return std::optional(std::move(row));
        } else if (isOverlong()) {
            return std::optional(rejectFirstLine(Words::tr("A cell or row is longer than 16 MiB.")));
        } else if (!m_ended) {
            refill();
        } else if (m_place < m_buffer.size()) {
            const bool isOpen = m_state == State::Quoted || m_state == State::Escaped;
            if (isOpen && swallowedRows())
                return std::optional(rejectFirstLine(Words::tr("A quotation mark is opened and never closed.")));
            if (isOpen)
                return std::optional(rejectRest(Words::tr("The file ends in the middle of this row.")));
            return std::optional(takeRow(m_buffer.size(), false));
        } else if (m_failure) {
            return *m_failure;
        } else {
            return std::optional<CsvRow>();
        }
    }
}

void CsvTokenizer::passLine()
{
    qsizetype end = m_buffer.indexOf(m_lineEnd, m_place);
    for (; end < 0 && !m_ended; end = m_buffer.indexOf(m_lineEnd, m_place))
        refill();
    ++m_line;
    moveTo(end < 0 ? m_buffer.size() : end + 1);
}

void CsvTokenizer::refill()
{
    m_buffer.remove(0, m_place);
    m_bufferPlace += m_place;
    m_scanned -= m_place;
    m_cellStart -= m_place;
    m_place = 0;
    const auto count = appendNext(*m_bytes, m_buffer, piece);
    if (!count)
        m_failure = count.error();
    m_ended = !count || *count == 0;
}

/// From a place in the buffer on; its end if there is none.
qsizetype CsvTokenizer::nextQuote(qsizetype from) const
{
    const qsizetype found = m_buffer.indexOf(m_quote, from);
    return found < 0 ? m_buffer.size() : found;
}

/// Looks on for the row's end; true with m_scanned on it.
bool CsvTokenizer::scan()
{
    const char *bytes = m_buffer.constData();
    const qsizetype size = m_buffer.size();
    for (; m_scanned < size; ++m_scanned) {
        const char c = bytes[m_scanned];
        if (m_state == State::Quoted) {
            if (c == m_quote)
                m_state = State::QuoteSeen;
            else if (m_escape == m_quote) // on to the next one, which in a long text is far
                m_scanned = nextQuote(m_scanned) - 1;
            else if (c == m_escape)
                m_state = State::Escaped;
        } else if (m_state == State::Escaped) {
            m_state = State::Quoted;
        } else if (c == m_lineEnd) {
            return true;
        } else if (c == m_delimiter) {
            m_hasLongCell = m_hasLongCell || m_scanned - m_cellStart > longestRecord;
            m_state = State::CellStart;
            m_cellStart = m_scanned + 1;
        } else if (c == m_quote && m_state != State::Bare) {
            m_state = State::Quoted; // opens the cell, or is the second of a doubled one
        } else {
            m_looseQuotes += m_state == State::QuoteSeen && c != '\r';
            m_state = State::Bare;
        }
    }
    return false;
}

bool CsvTokenizer::isOverlong() const
{
    return m_hasLongCell || m_scanned - m_cellStart > longestRecord || m_scanned - m_place > longestRow;
}

/// Whether the lines behind the first one of an unfinished cell look like rows of this file.
bool CsvTokenizer::swallowedRows() const
{
    if (m_expectedCells < 2)
        return false;
    const auto inside = QByteArrayView(m_buffer).sliced(m_place);
    qsizetype lines = 0;
    qsizetype rows = 0;
    qsizetype start = inside.indexOf(m_lineEnd) + 1;
    while (start > 0 && start < inside.size()) {
        const qsizetype found = inside.indexOf(m_lineEnd, start);
        const qsizetype end = found < 0 ? inside.size() : found;
        ++lines;
        rows += cells(inside.sliced(start, end - start), m_expectedCells + 1).size() == m_expectedCells;
        start = found < 0 ? -1 : found + 1;
    }
    return lines > 0 && rows * 2 > lines;
}

CsvRow CsvTokenizer::takeRow(qsizetype end, bool complete)
{
    CsvRow row;
    row.line = m_line;
    row.raw = m_buffer.mid(m_place, end - m_place);
    row.place = m_bufferPlace + m_place;
    row.complete = complete;
    m_line += row.raw.count(m_lineEnd) + 1;
    if (row.raw.endsWith('\r'))
        row.raw.chop(1);
    row.cells = cells(row.raw, mostColumns + 1);
    if (row.cells.size() > mostColumns) {
        row.cells.clear();
        row.problem = Words::tr("The row has more than 10,000 cells.");
    }
    moveTo(end + (complete ? 1 : 0));
    return row;
}

CsvRow CsvTokenizer::rejectFirstLine(const QString &problem)
{
    const qsizetype end = m_buffer.indexOf(m_lineEnd, m_place);
    CsvRow row;
    row.line = m_line++;
    row.problem = problem;
    row.place = m_bufferPlace + m_place;
    row.raw = m_buffer.mid(m_place, std::min(piece, (end < 0 ? m_buffer.size() : end) - m_place));
    if (end >= 0 && end - m_place <= longestRecord && ++m_restarts <= mostRestarts) {
        moveTo(end + 1);
        return row;
    }
    // One line alone is too long, or this happens over and over: pass over it to its own end.
    do {
        moveTo(m_scanned);
        m_state = State::Bare;
        if (m_scanned == m_buffer.size())
            refill();
    } while (!scan() && !m_ended);
    if (m_scanned < m_buffer.size())
        moveTo(m_scanned + 1);
    return row;
}

CsvRow CsvTokenizer::rejectRest(const QString &problem)
{
    CsvRow row;
    row.line = m_line;
    row.problem = problem;
    row.place = m_bufferPlace + m_place;
    row.raw = m_buffer.mid(m_place);
    row.complete = false;
    moveTo(m_buffer.size());
    return row;
}

void CsvTokenizer::moveTo(qsizetype place)
{
    m_place = std::min(place, m_buffer.size());
    m_scanned = m_place;
    m_cellStart = m_place;
    m_hasLongCell = false;
    m_state = State::CellStart;
}

/// Appends a quoted cell to `cell`; place is behind its opening mark, and what comes back behind its closing one.
qsizetype CsvTokenizer::unquote(QByteArrayView row, qsizetype place, QByteArray &cell) const
{
    const auto isMark = [this](char c) { return c == m_quote || c == m_escape; };
    while (true) {
        const qsizetype end = std::find_if(row.begin() + place, row.end(), isMark) - row.begin();
        cell.append(row.data() + place, end - place);
        if (end == row.size())
            return end;
        const bool isEscaping = row[end] == m_escape;
        const bool hasNext = end + 1 < row.size();
        if (isEscaping && hasNext && isMark(row[end + 1])) { // of a doubled mark the first escapes the second
            cell.append(row[end + 1]);
            place = end + 2;
        } else if (row[end] == m_quote) {
            return end + 1;
        } else {
            cell.append(row[end]);
            place = end + 1;
        }
    }
}

QStringList CsvTokenizer::cells(QByteArrayView row, qsizetype most) const
{
    QStringList cells;
    cells.reserve(m_expectedCells);
    qsizetype place = 0;
    while (cells.size() < most) {
        QByteArray unquoted;
        const bool quoted = place < row.size() && row[place] == m_quote;
        if (quoted)
            place = unquote(row, place + 1, unquoted);
        const qsizetype bare = place;
        const qsizetype found = row.indexOf(m_delimiter, place);
        const qsizetype end = found < 0 ? row.size() : found;
        const auto rest = row.sliced(bare, end - bare);
        cells.append(textFromUtf8(quoted ? QByteArrayView(unquoted.append(rest.data(), rest.size())) : rest));
        if (found < 0)
            break;
        place = found + 1;
    }
    return cells;
}

} // namespace tidemark
