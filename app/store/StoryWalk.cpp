#include "store/StoryWalk.h"

#include <limits>

namespace tidemark {

namespace {

constexpr int mostSteps = 12;                              ///< beginning anew costs about as much
constexpr qint64 end = std::numeric_limits<qint64>::max(); ///< behind the last row

} // namespace

Result<bool> StoryWalk::to(StoryId id)
{
    const qint64 wanted = toNumber(id);
    const bool goesOn = m_from <= wanted;
    m_from = wanted;
    for (int steps = 0; steps < mostSteps && goesOn && m_at < wanted; ++steps) {
        if (auto stepped = step(); !stepped)
            return stepped.error();
    }
    if (!goesOn || m_at < wanted) {
        m_rows.bind(id);
        if (auto stepped = step(); !stepped)
            return stepped.error();
    }
    return m_at == wanted;
}

Result<bool> StoryWalk::next()
{
    const qint64 story = m_at;
    if (auto stepped = step(); !stepped)
        return stepped.error();
    return m_at == story;
}

Result<> StoryWalk::step()
{
    const auto row = m_rows.next();
    if (!row)
        return row.error();
    m_at = row.value() ? m_rows.number(0) : end;
    return {};
}

} // namespace tidemark
