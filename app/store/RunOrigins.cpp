#include "store/RunOrigins.h"

#include <tuple>

namespace tidemark {

namespace {

constexpr qint64 minute = 60'000; // in milliseconds

} // namespace

bool Origin::operator<(const Origin &other) const
{
    return std::tie(importedAt, source, record) < std::tie(other.importedAt, other.source, other.record);
}

RunOrigins::RunOrigins(Connection &connection)
    : m_find(connection, "SELECT source, started_at FROM import_run WHERE id = ?")
{
}

Result<std::optional<Origin>> RunOrigins::first(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::optional<Origin>();
    const qint64 run = row.number(column);
    if (run != m_run) {
        const auto found = m_find.bind(run).next();
        if (!found || !found.value())
            return found ? Result<std::optional<Origin>>(std::nullopt) : found.error();
        m_run = run;
        m_source = m_find.number(0);
        m_startedAt = m_find.number(1);
    }
    return std::optional(Origin{m_startedAt + minute * row.number(column + 2), m_source, row.number(column + 1)});
}

} // namespace tidemark
