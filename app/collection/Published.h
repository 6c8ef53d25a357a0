#pragma once

#include <QMutex>

#include <memory>

namespace tidemark {

/// A value that one thread replaces and any thread reads: a reader gets the whole of one version and may keep it.
template<typename T>
class Published final
{
public:
    [[nodiscard]] std::shared_ptr<const T> get() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_value;
    }

    void set(T value)
    {
        auto next = std::make_shared<const T>(std::move(value));
        const QMutexLocker lock(&m_mutex);
        m_value.swap(next);
    }

private:
    mutable QMutex m_mutex;
    std::shared_ptr<const T> m_value = std::make_shared<const T>();
};

} // namespace tidemark
