#include "source/CsvTable.h"

#include "source/Decompression.h"
#include "source/SpreadsheetGuard.h"

#include <QCoreApplication>

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 headSize = 64 * 1024;
constexpr int sniffedRows = 50;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CsvTable)
};

/// Excel's first line that names the delimiter.
std::optional<char> statedDelimiter(const QByteArray &head)
{
    QByteArray line = head.left(16);
    line.truncate(std::max<qsizetype>(line.indexOf('\n'), 0));
    line = line.trimmed().replace('"', "");
    const bool tab = head.startsWith("sep=\t");
    if (tab)
        return '\t';
    return line.size() == 5 && line.toLower().startsWith("sep=") ? std::optional(line.back()) : std::nullopt;
}

/// How many of the first rows have as many cells as the header, and how many that is.
struct Agreement
{
    int rows = 0;
    qsizetype cells = 0;
    qint64 looseQuotes = 0; ///< see CsvTokenizer
};

Agreement agreement(const QByteArray &head, const CsvDialect &dialect)
{
    CsvTokenizer rows(withHead(head, openBytes({})), dialect);
    Agreement agreement;
    for (int number = 0; number <= sniffedRows; ++number) {
        const auto row = rows.next();
        if (!row || !*row || (!(*row)->complete && number > 1))
            break;
        if (number == 0)
            agreement.cells = (*row)->cells.size();
        agreement.rows += (*row)->cells.size() == agreement.cells;
    }
    agreement.looseQuotes = rows.looseQuotes();
    return agreement.cells > 1 ? agreement : Agreement{.looseQuotes = agreement.looseQuotes};
}

CsvDialect quotedBy(CsvDialect dialect, Quoting quoting)
{
    dialect.quote = quoting == Quoting::Apostrophes ? '\'' : quoting == Quoting::None ? noQuote : '"';
    dialect.backslashEscapes = quoting == Quoting::Backslashes;
    return dialect;
}

/// The dialect under which most rows have as many cells as the header. Apostrophes count as quotation marks only
/// where there are no others and rows come out right with them that otherwise don't; backslashes where they leave
/// fewer quotation marks within cells.
CsvDialect sniffedDialect(const QByteArray &head, bool carriageReturnEnds, const TableForm &form)
{
    const QByteArray delimiters = form.delimiter ? QByteArray(1, *form.delimiter) : ",;\t|^~"_ba;
    const auto quotings = form.quoting ? QList{*form.quoting} : QList{Quoting::Doubled, Quoting::Apostrophes};
    CsvDialect best
        = quotedBy({.delimiter = delimiters.front(), .carriageReturnEnds = carriageReturnEnds}, quotings.front());
    Agreement most;
    for (const Quoting quoting : quotings) {
        if (!form.quoting && quoting == Quoting::Apostrophes && head.contains('"'))
            break;
        for (const char delimiter : delimiters) {
            const CsvDialect dialect
                = quotedBy({.delimiter = delimiter, .carriageReturnEnds = carriageReturnEnds}, quoting);
            const Agreement found = agreement(head, dialect);
            const bool hasMoreCells
                = quoting == quotings.front() && found.rows == most.rows && found.cells > most.cells;
            if (found.rows > most.rows || hasMoreCells) {
                best = dialect;
                most = found;
            }
        }
    }
    if (form.quoting || !head.contains("\\\""))
        return best;
    const CsvDialect escaped = quotedBy(best, Quoting::Backslashes);
    const Agreement found = agreement(head, escaped);
    return found.rows >= most.rows && found.looseQuotes < agreement(head, best).looseQuotes ? escaped : best;
}

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return Words::tr("commas");
    case ';':
        return Words::tr("semicolons");
    case '\t':
        return Words::tr("tabs");
    default:
        return u"“%1”"_s.arg(QChar::fromLatin1(delimiter));
    }
}

/// Names for columns without one, and a number behind names that come again.
QStringList namedApart(const QStringList &names)
{
    QStringList header;
    QHash<QString, int> seen;
    for (const QString &cell : names) {
        QString name = cell.trimmed();
        if (name.isEmpty())
            name = Words::tr("column %1").arg(header.size() + 1);
        QString apart = name;
        while (seen.contains(apart))
            apart = u"%1 (%2)"_s.arg(name).arg(++seen[name]);
        seen.insert(apart, 1);
        header << apart;
    }
    return header;
}

} // namespace

