#include "store/LookupCount.h"

#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<bool> LookupCount::isLoadingWorthIt()
{
    if (++m_count <= m_enough)
        return false;
    const auto stories = m_connection.value(u"SELECT max(id) FROM story"_s);
    if (!stories)
        return stories.error();
    m_enough = std::max(few, stories->toLongLong() / share);
    return m_count > m_enough;
}

void LookupCount::restart()
{
    m_count = 0;
    m_enough = few;
}

} // namespace tidemark
