#pragma once

#include "collection/Collection.h"
#include "command/Invocation.h"

namespace tidemark {

/// The subscription of that name; the Error says where to look for names.
Result<Subscription> subscriptionNamed(const Collection &collection, const QString &name);

/// --since: the beginning of a day in the collection's time zone.
CommandOption sinceOption(const QString &meaning);
Result<std::optional<Instant>> sinceFrom(const Invocation &invocation, const QTimeZone &zone);

/// tidemark sources list
int listSources(const Invocation &invocation);

} // namespace tidemark
