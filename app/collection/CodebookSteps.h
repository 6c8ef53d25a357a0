#pragma once

#include "store/CodebookTables.h"
#include "theme/CodebookHistory.h"

namespace tidemark {

/// What was done to make each version that a collection kept, newest first as they are.
QVector<CodebookStep> stepsOf(const QVector<CodebookVersion> &versions);

} // namespace tidemark
