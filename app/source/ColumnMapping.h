#pragma once

#include "story/Platform.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace tidemark {

/// What a column of a CSV file can become.
enum class StoryField {
    Text,
    PostedAt,
    Platform,
    NativeId,
    Permalink,
    AuthorId,
    AuthorHandle,
    AuthorName,
    Language,
    ContentWarning,
    MediaDescriptions,
    Hashtags,
    ReplyTo,
    QuoteOf,
    Sensitive,
};

/// "text", "posted_at", "platform", "native_id", "permalink", "author_id", "author", "author_name",
/// "language", "content_warning", "media_descriptions", "hashtags", "reply_to", "quote_of", "sensitive".
QString storyFieldKey(StoryField field);
std::optional<StoryField> storyFieldFromKey(QStringView key);
QString storyFieldName(StoryField field); ///< for people, translated
QVector<StoryField> allStoryFields();

/// Which columns of a CSV file become which field of a story; what is not mapped becomes an attribute.
struct ColumnMapping
{
    QHash<StoryField, QString> columns;    ///< field -> column name as in the header
    std::optional<QStringList> attributes; ///< columns to keep; absent: every one that isn't mapped
    QStringList ticked;  ///< columns that look as if about people and which the user ticked to keep in sight
    QStringList ignored; ///< columns to leave out
    Platform platform = Platform::Other; ///< for files without a platform column
    std::optional<bool> dayFirst;        ///< 3/4/2018: absent means found from the values
    QString timeZone;                    ///< IANA id for times without a zone; empty: unknown, read as UTC

    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;
};

} // namespace tidemark
