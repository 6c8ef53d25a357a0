#include "collection/Workers.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace tidemark;

namespace {

/// Stands for a connection: can be held up, and let go by an interrupt.
struct Desk
{
    QThread *madeOn = QThread::currentThread();
    QSemaphore interrupts;

    void interrupt() { interrupts.release(); }
};

using Desks = Workers<Desk>;

constexpr Quiet::Clock::duration anHour = std::chrono::hours(1);

Desks::Make makeDesk()
{
    return [] { return Result<std::unique_ptr<Desk>>(std::make_unique<Desk>()); };
}

} // namespace

class tst_workers : public QObject
{
    Q_OBJECT

private slots:
    void oneThreadKeepsTheOrder();
    void theContextIsUsedWhereItWasMade();
    void aFailedContextAnswersEveryQuestion();
    void closingInterruptsAndCancels();
    void closingDropsQuestions();
    void closingDoesWaitingWork();
    void laterQuestionsAreCancelled();
    void aQuestionIsCancelledWhileItRuns();
    void aQuestionIsCancelledWhileItWaits();
    void shortOnesPassALongOneAndNoOther();
    void cancellingTheLongOneDoesNotTouchTheShortOne();
    void heldOnesLetOthersPass();
    void heldOnesAreCancelledAndDropped();
    void idleWorkComesLast();
    void idleWorkGivesWay();
    void idleWorkWaitsWhileOthersAreAsked();
    void idleWorkComesToItsTurnAmongQuestionsWithoutEnd();
    void idleWorkThatWaitsForQuietHoldsNothingUp();
};

void tst_workers::oneThreadKeepsTheOrder()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QVector<int> seen;
    Job<int> last;
    for (int i = 0; i < 100; ++i) {
        last = workers.ask<int>([i, &seen](Desk &, Progress &) {
            seen.append(i);
            return Result<int>(i);
        });
    }
    QCOMPARE(last.answer.result().value(), 99);
    QVERIFY(std::is_sorted(seen.cbegin(), seen.cend()));
    QCOMPARE(seen.size(), 100);
}

void tst_workers::theContextIsUsedWhereItWasMade()
{
    Desks workers(u"desk"_s, 3, Desks::WhenClosing::DropWaiting, makeDesk());
    for (int i = 0; i < 30; ++i) {
        const auto job = workers.ask<bool>(
            [](Desk &desk, Progress &) { return Result<bool>(desk.madeOn == QThread::currentThread()); });
        QVERIFY(job.answer.result().value());
    }
}

void tst_workers::aFailedContextAnswersEveryQuestion()
{
    const Error error{Error::Kind::Denied, u"The file can't be written."_s};
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting,
                  [error] { return Result<std::unique_ptr<Desk>>(error); });
    for (int i = 0; i < 3; ++i) {
        const auto answer = workers.ask<int>([](Desk &, Progress &) { return Result<int>(1); }).answer.result();
        QVERIFY(!answer);
        QCOMPARE(answer.error(), error);
    }
}

void tst_workers::closingInterruptsAndCancels()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    const auto job = workers.ask<int>([&](Desk &desk, Progress &progress) {
        begun.release();
        desk.interrupts.acquire();
        return Result<int>(progress.isCancelled() ? 1 : 0);
    });
    begun.acquire();
    workers.close();
    QCOMPARE(job.answer.result().value(), 1);
}

void tst_workers::aQuestionIsCancelledWhileItRuns()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    const auto job = workers.ask<int>([&](Desk &desk, Progress &progress) {
        begun.release();
        desk.interrupts.acquire();
        return Result<int>(progress.isCancelled() ? 1 : 0);
    });
    begun.acquire();
    workers.cancel(job.progress);
    QCOMPARE(job.answer.result().value(), 1);
    workers.cancel(job.progress); // it ended
    QCOMPARE(workers.ask<int>([](Desk &, Progress &) { return Result<int>(2); }).answer.result().value(), 2);
}

void tst_workers::aQuestionIsCancelledWhileItWaits()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    QSemaphore end;
    const auto first = workers.ask<int>([&](Desk &, Progress &) {
        begun.release();
        end.acquire();
        return Result<int>(1);
    });
    bool hasRun = false;
    const auto second = workers.ask<int>([&](Desk &, Progress &) {
        hasRun = true;
        return Result<int>(2);
    });
    begun.acquire();
    workers.cancel(second.progress);
    const auto answer = second.answer.result();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    end.release();
    QCOMPARE(first.answer.result().value(), 1);
    QVERIFY(!hasRun);
}

