#pragma once

#include <QSet>
#include <QtGlobal>

#include <vector>

namespace tidemark {

/// Counts different account numbers, one bucket after the other, without clearing in between: each number holds
/// the bucket in which it was seen last. Account 0 is unknown and never counted.
class DistinctCounter
{
public:
    explicit DistinctCounter(qint64 largest) : m_seen(largest <= mostStamped ? static_cast<size_t>(largest) + 1 : 0)
    {
    }

    void beginBucket()
    {
        ++m_bucket;
        m_count = 0;
        m_large.clear();
    }

    void add(qint64 account)
    {
        if (account == 0)
            return;
        if (account < 0 || account >= static_cast<qint64>(m_seen.size())) {
            const qsizetype before = m_large.size();
            m_large.insert(account);
            m_count += m_large.size() - before;
            return;
        }
        quint32 &seen = m_seen[static_cast<size_t>(account)];
        m_count += seen == m_bucket ? 0 : 1;
        seen = m_bucket;
    }

    [[nodiscard]] qint64 count() const { return m_count; }

private:
    static constexpr qint64 mostStamped = 100'000'000;

    std::vector<quint32> m_seen;
    QSet<qint64> m_large;
    quint32 m_bucket = 0;
    qint64 m_count = 0;
};

} // namespace tidemark
