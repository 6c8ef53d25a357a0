#pragma once

#include "fetch/HttpMessage.h"

#include <optional>

namespace tidemark {

/// How long a feed asks to be left alone between two visits, from what its head says: RSS's `ttl` (minutes) or the
/// syndication module's `updatePeriod` and `updateFrequency` (web.resource.org/rss/1.0/modules/syndication), the
/// longer one. At most a week; nothing if it says nothing. Reads no further than the first entry, and 64 KiB.
std::optional<Milliseconds> feedRhythm(const QByteArray &feed);

} // namespace tidemark
