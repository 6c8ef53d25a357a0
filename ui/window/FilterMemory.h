#pragma once

#include <QObject>
#include <QTimer>

namespace tidemark {

class Collection;
class FilterHistory;

/// Keeps the filter in force with the collection, and brings it back when the collection is opened again.
class FilterMemory final : public QObject
{
    Q_OBJECT

public:
    FilterMemory(Collection *collection, FilterHistory *history, QObject *parent);
    ~FilterMemory() override;

private:
    void keep();

    Collection *m_collection;
    FilterHistory *m_history;
    QTimer m_soon;
};

} // namespace tidemark
