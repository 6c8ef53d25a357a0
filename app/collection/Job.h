#pragma once

#include "story/Progress.h"
#include "story/Result.h"

#include <QFuture>

#include <memory>

namespace tidemark {

/// A job under way: its answer, and how far it is. Cancelling is `progress->cancel()`.
template<typename T>
struct Job
{
    QFuture<Result<T>> answer;
    std::shared_ptr<Progress> progress;
};

} // namespace tidemark