void tst_workers::shortOnesPassALongOneAndNoOther()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    QSemaphore goOn;
    QVector<int> seen;
    bool wasOneNext = false;
    workers.ask<int>([&](Desk &desk, Progress &) {
        begun.release();
        goOn.acquire();
        wasOneNext = workers.isShortOneNext();
        workers.letShortOnesPass(desk);
        seen.append(3);
        return Result<int>(3);
    });
    begun.acquire();
    QVERIFY(!workers.isShortOneNext());
    const auto noted = [&seen](int number) {
        return [&seen, number](Desk &, Progress &) {
            seen.append(number);
            return Result<int>(number);
        };
    };
    const auto first = workers.askShort<int>(noted(1));
    const auto dropped = workers.askShort<int>(noted(0));
    workers.askShort<int>(noted(2));
    workers.ask<int>(noted(4));
    const auto last = workers.askShort<int>(noted(5));
    workers.cancel(dropped.progress);
    goOn.release();
    QCOMPARE(last.answer.result().value(), 5);
    QVERIFY(wasOneNext);
    QVERIFY(!dropped.answer.result());
    QCOMPARE(first.answer.result().value(), 1);
    QCOMPARE(seen, QVector<int>({1, 2, 3, 4, 5}));
}

void tst_workers::cancellingTheLongOneDoesNotTouchTheShortOne()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    QSemaphore goOn;
    const auto longOne = workers.ask<bool>([&](Desk &desk, Progress &progress) {
        begun.release();
        goOn.acquire();
        workers.letShortOnesPass(desk);
        return Result<bool>(progress.isCancelled());
    });
    begun.acquire();
    const auto shortOne = workers.askShort<bool>([&](Desk &desk, Progress &progress) {
        begun.release();
        goOn.acquire();
        return Result<bool>(progress.isCancelled() || desk.interrupts.available() > 0);
    });
    goOn.release();
    begun.acquire();
    workers.cancel(longOne.progress);
    goOn.release();
    QCOMPARE(shortOne.answer.result().value(), false);
    QCOMPARE(longOne.answer.result().value(), true);
}

void tst_workers::heldOnesLetOthersPass()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    workers.hold();
    QVector<int> seen;
    const auto note = [&seen](int number) {
        return [&seen, number](Desk &, Progress &) {
            seen.append(number);
            return Result<int>(number);
        };
    };
    const Job<int> held = workers.askHeld<int>(note(1));
    QVERIFY(workers.ask<int>(note(2)).answer.result());
    QVERIFY(!held.answer.isFinished());
    workers.letHeldCome();
    QCOMPARE(held.answer.result().value(), 1);
    QVERIFY(workers.askHeld<int>(note(3)).answer.result()); // nothing is held any more
    QCOMPARE(seen, (QVector<int>{2, 1, 3}));
}

void tst_workers::heldOnesAreCancelledAndDropped()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    workers.hold();
    const auto answer = [](Desk &, Progress &) { return Result<int>(1); };
    const Job<int> cancelled = workers.askHeld<int>(answer);
    const Job<int> dropped = workers.askHeld<int>(answer);
    workers.cancel(cancelled.progress);
    QVERIFY(cancelled.answer.isFinished());
    QCOMPARE(int(cancelled.answer.result().error().kind), int(Error::Kind::Cancelled));
    QVERIFY(!dropped.answer.isFinished());
    workers.close();
    QCOMPARE(int(dropped.answer.result().error().kind), int(Error::Kind::Cancelled));
}

void tst_workers::idleWorkComesLast()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    QSemaphore end;
    QVector<int> seen;
    workers.ask<int>([&](Desk &, Progress &) {
        begun.release();
        end.acquire();
        return Result<int>(0);
    });
    begun.acquire();
    const auto noted = [&seen](int number) {
        return [&seen, number](Desk &, Progress &) {
            seen.append(number);
            return Result<int>(number);
        };
    };
    const auto idle = workers.askWhenIdle<int>(noted(3));
    workers.ask<int>(noted(1));
    workers.ask<int>(noted(2));
    end.release();
    QCOMPARE(idle.answer.result().value(), 3);
    QCOMPARE(seen, QVector<int>({1, 2, 3}));
}

