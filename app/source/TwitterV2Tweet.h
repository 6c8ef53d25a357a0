#pragma once

#include "source/Json.h"
#include "source/Record.h"

#include <QHash>

namespace tidemark {

/// What a page of the API's second version brings beside its tweets. Flattened lines have it inside the tweets, and
/// the tables stay empty.
struct TwitterV2Included
{
    QHash<QString, Json> users;
    QHash<QString, Json> tweets;
    QHash<QString, Json> media;
};
TwitterV2Included includedIn(const Json &page);

/// What a tweet says, together with what was included for it.
Content contentOfTweet(const Json &tweet, const TwitterV2Included &included, Instant now);

} // namespace tidemark
