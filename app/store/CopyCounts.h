#pragma once

#include "store/Statement.h"

#include <QHash>

namespace tidemark {

/// Counts the near-copies in sight of one story after another. A group is counted once, so that a page of ten
/// thousand copies of one text costs no more than one of them. Right for as long as nobody writes: within one read
/// transaction.
class CopyCounts final
{
public:
    explicit CopyCounts(Connection &connection);

    Result<qint64> of(StoryId story);
    void forget() { m_counted.clear(); } ///< another moment begins

private:
    Result<qint64> count(qint64 group);

    Statement m_group;
    Statement m_count;
    QHash<qint64, qint64> m_counted; ///< copies by group
};

} // namespace tidemark
