#include "source/Table.h"

#include "source/CsvTable.h"
#include "source/JsonTable.h"

namespace tidemark {

QVector<QStringList> Table::cellsAhead(qsizetype most) const
{
    QVector<QStringList> rows;
    for (const CsvRow &row : rowsAhead()) {
        if (rows.size() == most)
            break;
        if (row.problem.isEmpty() && !row.isForFew)
            rows << row.cells;
    }
    return rows;
}

Result<std::unique_ptr<Table>> openTable(const QString &format, std::unique_ptr<ByteStream> bytes,
                                         const QString &name, const TableForm &form)
{
    if (format == QLatin1StringView("json"))
        return JsonTable::open(std::move(bytes), name);
    auto table = CsvTable::open(std::move(bytes), name, form);
    return table ? Result<std::unique_ptr<Table>>(std::move(*table)) : table.error();
}

} // namespace tidemark
