#include "source/CsvTable.h"

#include "source/Decompression.h"
#include "source/SpreadsheetGuard.h"
#include "source/TableBeginning.h"

#include <QCoreApplication>

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 headSize = 64 * 1024;

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

/// The beginning of the first line that says something.
QString shortened(const QStringList &lines)
{
    constexpr qsizetype most = 60;
    const auto said = std::find_if(lines.begin(), lines.end(), [](const QString &line) { return !line.isEmpty(); });
    const QString text = said == lines.end() ? QString() : *said;
    return text.size() > most ? text.left(most) + u'…' : text;
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
    const TableBeginning beginning
        = beginningOf(stated ? head.sliced(head.indexOf('\n') + 1) : head, carriageReturnEnds, said);
    table->m_dialect = beginning.dialect;
    table->m_above = beginning.above;
    table->m_rows = std::make_unique<CsvTokenizer>(withHead(head, std::move(text)), table->m_dialect);
    for (qsizetype line = stated ? -1 : 0; line < table->m_above.size(); ++line)
        table->m_rows->passLine();
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
    QStringView first = row.cells.constFirst();
    if (first.startsWith(QChar::ByteOrderMark))
        first = first.sliced(1);
    return first == m_firstRow.constFirst()
        && std::equal(row.cells.cbegin() + 1, row.cells.cend(), m_firstRow.cbegin() + 1);
}

QStringList CsvTable::notes() const
{
    QStringList notes = m_text->notes();
    if (!m_above.isEmpty()) {
        notes << Words::tr("%n lines above the names of the columns were passed over; the first one says “%1”.",
                           nullptr, int(m_above.size()))
                     .arg(shortened(m_above));
    }
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
