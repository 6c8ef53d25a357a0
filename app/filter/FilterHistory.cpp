#include "filter/FilterHistory.h"

namespace tidemark {

FilterHistory::FilterHistory(QObject *parent) : QObject(parent) {}

void FilterHistory::setFilter(const Filter &filter)
{
    setFilterWithin(Gesture::None, filter);
}

FilterHistory::Gesture FilterHistory::beginGesture()
{
    return Gesture(++m_gestures);
}

void FilterHistory::setFilterWithin(Gesture gesture, const Filter &filter)
{
    if (filter == this->filter())
        return;
    m_steps.resize(m_current + 1);
    const bool continues = gesture != Gesture::None && gesture == m_gesture;
    if (continues && canGoBack() && m_steps.at(m_current - 1).filter == filter) {
        m_steps.removeLast();
        --m_current;
        m_gesture = Gesture::None;
    } else if (continues) {
        m_steps.last() = {filter, {}};
    } else {
        m_steps.append({filter, {}});
        ++m_current;
        m_gesture = gesture;
    }
    emit filterChanged(filter);
}

void FilterHistory::adjustFilter(const Filter &filter)
{
    if (filter == this->filter())
        return;
    m_steps.resize(m_current + 1);
    m_steps.last().filter = filter;
    emit filterChanged(filter);
}

void FilterHistory::goToStory(StoryId story)
{
    m_steps.resize(m_current + 1);
    m_steps.append({filter(), {story, noStory}});
    goTo(m_current + 1);
}

void FilterHistory::goBack()
{
    if (canGoBack())
        goTo(m_current - 1);
}

void FilterHistory::goForward()
{
    if (canGoForward())
        goTo(m_current + 1);
}

void FilterHistory::clear()
{
    setFilter(commonParts(filter(), m_locked));
}

void FilterHistory::notePlace(const ReadingPlace &place)
{
    m_steps[m_current].place = place;
}

void FilterHistory::goTo(qsizetype step)
{
    m_current = step;
    m_gesture = Gesture::None;
    emit filterChanged(filter());
}

void FilterHistory::setLocked(const Filter &parts)
{
    m_locked = parts;
    emit lockedChanged();
}

} // namespace tidemark
