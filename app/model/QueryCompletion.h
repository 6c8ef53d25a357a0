#pragma once

#include "filter/FilterText.h"
#include "index/StoryIndex.h"

namespace tidemark {

/// One way to go on with a filter's text.
struct Completion
{
    QString text;    ///< what stands there then: `theme:`, `workplace`
    QString meaning; ///< for people; may be empty

    friend bool operator==(const Completion &, const Completion &) = default;
};

/// What can stand in place of what was typed last.
struct Completions
{
    qsizetype start = 0; ///< of what they replace, up to the cursor, in UTF-16 units
    QVector<Completion> offers;
    bool areValues = false; ///< of the key that stands before; else keys, where a plain word may be meant
};

/// For the word or value that ends at the cursor: keys that begin so, or the values of its key whose text or
/// meaning holds it; languages and attributes have those of the facets. Nothing behind a space, and nothing where
/// the only offer is there already.
Completions completionsAt(const QString &text, qsizetype cursor, const KnownNames &names,
                          const QVector<FacetCounts> &facets = {});

} // namespace tidemark
