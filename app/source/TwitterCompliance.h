#pragma once

#include "source/Json.h"
#include "source/Record.h"

namespace tidemark {

/// What the streams of API v1.1 and v2 and the results of compliance jobs say of tweets and accounts that have to
/// go; their other notices are passed over. Nothing if the record is none of these.
std::optional<Content> complianceNotice(const Json &record);

/// Whether an account, as API v1.1, API v2 or X's pages show it, lets only its followers see its posts; and what
/// becomes of these posts.
bool isProtected(const Json &account);
Skipped ofProtectedAccount();

} // namespace tidemark
