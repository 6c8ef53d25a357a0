#pragma once

#include "index/IndexData.h"
#include "index/Timeline.h"

#include <vector>

namespace tidemark {

/// Makes one timeline: lays out the buckets, finds the ordinals at their edges, and counts. Stories are popcounts
/// of ranges; posts and accounts also walk the reposts in the span.
class TimelineMaker
{
public:
    struct Input
    {
        const IndexColumns &columns;
        const std::vector<IndexedRepost> &reposts;
        const NumberColumn *accounts;  ///< by ordinal; null: unknown
        std::vector<FacetSets> values; ///< of the facet that it is split by
    };

    TimelineMaker(const Input &input, const TimelineQuestion &question, const TimeSpan &span);

    Timeline make(const Bitset &stories);

private:
    /// A repost in the span whose original is there.
    struct Event
    {
        qsizetype bucket;
        qint64 original; ///< ordinal
        qint64 account;
    };

    void layOut(const TimeSpan &span);
    void findEvents();
    [[nodiscard]] QVector<qint64> countedWhole() const;
    [[nodiscard]] QVector<qint64> counted(const Bitset &stories) const;
    [[nodiscard]] QVector<qint64> countedAccounts(const Bitset &stories) const;

    const Input &m_input;
    const TimelineQuestion &m_question;
    Timeline m_timeline;
    Instant m_from = 0;
    Instant m_until = 0;
    std::vector<qint64> m_edges; ///< the ordinals at the buckets' starts, and at the end
    std::vector<Event> m_events; ///< by bucket
    qint64 m_largestAccount = 0;
};

} // namespace tidemark
