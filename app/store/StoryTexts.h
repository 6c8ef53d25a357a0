#pragma once

#include "story/Story.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tidemark {

/// How `story_text` tells the time that a record gave: as posted_at_text, or, where that would only repeat
/// story.posted_at, not at all. Stored in collections: never change a number.
enum class PostedAtForm {
    AsGiven = 0,
    Iso = 1,             ///< see UtcText
    IsoMilliseconds = 2, ///< likewise
    Twitter = 3,         ///< likewise
};

/// A story's texts as the tables hold them: UTF-8, without what other columns say. Made where the story is coded,
/// on any thread, so that the one that writes only has to hand them to SQLite.
struct StoryTexts
{
    QByteArray language;
    QByteArray text;
    QByteArray nativeId;
    QByteArray permalink;  ///< what permalinkForm leaves of it
    int permalinkForm = 0; ///< 0: all of it stands in permalink; else how it begins and goes on, behind it nativeId
    QByteArray postedAtText; ///< empty unless postedAtForm is AsGiven
    PostedAtForm postedAtForm = PostedAtForm::AsGiven;
    QByteArray contentWarning;
    QByteArray mediaDescriptions; ///< this and the following as stringsToColumn() writes them
    QByteArray hashtags;
    QByteArray withheldIn;
    QByteArray editIds;
};

StoryTexts storyTexts(const Story &story);

/// The permalink as it was, in SQL over `story_text`.
QByteArray wholePermalink();

/// A story's list of strings as columns of `story_text` hold it: words with a space between them; as
/// stringsToJson() writes it where one of them isn't a word, and in rows of older versions.
QString stringsToColumn(const QStringList &strings);
QStringList stringsFromColumn(const QString &column);

/// The time as the record gave it, by what the columns posted_at_text, posted_at_form and posted_at hold.
QString postedAtText(const QString &stored, qint64 form, std::optional<Instant> postedAt);

} // namespace tidemark
