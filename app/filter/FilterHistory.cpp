#include "filter/FilterHistory.h"

namespace tidemark {

FilterHistory::FilterHistory(QObject *parent) : QObject(parent) {}

void FilterHistory::setFilter(const Filter &filter)
{
    if (filter == this->filter())
        return;
    m_steps.resize(m_current + 1);
    m_steps.append(filter);
    ++m_current;
    emit filterChanged(filter);
}

void FilterHistory::adjustFilter(const Filter &filter)
{
    if (filter == this->filter())
        return;
    m_steps.resize(m_current + 1);
    m_steps.last() = filter;
    emit filterChanged(filter);
}

void FilterHistory::goBack()
{
    if (!canGoBack())
        return;
    --m_current;
    emit filterChanged(filter());
}

void FilterHistory::goForward()
{
    if (!canGoForward())
        return;
    ++m_current;
    emit filterChanged(filter());
}

} // namespace tidemark
