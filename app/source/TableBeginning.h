#pragma once

#include "source/CsvTokenizer.h"
#include "source/TableForm.h"

#include <QStringList>

namespace tidemark {

/// What the beginning of a delimited file shows of the rest.
struct TableBeginning
{
    CsvDialect dialect;
    QStringList above; ///< titles, comments and blank lines before the line with the names of the columns
};

/// head: the first bytes as UTF-8; form: what the user says, which counts.
///
/// The dialect is the one under which most rows have as many cells as the first. Lines stand above the names where
/// the first line has none that is known, and a later one does, of more columns than any before; or where comments
/// (#) and lines of a single cell stand before rows that all have as many cells, two or more.
TableBeginning beginningOf(const QByteArray &head, bool carriageReturnEnds, const TableForm &form);

} // namespace tidemark
