#pragma once

#include "command/Invocation.h"

namespace tidemark {

/// --token-from: where a token or app password comes from. Never an argument, for others can see those.
CommandOption tokenOption(const QString &meaning);

/// What it names: the first line of standard input, or an environment variable. Nothing where it isn't given; the
/// Error says what is missing.
Result<std::optional<QString>> tokenFrom(const Invocation &invocation);

} // namespace tidemark
