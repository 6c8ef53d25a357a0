#include "index/Together.h"

#include <QMutex>
#include <QThread>
#include <QThreadPool>
#include <QWaitCondition>

#include <memory>

namespace tidemark {

namespace {

/// Who may still begin and who is at it.
class Gate
{
public:
    bool enter()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_closed)
            return false;
        ++m_inside;
        return true;
    }

    void leave()
    {
        const QMutexLocker lock(&m_mutex);
        --m_inside;
        m_left.wakeAll();
    }

    void closeAndWait()
    {
        const QMutexLocker lock(&m_mutex);
        m_closed = true;
        while (m_inside > 0)
            m_left.wait(&m_mutex);
    }

private:
    QMutex m_mutex;
    QWaitCondition m_left;
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
        const bool started = QThreadPool::globalInstance()->tryStart([gate, &work] {
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
