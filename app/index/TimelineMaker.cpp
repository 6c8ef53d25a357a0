#include "index/TimelineMaker.h"

#include "index/DistinctCounter.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace tidemark {

TimelineMaker::TimelineMaker(const Input &input, const TimelineQuestion &question, const TimeSpan &span)
    : m_input(input), m_question(question)
{
    m_timeline.counting = question.counting;
    layOut(span);
    if (question.counting != Counting::Stories)
        findEvents();
}

Timeline TimelineMaker::make(const Bitset &stories)
{
    const qint64 size = m_input.columns.ids.size();
    m_timeline.undated = stories.count(m_input.columns.times.size(), size);
    m_timeline.counts = counted(stories);
    m_timeline.whole = m_question.counting == Counting::Stories ? countedWhole() : counted(Bitset(size, true));
    for (const FacetSets &value : m_input.values) {
        Bitset having(size);
        for (const BlockSet *set : value.sets)
            set->addTo(having);
        having &= stories;
        if (!having.isEmpty())
            m_timeline.series.append({value.key, counted(having)});
    }
    const auto sum = [](const TimelineSeries &series) {
        return std::accumulate(series.counts.cbegin(), series.counts.cend(), qint64(0));
    };
    std::ranges::stable_sort(m_timeline.series, std::greater<>(), sum);
    return std::move(m_timeline);
}

void TimelineMaker::layOut(const TimeSpan &span)
{
    const TimeColumn &times = m_input.columns.times;
    Instant first = std::numeric_limits<Instant>::max();
    Instant last = std::numeric_limits<Instant>::min();
    const auto reach = [&](Instant earliest, Instant latest) {
        first = std::min(first, earliest);
        last = std::max(last, latest);
    };
    if (!times.isEmpty())
        reach(times.first(), times.last());
    if (m_question.counting != Counting::Stories && !m_input.reposts.empty())
        reach(*m_input.reposts.front().postedAt, *m_input.reposts.back().postedAt);
    m_timeline.by = m_question.by.value_or(Granularity::Day);
    const bool hasTimes = first <= last;
    if ((!span.from || !span.until) && !hasTimes)
        return;
    m_from = span.from.value_or(first);
    m_until = span.until.value_or(last + 1);
    if (m_from >= m_until)
        return;
    m_timeline.by = m_question.by
        ? fittingGranularity(m_from, m_until, mostBucketsAsked, m_question.zone, *m_question.by)
        : fittingGranularity(m_from, m_until, m_question.mostBuckets, m_question.zone);
    m_timeline.starts = bucketStarts(m_timeline.by, m_from, m_until, m_question.zone, &m_timeline.end);

    // The span cuts the first and the last bucket.
    m_edges.reserve(static_cast<size_t>(m_timeline.starts.size()) + 1);
    for (const Instant start : std::as_const(m_timeline.starts))
        m_edges.push_back(times.firstNotBefore(m_edges.empty() ? m_from : std::max(start, m_from)));
    m_edges.push_back(times.firstNotBefore(m_until));
}

void TimelineMaker::findEvents()
{
    for (qint64 i = 0; m_input.accounts && i < m_input.accounts->size(); ++i)
        m_largestAccount = std::max(m_largestAccount, m_input.accounts->at(i));
    qsizetype bucket = 0;
    const auto before = [](const IndexedRepost &repost, Instant instant) { return *repost.postedAt < instant; };
    const auto first = std::lower_bound(m_input.reposts.begin(), m_input.reposts.end(), m_from, before);
    for (auto repost = first; repost != m_input.reposts.end() && *repost->postedAt < m_until; ++repost) {
        while (bucket + 1 < m_timeline.starts.size() && m_timeline.starts.at(bucket + 1) <= *repost->postedAt)
            ++bucket;
        if (const auto original = m_input.columns.ordinals.find(repost->original))
            m_events.push_back({bucket, *original, repost->account});
        m_largestAccount = std::max(m_largestAccount, repost->account);
    }
}

QVector<qint64> TimelineMaker::countedWhole() const
{
    QVector<qint64> counts(m_timeline.starts.size());
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const auto edge = static_cast<size_t>(i);
        counts[i] = m_edges[edge + 1] - m_edges[edge];
    }
    return counts;
}

QVector<qint64> TimelineMaker::counted(const Bitset &stories) const
{
    if (m_question.counting == Counting::Accounts)
        return countedAccounts(stories);
    QVector<qint64> counts(m_timeline.starts.size());
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const auto edge = static_cast<size_t>(i);
        counts[i] = stories.count(m_edges[edge], m_edges[edge + 1]);
    }
    for (const Event &event : m_events)
        counts[event.bucket] += stories.contains(event.original) ? 1 : 0;
    return counts;
}

QVector<qint64> TimelineMaker::countedAccounts(const Bitset &stories) const
{
    QVector<qint64> counts(m_timeline.starts.size());
    DistinctCounter accounts(m_largestAccount);
    auto event = m_events.begin();
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const auto edge = static_cast<size_t>(i);
        accounts.beginBucket();
        if (m_input.accounts) {
            stories.forEach(m_edges[edge], m_edges[edge + 1],
                            [&](qint64 ordinal) { accounts.add(m_input.accounts->at(ordinal)); });
        }
        for (; event != m_events.end() && event->bucket == i; ++event) {
            if (stories.contains(event->original))
                accounts.add(event->account);
        }
        counts[i] = accounts.count();
    }
    return counts;
}

} // namespace tidemark
