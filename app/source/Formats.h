#pragma once

#include "source/Format.h"

namespace tidemark {

// The forms that are read, each in the file of its reader.
Format activityPubFormat();
Format blueskyFormat();
Format contentLibraryFormat();
Format crowdTangleFormat();
Format csvFormat();
Format facebookPostsFormat();
Format feedFormat();
Format fourCatCsvFormat();
Format jsonFeedFormat();
Format jsonFormat();
Format mastodonFormat();
Format redditFormat();
Format tidemarkFormat();
Format twarcCsvFormat();
Format twitterV1Format();
Format twitterV2Format();
Format xArchivePartFormat();
Format zeeschuimerFormat();

SetFormat facebookArchiveFormat();
SetFormat xArchiveFormat();

SetFormat mastodonArchiveFormat();

/// Every form that is read. Recognition asks in this order; the last, a table with a line of column names, takes
/// what no other does.
const QVector<Format> &formats();

/// Forms that are known by their content and not read.
const QVector<Format> &unreadFormats();

/// Forms of several files, asked in this order by their names.
const QVector<SetFormat> &setFormats();

/// The form with a key; null if there is none.
const Format *formatOf(const QString &key);

/// The key of the form that reads one file: of a form of several files, that of each of them.
QString keyForOneFile(const QString &key);

/// What a key means for people; the key itself if it is unknown.
QString formatName(const QString &key);

/// All keys in reading order, of files and of sets, joined by commas.
QString formatKeys();

/// The longest text that a story may have, in bytes of UTF-8.
inline constexpr qsizetype longestStoryText = 1024 * 1024;

/// Sets a story's time from what the record wrote: what can't be read, or can't be, leaves the story undated.
void setPostedAt(Story &story, const QString &written, Instant now);

/// The story, of its links only those into the web, or why it is set aside (its text is too long) or passed over.
Content checkedStory(Story story);

/// The repost, of its author's links only one into the web. A story in it has been checked already.
Content checkedRepost(Repost repost);

/// The same with the story that it passes on; without it where that has no text.
Content checkedRepost(Repost repost, Story original);

} // namespace tidemark
