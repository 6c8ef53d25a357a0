#pragma once

#include "store/Connection.h"

namespace tidemark {

/// Counts look-ups in a table that grows with the stories, until it pays to read all its keys into memory: a small
/// import asks the table instead, however many stories there are.
class LookupCount
{
public:
    explicit LookupCount(Connection &connection) : m_connection(connection) {}

    /// Counts one more. True: there were more than 2,000, and more than a fiftieth of the stories.
    Result<bool> isLoadingWorthIt();
    void restart();

private:
    static constexpr qint64 few = 2000;
    static constexpr qint64 share = 50;

    Connection &m_connection;
    qint64 m_count = 0;
    qint64 m_enough = few;
};

} // namespace tidemark
