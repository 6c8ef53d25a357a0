#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace tidemark {

/// Whether anybody waits for an answer, so that what is left for idle time keeps out of the way: a machine with two
/// cores has none to spare while somebody types. Any thread.
class Quiet final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Idle work waits until nobody has asked anything for so long, but not longer than atMost: where somebody asks
    /// without a pause it comes to its end, too.
    Quiet(Clock::duration pause, Clock::duration atMost) : m_pause(pause), m_atMost(atMost) {}
    Q_DISABLE_COPY_MOVE(Quiet)

    /// Somebody waits for an answer from begin() to end().
    void begin()
    {
        const std::lock_guard lock(m_mutex);
        ++m_waiting;
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        --m_waiting;
        m_answered = Clock::now();
    }

    /// From when on idle work may begin that has waited since a moment: it asks again then.
    [[nodiscard]] Clock::time_point idleFrom(Clock::time_point since) const
    {
        const std::lock_guard lock(m_mutex);
        return std::min(m_waiting > 0 ? Clock::now() + lookAgain : m_answered + m_pause, since + m_atMost);
    }

private:
    static constexpr std::chrono::milliseconds lookAgain{20};

    const Clock::duration m_pause;
    const Clock::duration m_atMost;
    mutable std::mutex m_mutex; // of the standard library, whose waiting ThreadSanitizer can follow
    int m_waiting = 0;
    Clock::time_point m_answered = Clock::now();
};

} // namespace tidemark
