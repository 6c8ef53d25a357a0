#pragma once

#include "export/ExportSettings.h"
#include "index/ThemeTable.h"

#include <QByteArray>
#include <QStringList>

namespace tidemark {

/// Names of a table's rows and columns, in their order; where there are none, keys.
struct TableNames
{
    QStringList rows;
    QStringList columns;
};

/// A table of themes as CSV, a line a theme; the first line and the first column of figures are of all stories.
/// Shares are between 0 and 1, with six digits.
QByteArray themeTableCsv(const ThemeTable &table, TableCells cells, const TableNames &names, ExportReader reader);

} // namespace tidemark
