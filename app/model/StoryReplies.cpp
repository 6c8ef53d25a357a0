#include "model/StoryReplies.h"

#include "model/Covering.h"

#include <QFutureWatcher>

namespace tidemark {

namespace {

/// Calls then(value) in the context's thread, if the answer is one.
template<typename T, typename Then>
void whenThere(const QFuture<Result<T>> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0 && watcher->result())
            then(watcher->result().value());
    });
    watcher->setFuture(future);
}

} // namespace

StoryReplies::StoryReplies(Collection *collection, const Covering *covering, QObject *parent)
    : QObject(parent), m_collection(collection), m_covering(covering)
{
}

void StoryReplies::ask(StoryId story)
{
    const quint64 number = ++m_number;
    m_story = story;
    whenThere(m_collection->repliesTo(story, most), this, [this, number](const QVector<StoryId> &ids) {
        if (number == m_number && !ids.isEmpty())
            fetch(ids);
    });
}

void StoryReplies::fetch(const QVector<StoryId> &ids)
{
    if (!m_collection)
        return;
    whenThere(m_collection->rows(ids), this, [this, number = m_number](const QVector<StoryRow> &rows) {
        if (number == m_number)
            tell(rows);
    });
}

void StoryReplies::tell(QVector<StoryRow> replies)
{
    for (StoryRow &reply : replies) {
        if (m_covering && m_covering->covers(reply))
            reply.opening.clear();
    }
    emit found(m_story, replies);
}

} // namespace tidemark
