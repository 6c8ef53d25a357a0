#pragma once

#include "story/Story.h"

namespace tidemark {

/// What a collection should hold of a story that another record tells of too. Which text is newer is decided by
/// the edit lists and times, never by which came first; the older one is kept as an earlier text. What the stored
/// story lacks is filled in. Equal to stored if the record says nothing new.
Story merged(const Story &stored, const Story &incoming);

} // namespace tidemark
