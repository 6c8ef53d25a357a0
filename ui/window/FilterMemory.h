#pragma once

#include "filter/FilterHistory.h"

#include <QObject>
#include <QTimer>

namespace tidemark {

class Collection;

/// Keeps the filter in force, its locked parts, and where in its stories somebody was reading, with the collection,
/// and brings them back when the collection is opened again.
class FilterMemory final : public QObject
{
    Q_OBJECT

public:
    FilterMemory(Collection *collection, FilterHistory *history, QObject *parent);
    ~FilterMemory() override;

private:
    void keep();
    [[nodiscard]] Filter kept(const QString &key) const;

    Collection *m_collection;
    FilterHistory *m_history;
    ReadingPlace m_keptPlace;
    QTimer m_soon;
};

} // namespace tidemark
