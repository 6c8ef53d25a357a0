#pragma once

#include "store/Connection.h"
#include "story/Progress.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tidemark {

/// As long as it lives, a wish to stop ends what the connection does, within a single long statement too, with an
/// Error of kind Cancelled. For reading: a statement that writes would take its transaction with it.
///
/// A thread looks for the wish, and interrupts. SQLite's own handler of progress isn't called while its check walks
/// through the trees of a file, which takes minutes in a large one; interrupts are heeded there, too.
class StopsOn final
{
public:
    StopsOn(Connection &connection, const Progress &progress)
        : m_watcher([this, &connection, &progress] { watch(connection, progress); })
    {
    }
    ~StopsOn()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isDone = true;
        }
        m_done.notify_one();
        m_watcher.join();
    }
    Q_DISABLE_COPY_MOVE(StopsOn)

private:
    /// A statement may begin just after an interrupt, so it is repeated.
    void watch(Connection &connection, const Progress &progress)
    {
        constexpr std::chrono::milliseconds interval{20};
        std::unique_lock lock(m_mutex);
        while (!m_done.wait_for(lock, interval, [this] { return m_isDone; })) {
            if (progress.isCancelled())
                connection.interrupt();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_done;
    bool m_isDone = false;
    std::thread m_watcher; ///< begins when all else is there
};

} // namespace tidemark
