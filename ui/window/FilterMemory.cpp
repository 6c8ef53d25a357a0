#include "window/FilterMemory.h"

#include "collection/Collection.h"
#include "filter/FilterHistory.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

QString key()
{
    return u"last_filter"_s; // a saved copy leaves it out
}

} // namespace

FilterMemory::FilterMemory(Collection *collection, FilterHistory *history, QObject *parent)
    : QObject(parent), m_collection(collection), m_history(history)
{
    const auto known = parseFilter(m_collection->setting(key()), m_collection->names());
    if (const auto *filter = std::get_if<Filter>(&known))
        m_history->adjustFilter(*filter);
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &FilterMemory::keep);
    if (!m_collection->facts().readOnly)
        connect(m_history, &FilterHistory::filterChanged, &m_soon, qOverload<>(&QTimer::start));
}

FilterMemory::~FilterMemory()
{
    if (m_soon.isActive())
        keep();
}

void FilterMemory::keep()
{
    m_soon.stop();
    m_collection->setSetting(key(), filterToText(m_history->filter(), m_collection->names()));
}

} // namespace tidemark
