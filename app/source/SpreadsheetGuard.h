#pragma once

#include <QString>

namespace tidemark {

/// Takes off the one apostrophe that an export for spreadsheets puts before a cell that could be taken for a
/// formula or a long number, or that begins with an apostrophe itself. Other cells are given back as they are.
QString withoutGuard(const QString &cell);

} // namespace tidemark
