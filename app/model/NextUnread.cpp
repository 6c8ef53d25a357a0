#include "model/NextUnread.h"

#include <QFutureWatcher>

namespace tidemark {

namespace {

/// In an order that time doesn't give: row after row.
StoryId nextRanked(const Selection &some, const Selection &list, qint64 row, bool backward)
{
    const qint64 step = backward ? -1 : 1;
    for (qint64 next = row + step; next >= 0 && next < list.count(); next += step) {
        const StoryId story = list.ids(next, 1, Order::MostRelevant).constFirst();
        if (some.rowOf(story, Order::OldestFirst) >= 0)
            return story;
    }
    return noStory;
}

/// Whether the story of a row is one of some.
bool holds(const Selection &some, const Selection &list, Order order, qint64 row)
{
    const QVector<StoryId> own = row >= 0 ? list.ids(row, 1, order) : QVector<StoryId>();
    return !own.isEmpty() && some.rowOf(own.constFirst(), Order::OldestFirst) >= 0;
}

} // namespace

StoryId nextOf(const Selection &some, const Selection &list, Order order, qint64 row, bool backward)
{
    if (order == Order::MostRelevant && list.isRanked())
        return nextRanked(some, list, row, backward);
    const auto rowIn = [&](qint64 i) { return list.rowOf(some.ids(i, 1, order).constFirst(), order); };
    // The first that stands behind the row, or (backward) on it or behind.
    qint64 low = 0;
    qint64 high = some.count();
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        if (rowIn(middle) < row + (backward ? 0 : 1))
            low = middle + 1;
        else
            high = middle;
    }
    const qint64 at = backward ? low - 1 : low;
    return at >= 0 && at < some.count() ? some.ids(at, 1, order).constFirst() : noStory;
}

NextUnread::NextUnread(Collection *collection, QObject *parent) : QObject(parent), m_collection(collection) {}

void NextUnread::ask(const Selection &list, Order order, qint64 row, bool backward)
{
    if (!m_collection)
        return;
    SelectionQuestion question;
    question.filter = list.filter();
    question.filter.properties.append({Property::Unread});
    question.facets = false;
    using Answer = Result<Selection>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this,
            [this, watcher, list, order, row, backward, number = ++m_number] {
                watcher->deleteLater();
                if (number != m_number || watcher->future().resultCount() == 0)
                    return;
                const Answer answer = watcher->result();
                if (!answer) {
                    if (answer.error().kind != Error::Kind::Cancelled)
                        emit failed(answer.error());
                    return;
                }
                const StoryId story = nextOf(answer.value(), list, order, row, backward);
                if (story == noStory)
                    emit notFound(answer->count() > (holds(answer.value(), list, order, row) ? 1 : 0));
                else
                    emit found(story);
            });
    watcher->setFuture(m_collection->select(question));
}

} // namespace tidemark
