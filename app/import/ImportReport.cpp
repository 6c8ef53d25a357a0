#include "import/ImportReport.h"

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

} // namespace tidemark
