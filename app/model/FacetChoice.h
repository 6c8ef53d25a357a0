#pragma once

#include "filter/Filter.h"

#include <QString>

namespace tidemark {

/// Which facet: attributes are many, so they need their name besides.
struct FacetKey
{
    Facet facet = Facet::Theme;
    QString attribute; ///< for Facet::Attribute

    friend bool operator==(const FacetKey &, const FacetKey &) = default;
};

/// How a value stands in a filter.
enum class Choice : quint8 { Neutral, Included, Excluded };

Choice choiceOf(const Filter &filter, const FacetKey &facet, const QString &value);

// What a click in a facet makes of the filter. Pure; each gives the new filter and leaves the rest as it was.

/// Only this value: replaces what was included in the facet.
Filter withOnly(const Filter &filter, const FacetKey &facet, const QString &value);

/// This value as well: any of those already included, or this one.
Filter withAny(const Filter &filter, const FacetKey &facet, const QString &value);

/// This value besides: a story must have both (themes; a story has one voice, so there it finds nothing).
Filter withAlso(const Filter &filter, const FacetKey &facet, const QString &value);

/// None of this value.
Filter withExcluded(const Filter &filter, const FacetKey &facet, const QString &value);

/// This value neither included nor excluded.
Filter withCleared(const Filter &filter, const FacetKey &facet, const QString &value);

} // namespace tidemark
