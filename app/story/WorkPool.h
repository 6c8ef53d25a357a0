#pragma once

#include <QThreadPool>

#include <future>
#include <memory>
#include <type_traits>
#include <utility>

namespace tidemark {

/// The threads for whatever may take its time, as many as the machine has cores. Not Qt's global pool, on which the
/// window's own painting waits (Qt Gui shares out large gradients there). Any thread; what still runs when the
/// application object goes is waited for.
QThreadPool *workPool();

/// Does work on one of a pool's threads and on no other: where what QtConcurrent::run() began is waited for, the
/// thread that waits does what has not begun yet, beside those of the pool and out of turn.
template<typename Work>
std::future<std::invoke_result_t<Work>> startOn(QThreadPool &pool, Work work)
{
    auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Work>()>>(std::move(work));
    auto future = task->get_future();
    pool.start([task = std::move(task)] { (*task)(); });
    return future;
}

} // namespace tidemark
