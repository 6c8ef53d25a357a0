#pragma once

#include "source/ColumnMapping.h"
#include "source/Table.h"

namespace tidemark {

/// Whether a mapping can be read from a table: it has the columns that are named, none becomes two fields, and one
/// holds the text. Else the sentence that says what is wrong.
Result<> checkColumns(const ColumnMapping &mapping, const Table &table, const QString &format);

/// Whether a guess of what a table means is good enough to go by: what programs note of themselves has times and
/// texts, and in JSON settings and descriptions of packages hold texts, too. Else the sentence that says so.
Result<> checkGuess(const ColumnMapping &mapping, const Table &table, const QString &format);

} // namespace tidemark
