#pragma once

#include "filter/Filter.h"

#include <QString>

#include <array>

namespace tidemark {

/// How a yes-or-no property is written: `is:unread`. `is:read` is unread turned round.
struct PropertyName
{
    QLatin1String key;
    QLatin1String value;
    Property property;
    bool excluded = false;
};

inline constexpr std::array propertyNames{
    PropertyName{QLatin1String("is"), QLatin1String("unread"), Property::Unread, false},
    PropertyName{QLatin1String("is"), QLatin1String("read"), Property::Unread, true},
    PropertyName{QLatin1String("is"), QLatin1String("starred"), Property::Starred, false},
    PropertyName{QLatin1String("is"), QLatin1String("do-not-quote"), Property::DoNotQuote, false},
    PropertyName{QLatin1String("is"), QLatin1String("undated"), Property::Undated, false},
    PropertyName{QLatin1String("is"), QLatin1String("original"), Property::Original, false},
    PropertyName{QLatin1String("is"), QLatin1String("copy"), Property::Original, true},
    PropertyName{QLatin1String("has"), QLatin1String("note"), Property::HasNote, false},
    PropertyName{QLatin1String("has"), QLatin1String("theme"), Property::HasTheme, false},
    PropertyName{QLatin1String("has"), QLatin1String("warning"), Property::HasWarning, false},
    PropertyName{QLatin1String("coded"), QLatin1String("hand"), Property::CodedByHand, false},
};

/// The facets that have a key of their own.
struct FacetName
{
    QLatin1String key;
    Facet facet;
};

inline constexpr std::array facetNames{
    FacetName{QLatin1String("theme"), Facet::Theme},       FacetName{QLatin1String("voice"), Facet::Voice},
    FacetName{QLatin1String("platform"), Facet::Platform}, FacetName{QLatin1String("lang"), Facet::Language},
    FacetName{QLatin1String("source"), Facet::Source},     FacetName{QLatin1String("attr"), Facet::Attribute},
};

} // namespace tidemark
