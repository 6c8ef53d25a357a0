#pragma once

#include "collection/Job.h"
#include "collection/Quiet.h"

#include <QCoreApplication>
#include <QPromise>
#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <mutex>
#include <vector>

namespace tidemark {

/// A fixed set of threads that take questions from one queue, in order. Each thread makes a Context of its own (a
/// connection, which may be used on no other thread) before its first question; where that fails, every question
/// is answered with the Error. A Context has interrupt(), which any thread may call to end what it is doing.
template<typename Context>
class Workers final
{
public:
    using Make = std::function<Result<std::unique_ptr<Context>>()>;

    /// What becomes of questions that still wait when the workers are closed: answered as cancelled, or done with
    /// their progress cancelled, so that long jobs stop at once and a mark set in the last moment is kept.
    enum class WhenClosing { DropWaiting, DoWaiting };

    /// name is what the system shows for each thread: fifteen letters at most. quiet is shared with others whom
    /// idle work is not to disturb; null: there are none.
    Workers(const QString &name, int threads, WhenClosing whenClosing, Make make,
            std::shared_ptr<Quiet> quiet = nullptr)
        : m_make(std::move(make)),
          m_whenClosing(whenClosing),
          m_quiet(std::move(quiet)),
          m_seats(static_cast<size_t>(threads))
    {
        for (Seat &seat : m_seats) {
            seat.thread.reset(QThread::create([this, &seat] { work(seat); }));
            seat.thread->setObjectName(name);
            seat.thread->start();
        }
    }

    ~Workers() { close(); }
    Q_DISABLE_COPY_MOVE(Workers)

    template<typename T>
    Job<T> ask(std::function<Result<T>(Context &, Progress &)> question)
    {
        return ask(std::move(question), Urgency::Asked);
    }

    /// For what would only wait on its thread for something that is on its way: begins behind letHeldCome(), if
    /// they are held.
    template<typename T>
    Job<T> askHeld(std::function<Result<T>(Context &, Progress &)> question)
    {
        return ask(std::move(question), Urgency::Held);
    }

    /// Before anything is asked.
    void hold()
    {
        const std::lock_guard lock(m_mutex);
        m_holds = true;
    }

    /// Any thread.
    void letHeldCome()
    {
        const std::lock_guard lock(m_mutex);
        m_holds = false;
        for (Task &task : m_held)
            queueUnderLock(std::move(task));
        m_held.clear();
        m_somethingToDo.notify_all();
    }

    /// For what is done in a blink: a long question under way may let it go first, see letShortOnesPass().
    template<typename T>
    Job<T> askShort(std::function<Result<T>(Context &, Progress &)> question)
    {
        return ask(std::move(question), Urgency::Short);
    }

    /// Begins when nothing else waits and all is quiet, and is cancelled as soon as something is asked: it has to
    /// be asked again then.
    template<typename T>
    Job<T> askWhenIdle(std::function<Result<T>(Context &, Progress &)> question)
    {
        return ask(std::move(question), Urgency::WhenIdle);
    }

    /// Any thread. Whether letShortOnesPass() would do something.
    [[nodiscard]] bool isShortOneNext()
    {
        const std::lock_guard lock(m_mutex);
        return isShortOneNextUnderLock();
    }

    /// By a question under way, on its thread and with its Context, where others may use that in between: answers
    /// the short ones that come next. None passes another one that waits.
    void letShortOnesPass(Context &context)
    {
        std::unique_lock lock(m_mutex);
        Seat &seat = *std::ranges::find(m_seats, &context, &Seat::context);
        seat.waiting = seat.progress;
        while (isShortOneNextUnderLock()) {
            const Task task = std::move(m_waiting.front());
            m_waiting.pop_front();
            seat.progress = task.progress;
            lock.unlock();
            task.run(Result<Context *>(&context), *task.progress);
            lock.lock();
        }
        seat.progress = std::move(seat.waiting);
    }

    /// A question that waits is answered as cancelled; one under way is interrupted. Otherwise nothing happens.
    void cancel(const std::shared_ptr<Progress> &progress)
    {
        std::unique_lock lock(m_mutex);
        const auto isMeant = [&progress](const auto &each) { return each.progress == progress; };
        if (const auto seat = std::find_if(m_seats.begin(), m_seats.end(), isMeant); seat != m_seats.end())
            interruptUnderLock(*seat);
        for (const Seat &seat : m_seats) {
            if (seat.waiting == progress)
                progress->cancel();
        }
        for (std::deque<Task> *tasks : {&m_waiting, &m_held}) {
            const auto waiting = std::find_if(tasks->begin(), tasks->end(), isMeant);
            if (waiting == tasks->end())
                continue;
            const Task dropped = std::move(*waiting);
            tasks->erase(waiting);
            lock.unlock();
            dropped.run(Result<Context *>(cancelled()), *dropped.progress);
            return;
        }
    }

    /// Cancels what runs and returns when every thread has ended. Questions asked later are answered as cancelled.
    void close()
    {
        std::deque<Task> dropped;
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
            std::ranges::move(m_held, std::back_inserter(m_waiting));
            m_held.clear();
            for (const Task &task : m_waiting)
                task.progress->cancel();
            if (m_whenClosing == WhenClosing::DropWaiting)
                dropped.swap(m_waiting);
            m_somethingToDo.notify_all();
        }
        for (const Task &task : dropped)
            task.run(Result<Context *>(cancelled()), *task.progress);
        for (Seat &seat : m_seats) {
            do
                interrupt(seat);
            while (seat.thread && !seat.thread->wait(interruptEvery));
            seat.thread.reset();
        }
    }

private:
    enum class Urgency { Asked, Short, WhenIdle, Held };

