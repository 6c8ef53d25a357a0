#pragma once

#include "import/ImportReport.h"
#include "store/StoreReader.h"

namespace tidemark {

constexpr qint64 recordsOfAPage = 1000; ///< for those who read all of what was set aside

/// See Collection::rejectedRecords().
Result<QVector<RejectedRecord>> rejectedPage(StoreReader &reader, qint64 run, qint64 after, qint64 most);

} // namespace tidemark