Result<std::unique_ptr<CsvTable>> CsvTable::open(std::unique_ptr<ByteStream> bytes, const QString &name,
                                                 const TableForm &form)
{
    std::unique_ptr<CsvTable> table(new CsvTable);
    table->m_name = name;
    auto text = std::make_unique<TextStream>(std::move(bytes), QByteArray(), form.encoding);
    table->m_text = text.get();
    const QByteArray head = readHead(*text, headSize);
    const bool carriageReturnEnds = head.contains('\r') && !head.contains('\n');
    const auto stated = statedDelimiter(head);
    TableForm said = form;
    if (stated && !said.delimiter)
        said.delimiter = stated;
    table->m_dialect
        = sniffedDialect(stated ? head.sliced(head.indexOf('\n') + 1) : head, carriageReturnEnds, said);
    table->m_rows = std::make_unique<CsvTokenizer>(withHead(head, std::move(text)), table->m_dialect);
    if (stated)
        (void)table->m_rows->next();
    if (auto header = table->readHeader(); !header)
        return header.error();
    if (said.delimiter) // a row that is read by itself has little to find it from
        table->m_preamble.prepend(table->m_text->asItCame(0, "sep="_ba + *said.delimiter + '\n'));
    table->readAhead();
    return table;
}

Result<> CsvTable::readHeader()
{
    auto first = m_rows->next();
    if (!first)
        return first.error();
    if (*first && !(*first)->problem.isEmpty()) {
        return Error{Error::Kind::Damaged,
                     Words::tr("The first line of %1, with the names of its columns, can't be used: %2")
                         .arg(m_name, (*first)->problem)};
    }
    if (!*first) {
        return Error{Error::Kind::Damaged,
                     Words::tr("%1 has no first line with the names of its columns.").arg(m_name)};
    }
    m_preamble = m_text->asItCame((*first)->place, (*first)->raw + '\n');
    m_firstRow = (*first)->cells;
    if (m_firstRow.front().startsWith(QChar::ByteOrderMark)) // a file may begin with two
        m_firstRow.front().remove(0, 1);
    QStringList names = m_firstRow;
    if (hadMark()) // as CsvReader takes it off the cells
        std::ranges::transform(names, names.begin(), withoutGuard);
    m_header = namedApart(names);
    m_rows->setExpectedCells(m_header.size());
    return {};
}

void CsvTable::readAhead()
{
    qsizetype bytes = 0;
    while (m_ahead.size() < mostRowsAhead && bytes < mostBytesAhead) {
        auto row = m_rows->next();
        if (!row)
            m_failure = row.error();
        if (!row || !*row)
            return;
        bytes += (*row)->raw.size();
        m_ahead.push_back(std::move(**row));
    }
}

Result<std::optional<CsvRow>> CsvTable::next()
{
    Result<std::optional<CsvRow>> result = std::optional<CsvRow>();
    if (!m_ahead.empty()) {
        result = std::optional(std::move(m_ahead.front()));
        m_ahead.pop_front();
    } else if (m_failure) {
        return *m_failure;
    } else {
        result = m_rows->next();
    }
    if (!result || !*result)
        return result;
    CsvRow &row = **result;
    row.raw = m_text->asItCame(row.place, std::move(row.raw));
    if (!row.problem.isEmpty())
        return result;
    if (isCutOff(row)) {
        row.problem = Words::tr("The file ends in the middle of this row.");
        row.cells.clear();
        return result;
    }
    m_shortRows += row.cells.size() < m_header.size();
    m_longRows += row.cells.size() > m_header.size();
    while (row.cells.size() < m_header.size())
        row.cells << QString();
    return result;
}

bool CsvTable::isCutOff(const CsvRow &row) const
{
    return !row.complete && m_shortRows == 0 && row.cells.size() < m_header.size();
}

bool CsvTable::repeatsHeader(const CsvRow &row) const
{
    if (row.cells.size() != m_firstRow.size())
        return false;
    QStringList cells = row.cells;
    if (cells.front().startsWith(QChar::ByteOrderMark))
        cells.front().remove(0, 1);
    return cells == m_firstRow;
}

QStringList CsvTable::notes() const
{
    QStringList notes = m_text->notes();
    notes << Words::tr("Columns are separated by %1.").arg(delimiterName(m_dialect.delimiter));
    if (m_dialect.quote == '\'')
        notes << Words::tr("Cells are quoted with apostrophes.");
    if (m_dialect.backslashEscapes)
        notes << Words::tr("Quotation marks in cells stand behind a backslash.");
    if (m_shortRows > 0)
        notes << Words::tr("%n rows have fewer cells than the first line names.", nullptr, int(m_shortRows));
    if (m_longRows > 0) {
        notes << Words::tr("%n rows have more cells than the first line names; the further cells are kept.",
                           nullptr, int(m_longRows));
    }
    return notes;
}

} // namespace tidemark
