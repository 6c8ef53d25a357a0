#pragma once

#include "source/Json.h"
#include "story/Story.h"

namespace tidemark {

// A tweet object as API v1.1 writes it. X's archives and what is captured from its pages share the form.

/// `id_str`, or the number beside it, which some programs have rounded.
QString tweetId(const Json &object);

/// An id that stands in a member of its own; empty where there is none, or a program cut digits off.
QString wholeId(const Json &written);

/// Marks a story with how much of its tweet's id is lost. A long one that stands only as a number may have gone
/// through a program that keeps 53 bits of it.
void noteLostDigits(Story &story, const Json &tweet);

Author authorOfTweet(const Json &user);

/// The time that a tweet gives, as written and as an instant; later times than now are slips.
void readTweetTime(const Json &tweet, Instant now, QString &asWritten, std::optional<Instant> &instant);

/// The text for people: whole where the tweet brings it whole, links expanded.
QString textOfTweet(const Json &tweet);

/// The tweet as a story, with what it answers and quotes.
Story storyOfTweet(const Json &tweet, Author author, Instant now);

} // namespace tidemark
