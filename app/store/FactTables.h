#pragma once

#include "store/StoreFacts.h"
#include "story/Result.h"

namespace tidemark {

class Connection;

// What a collection knows beside its stories.

Result<QVector<StoredSource>> readSources(Connection &connection);
Result<QVector<StoredRun>> readRuns(Connection &connection); ///< newest first
/// See StoreReader::rejections().
Result<QVector<StoredRejection>> readRejections(Connection &connection, qint64 run, qint64 after, qint64 most);

/// A map of counts as the JSON object that a column holds.
QString countsToJson(const QMap<QString, qint64> &counts);
QMap<QString, qint64> countsFromJson(const QString &json);

} // namespace tidemark
