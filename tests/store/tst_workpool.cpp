#include "story/WorkPool.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>
#include <utility>

using namespace tidemark;

/// Work that is started on a pool.
class tst_workpool : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatTheWorkGives();
    void whoWaitsDoesNothingOfIt();
};

void tst_workpool::givesWhatTheWorkGives()
{
    QThreadPool pool;
    auto number = std::make_unique<int>(42);
    auto answer = startOn(pool, [number = std::move(number)]() mutable { return std::move(number); });
    QCOMPARE(*answer.get(), 42);
}

/// A pool's threads own what they work with, one each: with one more at work, an export read with a connection that
/// another thread was reading with, and crashed.
void tst_workpool::whoWaitsDoesNothingOfIt()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore another;
    auto first = startOn(pool, [&another] { return another.tryAcquire(1, 200); }); // time enough to begin beside it
    QThread *by = nullptr;
    auto second = startOn(pool, [&] {
        by = QThread::currentThread();
        another.release();
    });
    second.get();
    QVERIFY(!first.get());
    QVERIFY(by != nullptr && by != QThread::currentThread());
}

QTEST_APPLESS_MAIN(tst_workpool)
#include "tst_workpool.moc"
