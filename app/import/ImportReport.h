#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace tidemark {

/// What became of the records of one file. Each top-level record is counted once:
/// read = added + duplicates + updated + reposts + withdrawn + skipped + rejected.
struct ImportCounts
{
    qint64 read = 0;
    qint64 added = 0;      ///< records that are new stories
    qint64 duplicates = 0; ///< already there, nothing new
    qint64 updated = 0;    ///< already there, now with a newer text or more known about it
    qint64 reposts = 0;    ///< records that are reposts, whether or not the event was new
    qint64 withdrawn = 0;  ///< deletions that the platform announces, and stories already taken back here
    qint64 skipped = 0;
    qint64 rejected = 0;
    qint64 originals = 0; ///< stories that came inside a repost; not part of the sum

    ImportCounts &operator+=(const ImportCounts &other);
    friend bool operator==(const ImportCounts &, const ImportCounts &) = default;
};

/// A record that was set aside.
struct RejectedRecord
{
    qint64 record = 0; ///< its number in the file
    QString reason;
    QByteArray content = {}; ///< as it came; not in a report
    qint64 line = 0;         ///< see Record; 0: not known
    qint64 number = 0;       ///< in the collection, ascending within an import; not in a report

    [[nodiscard]] QString place() const; ///< "line 17", or "record 3" where the line isn't known
};

struct ImportReport
{
    QString path;
    QString format; ///< the reader's key
    qint64 run = 0; ///< number of the import run, for undoing
    ImportCounts counts;
    QMap<QString, qint64> skippedBy;    ///< reason -> records
    QVector<RejectedRecord> rejections; ///< the first 100
    QStringList notes;                  ///< what was understood
    qint64 continuedFrom = 0;           ///< > 0: an interrupted import of this file went on behind this record
    bool cancelled = false;
    QString brokenOff; ///< why the file couldn't be read to its end; what came before was imported
};

} // namespace tidemark
