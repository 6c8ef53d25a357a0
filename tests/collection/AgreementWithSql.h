#pragma once

#include "RandomFilters.h"
#include "SqlOracle.h"
#include "collection/Collection.h"

#include <QRandomGenerator>

namespace tidemark::test {

/// Asks a collection random filters and plain SQL the same: count, facets, timeline and pages must be equal.
class AgreementWithSql
{
public:
    AgreementWithSql(Collection &collection, quint32 seed);

    /// The first difference, with the filter and the seed, after so many filters; empty: there is none.
    QString disagreement(int filters);
    [[nodiscard]] int found() const { return m_found; } ///< how many of the filters found a story

private:
    QString difference(const Filter &filter);
    QString differingFacets(const Selection &selection, bool keepAlternatives);
    QString differingPages(const Selection &selection);
    TimelineQuestion someTimeline();

    Collection &m_collection;
    quint32 m_seed;
    QRandomGenerator m_random;
    SqlOracle m_oracle;
    RandomFilters m_filters;
    int m_found = 0;
};

} // namespace tidemark::test
