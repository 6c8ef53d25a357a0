#pragma once

#include "store/Connection.h"
#include "story/Progress.h"

#include <sqlite3.h>

namespace tidemark {

/// As long as it lives, a wish to stop ends what the connection does, within a single long statement too, with an
/// Error of kind Cancelled. For reading: a statement that writes would take its transaction with it.
class StopsOn final
{
public:
    StopsOn(Connection &connection, const Progress &progress) : m_connection(connection), m_progress(progress)
    {
        const auto isToStop
            = [](void *self) { return static_cast<StopsOn *>(self)->m_progress.isCancelled() ? 1 : 0; };
        sqlite3_progress_handler(connection.handle(), stepsBetween, isToStop, this);
    }
    ~StopsOn() { sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(StopsOn)

private:
    static constexpr int stepsBetween = 1000; ///< of SQLite's machine

    Connection &m_connection;
    const Progress &m_progress;
};

} // namespace tidemark
