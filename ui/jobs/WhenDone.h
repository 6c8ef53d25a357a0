#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace tidemark {

/// Calls then(answer) in the context's thread when the future has its answer. A context that is gone by then
/// hears nothing, and neither does one whose future was cancelled without an answer.
template<typename T, typename Then>
void whenDone(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace tidemark
