#pragma once

#include "model/FacetChoice.h"
#include "theme/Codebook.h"

#include <QString>

namespace tidemark {

/// The facet's name for people: "Themes", "Voices", ...; an attribute's own name.
QString facetName(const FacetKey &facet);

/// A value's name for people: the theme's name ("No theme" for `none`), "Testimony", "Mastodon", "Spanish"
/// ("Unknown language"); sources and attribute values are their own names.
QString facetValueName(Facet facet, const QString &value, const Codebook &codebook);

} // namespace tidemark
