#include "window/FilterMemory.h"

#include "collection/Collection.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

namespace {

// A saved copy leaves them out.
QString filterKey()
{
    return u"last_filter"_s;
}

QString placeKey()
{
    return QString::fromLatin1(lastPlaceKey);
}

QString locksKey()
{
    return u"last_locks"_s;
}

} // namespace

FilterMemory::FilterMemory(Collection *collection, FilterHistory *history, QObject *parent)
    : QObject(parent), m_collection(collection), m_history(history)
{
    m_history->setLocked(kept(locksKey()));
    m_history->adjustFilter(kept(filterKey()));
    m_keptPlace = readingPlaceFromText(m_collection->setting(placeKey()));
    m_history->notePlace(m_keptPlace);
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &FilterMemory::keep);
    if (m_collection->facts().readOnly)
        return;
    connect(m_history, &FilterHistory::filterChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_history, &FilterHistory::lockedChanged, &m_soon, qOverload<>(&QTimer::start));
}

FilterMemory::~FilterMemory()
{
    if (m_soon.isActive() || (!m_collection->facts().readOnly && m_history->place() != m_keptPlace))
        keep();
}

/// Empty where it names what the collection doesn't have any more.
Filter FilterMemory::kept(const QString &key) const
{
    const auto known = parseFilter(m_collection->setting(key), m_collection->names());
    const auto *filter = std::get_if<Filter>(&known);
    return filter ? *filter : Filter();
}

void FilterMemory::keep()
{
    m_soon.stop();
    m_collection->setSetting(filterKey(), filterToText(m_history->filter(), m_collection->names()));
    m_keptPlace = m_history->place();
    m_collection->setSetting(placeKey(), readingPlaceToText(m_keptPlace));
    m_collection->setSetting(locksKey(), filterToText(m_history->locked(), m_collection->names()));
}

} // namespace tidemark
