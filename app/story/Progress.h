#pragma once

#include <QtGlobal>
#include <atomic>

namespace tidemark {

/// How far a long job is. Written by the job's thread, read by any; cancelling is a wish that the job looks at.
struct Progress
{
    std::atomic<qint64> done{0};   ///< in units of total
    std::atomic<qint64> total{-1}; ///< -1: unknown
    std::atomic<qint64> items{0};  ///< stories or records so far
    std::atomic<bool> cancelled{false};

    void cancel() { cancelled.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return cancelled.load(std::memory_order_relaxed); }
};

} // namespace tidemark
