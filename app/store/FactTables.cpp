#include "store/FactTables.h"

#include "store/Compression.h"
#include "store/Connection.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 mostBytesOfAPage = 4 * 1024 * 1024; ///< and at least one record, however long

} // namespace

Result<QVector<StoredSource>> readSources(Connection &connection)
{
    auto rows = connection.select(u"SELECT id, name, format, added_at, size, digest FROM source ORDER BY id"_s);
    if (!rows)
        return rows.error();
    QVector<StoredSource> sources;
    while (rows->next()) {
        sources.append({rows->value(0).toLongLong(), rows->value(1).toString(), rows->value(2).toString(),
                        rows->value(3).toLongLong(), rows->value(4).toLongLong(), rows->value(5).toByteArray()});
    }
    return sources;
}

Result<QVector<StoredRun>> readRuns(Connection &connection)
{
    auto rows = connection.select(u"SELECT import_run.id, source, name, started_at, finished_at, last_record, "
                                  u"read, added, duplicates, updated, "
                                  "reposts, withdrawn, skipped, rejected, originals, skipped_by, preamble, (SELECT "
                                  "count(*) FROM rejected_record WHERE run = "
                                  "import_run.id) FROM import_run "
                                  "JOIN source ON source.id = source ORDER BY import_run.id DESC"_s);
    if (!rows)
        return rows.error();
    QVector<StoredRun> runs;
    while (rows->next()) {
        StoredRun run;
        run.number = rows->value(0).toLongLong();
        run.source = rows->value(1).toLongLong();
        run.sourceName = rows->value(2).toString();
        run.startedAt = rows->value(3).toLongLong();
        if (!rows->isNull(4))
            run.finishedAt = rows->value(4).toLongLong();
        run.lastRecord = rows->value(5).toLongLong();
        int column = 6;
        for (qint64 *const count : {&run.read, &run.added, &run.duplicates, &run.updated, &run.reposts,
                                    &run.withdrawn, &run.skipped, &run.rejected, &run.originals})
            *count = rows->value(column++).toLongLong();
        run.skippedBy = countsFromJson(rows->value(column++).toString());
        run.preamble = rows->value(column++).toByteArray();
        run.setAside = rows->value(column).toLongLong();
        runs.append(run);
    }
    return runs;
}

Result<QVector<StoredRejection>> readRejections(Connection &connection, qint64 run, qint64 after, qint64 most)
{
    auto rows = connection.select(u"SELECT id, record, reason, bytes, line FROM rejected_record WHERE run = ? AND "
                                  "id > ? ORDER BY id LIMIT ?"_s,
                                  {run, after, most});
    if (!rows)
        return rows.error();
    QVector<StoredRejection> rejections;
    qint64 bytes = 0;
    while (bytes < mostBytesOfAPage && rows->next()) {
        rejections.append({rows->value(0).toLongLong(), rows->value(1).toLongLong(), rows->value(2).toString(),
                           decompressed(rows->value(3).toByteArray()), rows->value(4).toLongLong()});
        bytes += rejections.constLast().bytes.size();
    }
    return rejections;
}

QString countsToJson(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        object.insert(each.key(), each.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QMap<QString, qint64> countsFromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    QMap<QString, qint64> counts;
    for (auto each = object.constBegin(); each != object.constEnd(); ++each)
        counts.insert(each.key(), each.value().toInteger());
    return counts;
}

} // namespace tidemark
