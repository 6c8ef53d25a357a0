#pragma once

#include "store/Statement.h"
#include "story/TimeSpan.h"

#include <optional>

namespace tidemark {

/// Where a record came from.
struct Origin
{
    Instant importedAt = 0;
    qint64 source = 0;
    qint64 record = 0;

    friend bool operator==(const Origin &, const Origin &) = default;
    bool operator<(const Origin &other) const;
};

/// What story.first_run, first_record and first_minutes say, with what the run says. Within one transaction.
class RunOrigins final
{
public:
    explicit RunOrigins(Connection &connection);

    /// row: with these columns from this one on. Nothing: the story's provenance has all.
    Result<std::optional<Origin>> first(const Statement &row, int column);

private:
    Statement m_find;
    qint64 m_run = 0; ///< asked for last; 0: none
    qint64 m_source = 0;
    Instant m_startedAt = 0;
};

} // namespace tidemark
