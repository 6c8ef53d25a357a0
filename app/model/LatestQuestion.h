#pragma once

#include "collection/Collection.h"

#include <QFutureWatcher>
#include <QPointer>

#include <functional>
#include <utility>

namespace tidemark {

/// A question to a collection that may be overtaken: only the latest is answered, an older one is cancelled. For
/// answers that Collection::cancel() knows. Lives in the collection's thread.
template<typename Answer>
class LatestQuestion
{
public:
    using Answered = std::function<void(const Result<Answer> &)>;

    /// Waits for a question that was just asked, after the one before was dropped; answered is called in the thread
    /// of context, and not at all once either is gone.
    void await(Collection *collection, const Job<Answer> &asked, QObject *context, const Answered &answered)
    {
        m_collection = collection;
        m_asked = asked;
        auto *watcher = new QFutureWatcher<Result<Answer>>(context);
        QObject::connect(watcher, &QFutureWatcher<Result<Answer>>::finished, context,
                         [this, watcher, answered, number = m_number] {
                             watcher->deleteLater();
                             if (number != m_number || watcher->future().resultCount() == 0)
                                 return;
                             m_asked = {};
                             answered(watcher->result());
                         });
        watcher->setFuture(m_asked.answer);
    }

    /// The question under way, if there is one, is wanted no longer.
    void drop()
    {
        ++m_number;
        const auto asked = std::exchange(m_asked, {});
        if (m_collection && asked.progress)
            m_collection->cancel(asked);
    }

private:
    QPointer<Collection> m_collection;
    Job<Answer> m_asked;
    quint64 m_number = 0;
};

} // namespace tidemark
