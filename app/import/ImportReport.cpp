#include "import/ImportReport.h"

#include <QCoreApplication>

namespace tidemark {

ImportCounts &ImportCounts::operator+=(const ImportCounts &other)
{
    read += other.read;
    added += other.added;
    duplicates += other.duplicates;
    updated += other.updated;
    reposts += other.reposts;
    withdrawn += other.withdrawn;
    skipped += other.skipped;
    rejected += other.rejected;
    originals += other.originals;
    return *this;
}

QString RejectedRecord::place() const
{
    return line > 0 ? QCoreApplication::translate("Import", "line %1").arg(line)
                    : QCoreApplication::translate("Import", "record %1").arg(record);
}

} // namespace tidemark
