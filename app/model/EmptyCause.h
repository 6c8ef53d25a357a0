#pragma once

#include "collection/Collection.h"
#include "filter/FilterText.h"

#include <QObject>
#include <QPointer>

namespace tidemark {

/// Why a filter matches no story: the part of it without which there would be some. Asks the collection one
/// count a part, the last part first, for that is the one that was likely added last.
class EmptyCause final : public QObject
{
    Q_OBJECT

public:
    explicit EmptyCause(Collection *collection, QObject *parent = nullptr);

    void ask(const Filter &filter); ///< the latest question wins
    void cancel();

signals:
    void found(const tidemark::FilterChip &chip, qint64 stories); ///< there are so many without it
    void notFound();                                              ///< no single part is the cause

private:
    void askNext();

    QPointer<Collection> m_collection;
    QVector<FilterChip> m_chips; ///< those still to be asked about
    quint64 m_number = 0;
};

} // namespace tidemark
