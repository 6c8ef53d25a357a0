#pragma once

#include "fetch/HttpMessage.h"
#include "story/TimeSpan.h"

#include <optional>

namespace tidemark {

/// How long a server asks to be left alone, from its Retry-After header: seconds, or any spelling of a date, which
/// counts from the server's own clock where it tells the time. Between a second and a day; nothing if it doesn't
/// say or can't be understood.
std::optional<Milliseconds> retryAfter(const HttpAnswer &answer, Instant now);

/// What a platform's rate-limit headers say: Mastodon's (a time in ISO 8601), Bluesky's and X's (seconds since
/// 1970), Reddit's (seconds left). How long to wait before the next request if nothing is left, at most a day.
std::optional<Milliseconds> untilLimitResets(const HttpAnswer &answer, Instant now);

/// The n-th wait (from 0) for a server that is busy and doesn't say for how long: doubling, with jitter between
/// half of it and the whole. chance lies in [0, 1).
Milliseconds backoff(Milliseconds first, int n, double chance);

} // namespace tidemark
