#pragma once

#include "store/Statement.h"

#include <limits>

namespace tidemark {

/// Walks through a table in step with story numbers that ascend: where they lie close together, row after row; a
/// longer gap is jumped. A table that has no more rows costs nothing.
class StoryWalk final
{
public:
    /// sql gives the story's number in column 0, from one on (the only value), in ascending order.
    StoryWalk(Connection &connection, const QByteArray &sql) : m_rows(connection, sql) {}

    Result<bool> to(StoryId id); ///< true: row() is the story's first
    Result<bool> next();         ///< true: row() is another of the same story's

    [[nodiscard]] const Statement &row() const { return m_rows; }

private:
    Result<> step();

    Statement m_rows;
    qint64 m_from
        = std::numeric_limits<qint64>::max(); ///< the story asked for last: from there on no row was passed over
    qint64 m_at = 0;                          ///< the row's story
};

} // namespace tidemark
