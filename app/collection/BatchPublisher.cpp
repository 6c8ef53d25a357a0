#include "collection/BatchPublisher.h"

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

constexpr qint64 publishEvery = 500;          ///< milliseconds, while an import runs
constexpr qint64 publishShare = 10;           ///< and at most a tenth of the time goes into publishing
constexpr qsizetype mostGathered = 1'000'000; ///< stories and reposts; of more nobody needs a list

} // namespace

BatchPublisher::BatchPublisher(bool showsAtOnce, Publish publish)
    : m_publish(std::move(publish)), m_showsAtOnce(showsAtOnce)
{
    m_sinceLast.start();
}

void BatchPublisher::add(const TouchedStories &batch)
{
    gather(batch);
    if (m_showsAtOnce && m_sinceLast.elapsed() >= std::max(publishEvery, publishShare * m_lastCost))
        flush();
}

void BatchPublisher::gather(const TouchedStories &batch)
{
    m_gathered.changed += batch.changed;
    m_gathered.removed += batch.removed;
    m_gathered.reposts += batch.reposts;
    m_gathered.needsNewIndex = m_gathered.needsNewIndex || batch.needsNewIndex;
    if (m_gathered.changed.size() + m_gathered.removed.size() + m_gathered.reposts.size() > mostGathered) {
        m_gathered = {};
        m_gathered.needsNewIndex = true; // the index is made anew, and reads all of them
    }
}

void BatchPublisher::flush()
{
    QElapsedTimer cost;
    cost.start();
    const Result<> published = m_publish(std::exchange(m_gathered, {}));
    if (m_outcome)
        m_outcome = published;
    m_lastCost = cost.elapsed();
    m_sinceLast.restart();
}

} // namespace tidemark
