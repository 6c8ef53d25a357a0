#pragma once

#include "fetch/Standing.h"
#include "source/Json.h"

namespace tidemark {

// What answers of the fediverse say of one post.

/// Whether a page of ActivityPub is about what has this address, and not about something else or nothing.
bool isPageOf(const Json &object, const QString &address);

/// Of a page of it. A server may leave a tombstone where something was.
Standing standingOfObject(const Json &object);

/// Of a status of the API.
Standing standingOfStatus(const Json &status);

/// Of a page that isn't shown, by the status of the answer. tellsOfOthers: the server doesn't keep everything to
/// itself.
Standing standingWithout(int status, bool tellsOfOthers);

} // namespace tidemark
