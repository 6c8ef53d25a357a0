#pragma once

#include "export/ExportColumns.h"
#include "export/Exporter.h"

#include <QByteArray>

namespace tidemark {

/// What stands beside an export so that it can be understood and repeated: the filter in both forms, rows, span,
/// time zone, columns, profile, reader, codebook and program version, what was replaced, and the file's SHA-256.
/// JSON.
QByteArray manifestJson(const CollectionFacts &facts, const KnownNames &names, const Selection &selection,
                        const ExportSettings &settings, const ExportColumns &columns, const ExportReport &report);

} // namespace tidemark
