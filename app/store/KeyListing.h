#pragma once

#include "story/Result.h"
#include "story/StoryId.h"

namespace tidemark {

class Connection;

/// Lists in the table `identity` what keys of all stories behind this one are told; an address that several share
/// is the first one's. Takes 10 to 15 bytes of memory a key. Within the caller's transaction.
Result<> listKeysAnew(Connection &connection, StoryId after);

} // namespace tidemark
