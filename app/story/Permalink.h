#pragma once

#include <QString>

namespace tidemark {

/// A permalink in one form, so that equal pages compare equal: https, no www. or mobile host, no fragment, no
/// tracking parameters, no closing slash; x.com is twitter.com. Part of the file format: collections hold hashes of
/// it and not the form itself (store/StoryKeys.h), so that another form would not find their stories again. A
/// change needs a step of the schema that hashes anew.
QString normalPermalink(const QString &permalink);

/// How the key begins by which the story of a page is known, and the whole key; empty where there is no permalink.
inline constexpr QLatin1StringView linkKeyStart("link:");
QString linkKey(const QString &permalink);

} // namespace tidemark
