#pragma once

#include "source/Json.h"
#include "story/Story.h"

#include <QString>
#include <QStringList>

namespace tidemark {

// What posts and accounts say of who may read them, and who may find them.

/// Whether a status of Mastodon's API is public, or unlisted, and not only for those who are logged in at its
/// server.
bool isOpenStatus(const Json &status);

/// Whether an object or activity of ActivityPub is public, or unlisted.
bool isOpenObject(const Json &object);

/// Marks a story that everybody may read, and that its author kept out of timelines.
void markUnlisted(Story &story, bool isUnlisted);
bool isUnlistedStatus(const Json &status);
bool isUnlistedObject(const Json &object);

/// Whether an account of the fediverse, as the API or its own server shows it, asked not to be found by those who
/// search.
bool shunsSearch(const Json &account);

/// Whether what a column of audiences says of a post, as platforms and people write it, means everybody: "public",
/// "EVERYONE", "nicht gelistet". So does saying nothing, or only a number.
bool isOpenAudience(const QString &audience);

/// Whether a word for who may read a post means fewer than everybody: "private", "Nur Freunde". "Teachers" doesn't,
/// and says for whom it is meant.
bool isNarrowAudience(const QString &audience);

/// Whether a record of whatever form says, itself or in what it is about, that it isn't for everybody.
bool saysThatItIsForFew(const Json &record);

/// Whether a post of Bluesky, or its account, is only for people who are logged in.
bool isForMembersOnly(const Json &view);

/// The labels of a list that nobody took back.
QStringList blueskyLabels(const Json &list);

/// The post itself: a view holds it as `record`, a list of records as `value`.
Json blueskyRecordIn(const Json &view);

/// Its hashtags, in its text and beside it, each once.
QStringList blueskyTags(const Json &record);

/// Calls visit for a value, or for each element if it is a list: ActivityStreams takes one for the other.
template<typename Visit>
void forOneOrEach(const Json &value, Visit visit)
{
    if (value.isArray())
        value.forEach(visit);
    else if (!value.isMissing())
        visit(value);
}

/// The address of an object of ActivityStreams, which may stand for it.
QString objectAddress(const Json &object);

} // namespace tidemark
