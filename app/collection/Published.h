#pragma once

#include <QMutex>
#include <QWaitCondition>

#include <memory>

namespace tidemark {

/// A value that one thread replaces and any thread reads: a reader gets the whole of one version and may keep it.
template<typename T>
class Published final
{
public:
    /// Waits for as long as the value is awaited.
    [[nodiscard]] std::shared_ptr<const T> get() const
    {
        const QMutexLocker lock(&m_mutex);
        while (m_awaited)
            m_came.wait(&m_mutex);
        return m_value;
    }

    void set(T value)
    {
        auto next = std::make_shared<const T>(std::move(value));
        const QMutexLocker lock(&m_mutex);
        m_value.swap(next);
        m_awaited = false;
        m_came.wakeAll();
    }

    /// Before others know of it: its first value is on its way. Whoever awaits it sets it, or gives up.
    void await()
    {
        const QMutexLocker lock(&m_mutex);
        m_awaited = true;
    }

    /// What was awaited doesn't come, if it isn't there: the value is another one then.
    void giveUp(T instead)
    {
        auto next = std::make_shared<const T>(std::move(instead));
        const QMutexLocker lock(&m_mutex);
        if (!m_awaited)
            return;
        m_value.swap(next);
        m_awaited = false;
        m_came.wakeAll();
    }

    [[nodiscard]] bool isAwaited() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_awaited;
    }

private:
    mutable QMutex m_mutex;
    mutable QWaitCondition m_came;
    std::shared_ptr<const T> m_value = std::make_shared<const T>();
    bool m_awaited = false;
};

} // namespace tidemark
