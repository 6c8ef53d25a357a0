#include "model/CurrentSelection.h"

#include <QFutureWatcher>

#include <utility>

namespace tidemark {

CurrentSelection::CurrentSelection(FilterHistory *history, QObject *parent) : QObject(parent), m_history(history)
{
    connect(history, &FilterHistory::filterChanged, this, &CurrentSelection::ask);
}

void CurrentSelection::setCollection(Collection *collection)
{
    if (m_collection)
        m_collection->disconnect(this);
    drop();
    m_collection = collection;
    setBusy(false);
    m_selection = {};
    emit selectionChanged(m_selection);
    if (!collection)
        return;
    connect(collection, &Collection::changed, this, &CurrentSelection::follow);
    ask();
}

void CurrentSelection::setTimelineQuestion(const TimelineQuestion &question)
{
    const TimelineQuestion before = std::exchange(m_timeline, question);
    m_timeline.zone = before.zone;
    if (m_timeline != before)
        ask();
}

void CurrentSelection::setAttributeFacets(const QStringList &attributes)
{
    if (attributes == m_attributes)
        return;
    m_attributes = attributes;
    ask();
}

void CurrentSelection::follow(const CollectionChange &change)
{
    const bool isAnswerOld = change.stories || change.codings || change.marks || change.codebook;
    if (isAnswerOld || m_collection->facts().zone != m_timeline.zone)
        ask();
}

void CurrentSelection::ask()
{
    if (!m_collection)
        return;
    SelectionQuestion question;
    question.filter = m_history->filter();
    m_timeline.zone = m_collection->facts().zone;
    question.timeline = m_timeline;
    question.keepAlternatives = true;
    question.attributeFacets = m_attributes;

    drop();
    m_asked = m_collection->ask(question);
    using Answer = Result<Selection>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this, [this, watcher, number = m_number] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            answered(number, watcher->result());
    });
    watcher->setFuture(m_asked.answer);
    setBusy(true);
}

void CurrentSelection::drop()
{
    ++m_number;
    const auto asked = std::exchange(m_asked, {});
    if (m_collection && asked.progress)
        m_collection->cancel(asked);
}

void CurrentSelection::answered(quint64 number, const Result<Selection> &answer)
{
    if (number != m_number)
        return;
    m_asked = {};
    setBusy(false);
    if (answer) {
        m_selection = answer.value();
        emit selectionChanged(m_selection);
    } else if (answer.error().kind != Error::Kind::Cancelled) {
        emit failed(answer.error());
    }
}

void CurrentSelection::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    emit busyChanged(busy);
}

} // namespace tidemark