    struct Task
    {
        std::function<void(const Result<Context *> &, Progress &)> run;
        std::shared_ptr<Progress> progress;
        Urgency urgency = Urgency::Asked;
        Quiet::Clock::time_point asked = Quiet::Clock::now();
    };

    struct Seat
    {
        std::unique_ptr<QThread> thread;
        Context *context = nullptr;
        std::shared_ptr<Progress> progress; ///< of the question under way
        std::shared_ptr<Progress> waiting;  ///< of the one that lets it pass
        Urgency urgency = Urgency::Asked;   ///< likewise
    };

    // A question may begin just after an interrupt, so closing repeats it.
    static constexpr unsigned long interruptEvery = 20; // milliseconds

    static Error cancelled()
    {
        return {Error::Kind::Cancelled,
                QCoreApplication::translate("Collection", "This was stopped before it was done.")};
    }

    template<typename T>
    Job<T> ask(std::function<Result<T>(Context &, Progress &)> question, Urgency urgency)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        auto progress = std::make_shared<Progress>();
        promise->start();
        const QFuture<Result<T>> answer = promise->future();
        put({[promise, question = std::move(question)](const Result<Context *> &context, Progress &of) {
                 promise->addResult(context ? question(**context, of) : Result<T>(context.error()));
                 promise->finish();
             },
             progress, urgency});
        return {answer, progress};
    }

    void put(Task task)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_closing && m_holds && task.urgency == Urgency::Held) {
                m_held.push_back(std::move(task));
                return;
            }
            if (!m_closing) {
                queueUnderLock(std::move(task));
                m_somethingToDo.notify_one();
                return;
            }
        }
        task.run(Result<Context *>(cancelled()), *task.progress);
    }

    [[nodiscard]] bool isShortOneNextUnderLock() const
    {
        return !m_closing && !m_waiting.empty() && m_waiting.front().urgency == Urgency::Short;
    }

    /// What is asked goes before all that is left for idle time, and ends what runs of it.
    void queueUnderLock(Task task)
    {
        if (task.urgency == Urgency::WhenIdle) {
            m_waiting.push_back(std::move(task));
            return;
        }
        const auto isIdle = [](const auto &each) { return each.urgency == Urgency::WhenIdle; };
        m_waiting.insert(std::find_if(m_waiting.begin(), m_waiting.end(), isIdle), std::move(task));
        for (const Seat &seat : m_seats) {
            if (seat.progress && isIdle(seat))
                seat.progress->cancel();
        }
    }

    void interrupt(Seat &seat)
    {
        const std::lock_guard lock(m_mutex);
        if (seat.waiting)
            seat.waiting->cancel();
        interruptUnderLock(seat);
    }

    static void interruptUnderLock(Seat &seat)
    {
        if (seat.progress)
            seat.progress->cancel();
        if (seat.context)
            seat.context->interrupt();
    }

    /// When the next question may begin. At closing idle work is cancelled already, and ends by beginning.
    [[nodiscard]] Quiet::Clock::time_point idleFromUnderLock() const
    {
        const bool rests = m_quiet && !m_closing && m_waiting.front().urgency == Urgency::WhenIdle;
        return rests ? m_quiet->idleFrom(std::max(m_idleEnded, m_waiting.front().asked))
                     : Quiet::Clock::time_point();
    }

    void answer(const Task &task, const Result<Context *> &context)
    {
        const bool isWaitedFor = m_quiet && task.urgency != Urgency::WhenIdle;
        if (isWaitedFor)
            m_quiet->begin();
        task.run(context, *task.progress);
        if (isWaitedFor)
            m_quiet->end();
    }

    void work(Seat &seat)
    {
        Result<std::unique_ptr<Context>> made = m_make();
        const Result<Context *> context
            = made ? Result<Context *>(made.value().get()) : Result<Context *>(made.error());
        std::unique_lock lock(m_mutex);
        seat.context = made ? made.value().get() : nullptr;
        while (true) {
            m_somethingToDo.wait(lock, [this] { return !m_waiting.empty() || m_closing; });
            if (m_waiting.empty())
                break;
            if (const auto from = idleFromUnderLock(); from > Quiet::Clock::now()) {
                m_somethingToDo.wait_until(lock, from);
                continue;
            }
            {
                const Task task = std::move(m_waiting.front());
                m_waiting.pop_front();
                seat.progress = task.progress;
                seat.urgency = task.urgency;
                lock.unlock();
                answer(task, context);
            }
            lock.lock();
            seat.progress.reset();
            if (seat.urgency == Urgency::WhenIdle)
                m_idleEnded = Quiet::Clock::now();
        }
        seat.context = nullptr;
    }

    Make m_make;
    WhenClosing m_whenClosing;
    std::shared_ptr<Quiet> m_quiet;
    std::mutex m_mutex; // of the standard library, whose waiting ThreadSanitizer can follow
    std::condition_variable m_somethingToDo;
    std::deque<Task> m_waiting;
    std::deque<Task> m_held; ///< not among those that wait
    bool m_holds = false;
    Quiet::Clock::time_point m_idleEnded = Quiet::Clock::now(); ///< the last of idle work
    bool m_closing = false;
    std::vector<Seat> m_seats;
};

} // namespace tidemark
