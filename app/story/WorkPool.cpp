#include "story/WorkPool.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace tidemark {

QThreadPool *workPool()
{
    static QThreadPool *const pool = [] {
        static QThreadPool threads;
        qAddPostRoutine([] { threads.waitForDone(); });
        return &threads;
    }();
    return pool;
}

} // namespace tidemark
