#pragma once

#include "collection/CollectionFacts.h"
#include "filter/Filter.h"

#include <QRandomGenerator>

namespace tidemark::test {

/// Filters as people might make them, and odder ones: the same for the same seed.
class RandomFilters
{
public:
    RandomFilters(const CollectionFacts &facts, quint32 seed);

    Filter next();

private:
    WordQuery words(int depth);
    WordQuery leaf();
    FacetTerm facetTerm();
    qint64 someDay();
    QStringList someOf(const QStringList &values);

    CollectionFacts m_facts;
    QRandomGenerator m_random;
};

} // namespace tidemark::test
