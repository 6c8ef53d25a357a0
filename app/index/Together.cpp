#include "index/Together.h"

#include "story/WorkPool.h"

#include <QThread>
#include <QThreadPool>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace tidemark {

namespace {

/// Who may still begin and who is at it.
class Gate
{
public:
    bool enter()
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        ++m_inside;
        return true;
    }

    void leave()
    {
        const std::lock_guard lock(m_mutex);
        --m_inside;
        m_left.notify_all();
    }

    void closeAndWait()
    {
        std::unique_lock lock(m_mutex);
        m_closed = true;
        while (m_inside > 0)
            m_left.wait(lock);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_inside = 0;
    bool m_closed = false;
};

} // namespace

int mostHelpers()
{
    static const int helpers = QThread::idealThreadCount() - 1;
    return helpers;
}

void together(int helpers, const std::function<void()> &work)
{
    const auto gate = std::make_shared<Gate>();
    for (int i = 0; i < helpers; ++i) {
        const bool started = workPool()->tryStart([gate, &work] {
            if (!gate->enter())
                return;
            work();
            gate->leave();
        });
        if (!started)
            break;
    }
    work();
    gate->closeAndWait();
}

} // namespace tidemark
