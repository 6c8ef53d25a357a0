#include "source/TableReader.h"

#include "source/TableCells.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableReader)
};

} // namespace

TableReader::TableReader(QString format, std::unique_ptr<CsvTable> table)
    : m_now(QDateTime::currentMSecsSinceEpoch()),
      m_format(std::move(format)),
      m_table(std::move(table)),
      m_audience(m_table->header())
{
    for (qsizetype column = 0; column < m_table->header().size(); ++column)
        m_columns.insert(m_table->header().at(column), column);
}

QString TableReader::cell(const QString &column) const
{
    const auto place = m_columns.constFind(column);
    return place == m_columns.constEnd() ? QString() : m_cells.value(*place);
}

QString TableReader::idCell(const QString &column) const
{
    QString id = cell(column).trimmed();
    (void)damagedId(id);
    return id;
}

Result<std::optional<Record>> TableReader::next()
{
    auto found = m_table->next();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Record>();
    CsvRow &row = **found;
    if (!row.problem.isEmpty())
        return std::optional(Record{row.line, std::move(row.raw), Rejected{row.problem}, {}, {}, row.line});
    if (m_table->repeatsHeader(row)) {
        return std::optional(
            Record{row.line, std::move(row.raw), Skipped{Words::tr("the line of column names once more")}});
    }
    if (m_audience.sayForFew(row.cells))
        return std::optional(Record{row.line, std::move(row.raw), Skipped{Words::tr("not public")}});
    m_cells = std::move(row.cells);
    return std::optional(Record{row.line, std::move(row.raw), content(), {}, {}, row.line});
}

Error lacksColumn(const QString &name, const QString &column)
{
    return {Error::Kind::Usage,
            Words::tr("%1 lacks the column “%2” of the form that it was taken for. Import it as csv.")
                .arg(name, column)};
}

bool isWholeId(const QString &id)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !id.isEmpty() && std::all_of(id.begin(), id.end(), isDigit);
}

Rejected shortenedId(const QString &id)
{
    return {Words::tr("The id “%1” is not whole: a spreadsheet shortened it, so its last digits are lost. Take the "
                      "file as it was before.")
                .arg(id)};
}

} // namespace tidemark
