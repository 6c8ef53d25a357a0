#include "store/CopyCounts.h"

#include <algorithm>

namespace tidemark {

CopyCounts::CopyCounts(Connection &connection)
    : m_group(connection, "SELECT copy_group FROM near_copy WHERE story = ?"),
      m_count(
          connection,
          "SELECT count(*) FROM near_copy WHERE copy_group = ? AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE "
          "hidden_story.story = near_copy.story)")
{
}

Result<qint64> CopyCounts::of(StoryId story)
{
    const auto row = m_group.bind(story).next();
    if (!row)
        return row.error();
    if (!row.value())
        return 0;
    const qint64 group = m_group.number(0);
    if (const auto known = m_counted.constFind(group); known != m_counted.cend())
        return *known;
    const auto counted = count(group);
    if (counted)
        m_counted.insert(group, counted.value());
    return counted;
}

/// Of a group with so many in sight each has one copy less.
Result<qint64> CopyCounts::count(qint64 group)
{
    const auto row = m_count.bind(group).next();
    if (!row)
        return row.error();
    return std::max<qint64>(m_count.number(0) - 1, 0);
}

} // namespace tidemark
