#pragma once

#include "source/ColumnMapping.h"
#include "source/Table.h"

namespace tidemark {

/// Whether a mapping can be read from a table: it has the columns that are named, none becomes two fields, and one
/// holds the text. Else the sentence that says what is wrong.
Result<> checkColumns(const ColumnMapping &mapping, const Table &table, const QString &format);

/// Whether a guess of what JSON means is good enough to go by: settings and descriptions of packages hold texts,
/// too. Else the sentence that says what is missing.
Result<> checkGuess(const ColumnMapping &mapping, const Table &table);

} // namespace tidemark
