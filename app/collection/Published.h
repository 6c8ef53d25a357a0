#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

namespace tidemark {

/// A value that one thread replaces and any thread reads: a reader gets the whole of one version and may keep it.
template<typename T>
class Published final
{
public:
    /// Waits for as long as the value is awaited.
    [[nodiscard]] std::shared_ptr<const T> get() const
    {
        std::unique_lock lock(m_mutex);
        m_came.wait(lock, [this] { return !m_awaited; });
        return m_value;
    }

    void set(T value)
    {
        auto next = std::make_shared<const T>(std::move(value));
        const std::lock_guard lock(m_mutex);
        m_value.swap(next);
        m_awaited = false;
        m_came.notify_all();
    }

    /// Before others know of it: its first value is on its way. Whoever awaits it sets it, or gives up.
    void await()
    {
        const std::lock_guard lock(m_mutex);
        m_awaited = true;
    }

    /// What was awaited doesn't come, if it isn't there: the value is another one then.
    void giveUp(T instead)
    {
        auto next = std::make_shared<const T>(std::move(instead));
        const std::lock_guard lock(m_mutex);
        if (!m_awaited)
            return;
        m_value.swap(next);
        m_awaited = false;
        m_came.notify_all();
    }

    [[nodiscard]] bool isAwaited() const
    {
        const std::lock_guard lock(m_mutex);
        return m_awaited;
    }

private:
    mutable std::mutex m_mutex; // of the standard library, whose waiting ThreadSanitizer can follow
    mutable std::condition_variable m_came;
    std::shared_ptr<const T> m_value = std::make_shared<const T>();
    bool m_awaited = false;
};

} // namespace tidemark
