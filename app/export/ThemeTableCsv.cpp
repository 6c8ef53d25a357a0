#include "export/ThemeTableCsv.h"

#include "export/CsvFormat.h"

using namespace Qt::StringLiterals;

namespace tidemark {

QByteArray themeTableCsv(const ThemeTable &table, TableCells cells, const TableNames &names, ExportReader reader)
{
    constexpr qsizetype all = ThemeTable::all;
    const CsvFormat format(reader, u',');
    QByteArray csv = format.beginning();
    format.appendValue(csv, u"theme"_s);
    format.appendSeparator(csv);
    format.appendValue(csv, u"all"_s);
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        format.appendSeparator(csv);
        format.appendText(csv, names.columns.value(column, table.columns.at(column).key));
    }
    format.endLine(csv);
    for (qsizetype row = all; row < table.rows.size(); ++row) {
        if (row == all)
            format.appendValue(csv, u"all"_s);
        else
            format.appendText(csv, names.rows.value(row, table.rows.at(row).theme));
        for (qsizetype column = all; column < table.columns.size(); ++column) {
            format.appendSeparator(csv);
            format.appendValue(csv,
                               cells == TableCells::Stories
                                   ? QString::number(table.count(row, column))
                                   : QString::number(table.share(cells, row, column), 'f', 6));
        }
        format.endLine(csv);
    }
    return csv;
}

} // namespace tidemark
