#pragma once

#include "filter/Filter.h"

namespace tidemark {

/// What remains of a filter while its words are typed anew: everything but the words.
Filter withoutWords(const Filter &filter);

/// A filter with what was typed into the search box: the typed words take the place of the words, a typed span
/// or list of ids that of the span or the ids; other typed terms come to those that are there.
Filter withTyped(const Filter &filter, const Filter &typed);

/// A filter with one more part, as a chip's `alone`: a span or list of ids takes the place of the one there.
Filter withPart(const Filter &filter, const Filter &part);
Filter withoutPart(const Filter &filter, const Filter &part);
bool hasPart(const Filter &filter, const Filter &part);

} // namespace tidemark
