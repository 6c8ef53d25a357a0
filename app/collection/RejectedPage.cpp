#include "collection/RejectedPage.h"

namespace tidemark {

Result<QVector<RejectedRecord>> rejectedPage(StoreReader &reader, qint64 run, qint64 after, qint64 most)
{
    const auto stored = reader.rejections(run, after, most);
    if (!stored)
        return stored.error();
    QVector<RejectedRecord> records;
    records.reserve(stored->size());
    for (const StoredRejection &one : stored.value())
        records.append({one.record, one.reason, one.bytes, one.line, one.number});
    return records;
}

} // namespace tidemark