void tst_workers::idleWorkGivesWay()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    const auto idle = workers.askWhenIdle<int>([&](Desk &, Progress &progress) {
        begun.release();
        while (!progress.isCancelled())
            QThread::yieldCurrentThread();
        return Result<int>(1);
    });
    begun.acquire();
    const auto asked
        = workers.ask<int>([](Desk &, Progress &progress) { return Result<int>(progress.isCancelled() ? 0 : 2); });
    QCOMPARE(asked.answer.result().value(), 2);
    QCOMPARE(idle.answer.result().value(), 1);
}

void tst_workers::idleWorkWaitsWhileOthersAreAsked()
{
    const auto quiet = std::make_shared<Quiet>(Quiet::Clock::duration(), anHour);
    Desks others(u"other"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk(), quiet);
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk(), quiet);
    QSemaphore begun;
    QSemaphore end;
    std::atomic_bool isOver = false;
    others.ask<int>([&](Desk &, Progress &) {
        begun.release();
        end.acquire();
        isOver = true;
        return Result<int>(0);
    });
    begun.acquire();
    // What comes now has waited since now, however long nothing else was to be done.
    QVERIFY(quiet->idleFrom(Quiet::Clock::now()) > Quiet::Clock::now());
    QVERIFY(quiet->idleFrom(Quiet::Clock::now() - 2 * anHour) < Quiet::Clock::now());
    const auto idle = workers.askWhenIdle<int>([&](Desk &, Progress &) { return Result<int>(isOver ? 1 : 0); });
    workers.ask<int>([](Desk &, Progress &) { return Result<int>(2); }).answer.waitForFinished();
    QVERIFY(!idle.answer.isFinished());
    end.release();
    QCOMPARE(idle.answer.result().value(), 1);
}

void tst_workers::idleWorkComesToItsTurnAmongQuestionsWithoutEnd()
{
    const auto quiet = std::make_shared<Quiet>(anHour, Quiet::Clock::duration());
    Desks others(u"other"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk(), quiet);
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk(), quiet);
    QSemaphore begun;
    others.ask<int>([&](Desk &desk, Progress &) {
        begun.release();
        desk.interrupts.acquire();
        return Result<int>(0);
    });
    begun.acquire();
    const auto idle = workers.askWhenIdle<int>([](Desk &, Progress &) { return Result<int>(1); });
    QCOMPARE(idle.answer.result().value(), 1);
}

void tst_workers::idleWorkThatWaitsForQuietHoldsNothingUp()
{
    const auto quiet = std::make_shared<Quiet>(anHour, anHour);
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DoWaiting, makeDesk(), quiet);
    const auto idle = workers.askWhenIdle<int>(
        [](Desk &, Progress &progress) { return Result<int>(progress.isCancelled() ? 1 : 0); });
    QCOMPARE(workers.ask<int>([](Desk &, Progress &) { return Result<int>(2); }).answer.result().value(), 2);
    QVERIFY(!idle.answer.isFinished());
    workers.close();
    QCOMPARE(idle.answer.result().value(), 1);
}

void tst_workers::closingDropsQuestions()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DropWaiting, makeDesk());
    QSemaphore begun;
    workers.ask<int>([&](Desk &desk, Progress &) {
        begun.release();
        desk.interrupts.acquire();
        return Result<int>(0);
    });
    begun.acquire();
    const auto waiting = workers.ask<int>([](Desk &, Progress &) { return Result<int>(2); });
    workers.close();
    QVERIFY(!waiting.answer.result());
    QCOMPARE(waiting.answer.result().error().kind, Error::Kind::Cancelled);
}

void tst_workers::closingDoesWaitingWork()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DoWaiting, makeDesk());
    QSemaphore begun;
    workers.ask<int>([&](Desk &desk, Progress &) {
        begun.release();
        desk.interrupts.acquire();
        return Result<int>(0);
    });
    begun.acquire();
    const auto waiting = workers.ask<int>([](Desk &, Progress &) { return Result<int>(2); });
    workers.close();
    QCOMPARE(waiting.answer.result().value(), 2);
}

void tst_workers::laterQuestionsAreCancelled()
{
    Desks workers(u"desk"_s, 1, Desks::WhenClosing::DoWaiting, makeDesk());
    workers.close();
    const auto late = workers.ask<int>([](Desk &, Progress &) { return Result<int>(2); });
    QCOMPARE(late.answer.result().error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(tst_workers)
#include "tst_workers.moc"
