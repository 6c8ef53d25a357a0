#include "window/PlaceMemory.h"

#include "list/StoryListView.h"
#include "model/CurrentSelection.h"

#include <utility>

namespace tidemark {

PlaceMemory::PlaceMemory(FilterHistory *history, CurrentSelection *current, StoryListView *list, QObject *parent)
    : QObject(parent), m_history(history), m_current(current), m_list(list), m_wished(history->place())
{
    connect(list, &StoryListView::currentStoryChanged, this, &PlaceMemory::note);
    connect(list, &StoryListView::scrolled, this, &PlaceMemory::note);
    connect(history, &FilterHistory::filterChanged, this, [this] { m_wished = m_history->place(); });
    connect(current, &CurrentSelection::selectionChanged, this, &PlaceMemory::goThere);
}

void PlaceMemory::note()
{
    // While an answer is under way the list still shows the step before.
    if (!m_current->isBusy() && m_wished == ReadingPlace())
        m_history->notePlace({m_list->currentStory(), m_list->topStory()});
}

void PlaceMemory::goThere()
{
    const ReadingPlace place = m_wished;
    if (place.story == noStory || m_list->isListed(place.story))
        m_list->showStory(place.story);
    else
        m_list->readOutside(place.story);
    m_list->showAtTop(place.top);
    m_wished = {};
    note(); // what was chosen while the answer was under way
}

} // namespace tidemark
