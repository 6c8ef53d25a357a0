#include "model/CurrentSelection.h"

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
    m_question.drop();
    m_collection = collection;
    setBusy(false);
    m_selection = {};
    if (!collection) {
        emit selectionChanged(m_selection);
        return;
    }
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

void CurrentSelection::setRanked(bool ranked)
{
    if (ranked == m_ranked)
        return;
    m_ranked = ranked;
    if (ranked)
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
    askNow(true);
    setBusy(true);
}

void CurrentSelection::askNow(bool mayBePreview)
{
    SelectionQuestion question;
    question.filter = m_history->filter();
    m_timeline.zone = m_collection->facts().zone;
    question.timeline = m_timeline;
    question.keepAlternatives = true;
    question.attributeFacets = m_attributes;
    question.ranked = m_ranked;
    question.mayBePreview = mayBePreview;

    m_question.drop();
    m_question.await(m_collection, m_collection->ask(question), this,
                     [this](const Result<Selection> &answer) { answered(answer); });
}

/// A preview without the place where somebody was reading isn't shown: the list would jump there in a moment.
bool CurrentSelection::isShown(const Selection &selection) const
{
    const ReadingPlace &place = m_history->place();
    const auto isKnown = [&](StoryId story) {
        return story == noStory || selection.rowOf(story, Order::NewestFirst) >= 0
            || selection.rowOf(story, Order::OldestFirst) >= 0;
    };
    return !selection.isPreview() || (isKnown(place.story) && isKnown(place.top));
}

void CurrentSelection::answered(const Result<Selection> &answer)
{
    if (answer && answer->isPreview())
        askNow(false);
    if (answer && !isShown(answer.value()))
        return;
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
