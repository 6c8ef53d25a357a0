#include "story/WorkPool.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <thread>

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
    QSemaphore first;
    auto busy = startOn(pool, [&first] { first.acquire(); });
    QVector<int> done;
    QThread *by = nullptr;
    auto second = startOn(pool, [&] {
        done.append(2);
        by = QThread::currentThread();
    });
    auto third = startOn(pool, [&done] { done.append(3); });
    std::thread release([&first] {
        QThread::msleep(50); // whoever waits would have begun by now
        first.release();
    });
    second.get();
    third.get();
    busy.get();
    release.join();
    QVERIFY(by != QThread::currentThread());
    QCOMPARE(done, (QVector<int>{2, 3}));
}

QTEST_APPLESS_MAIN(tst_workpool)
#include "tst_workpool.moc"
