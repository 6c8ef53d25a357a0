#pragma once

#include "source/Json.h"

#include "story/Story.h"

#include <QString>

#include <initializer_list>

namespace tidemark {

/// Whether an object of ActivityStreams is of one of these types. It may name several: ["bw:Comment", "Note"].
bool isOfType(const Json &object, std::initializer_list<QLatin1StringView> types);

/// Whether an object is what people write: a note, article, question or page.
bool isActivityPubPost(const Json &object);

/// Who did something: "https://social.example/users/someone" is someone@social.example.
Author activityPubActor(const Json &actor);

/// A post, with what the activity that brought it says of it; that may be missing.
Story storyOfPost(const Json &note, const Json &activity, Instant now);

} // namespace tidemark
