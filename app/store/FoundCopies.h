#pragma once

#include "store/Statement.h"

#include <unordered_map>
#include <utility>

namespace tidemark {

/// Near-copies that were found among stories that came or changed, to be written.
struct FoundCopies
{
    /// What belongs together, each led to by way of another; what leads to itself is a group's root. A node is a
    /// story, or a group that the collection has by its number turned negative.
    std::unordered_map<qint64, qint64> leadsTo;
    qint64 stories = 0; ///< that were compared
    qint64 last = 0;    ///< of them
};

/// Joins stories into groups, beginning with those that the collection has and with what was joined before.
class CopyJoining final
{
public:
    CopyJoining(Connection &connection, std::unordered_map<qint64, qint64> before)
        : m_groupOf(connection, "SELECT copy_group FROM near_copy WHERE story = ?"), m_leadsTo(std::move(before))
    {
    }

    Result<bool> areTogether(qint64 a, qint64 b);
    Result<> join(qint64 a, qint64 b);
    /// What was joined; afterwards there is nothing.
    std::unordered_map<qint64, qint64> take() { return std::exchange(m_leadsTo, {}); }

private:
    Result<qint64> root(qint64 story);

    Statement m_groupOf;
    std::unordered_map<qint64, qint64> m_leadsTo;
};

/// Writes the groups; the stories up to the last of those that were compared are compared. Within a transaction.
/// Nothing may have changed groups since they were found.
Result<> writeCopies(Connection &connection, FoundCopies found);

} // namespace tidemark
