#pragma once

#include "source/Labels.h"
#include "story/Platform.h"
#include "story/Result.h"

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
    QVector<LabelColumn> labels;         ///< columns that become codings by hand
    Platform platform = Platform::Other; ///< for files without a platform column
    std::optional<bool> dayFirst;        ///< 3/4/2018: absent means found from the values
    bool excelSerials = false;           ///< small numbers are a spreadsheet's days
    QString timeZone;                    ///< IANA id for times without a zone; empty: unknown, read as UTC
    bool guessRest = false;              ///< fields that columns doesn't name are guessed from the header

    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;
};

/// A mapping as the command line writes it: "text=body,posted_at=date" and "sector,region" (an absent list keeps
/// every column). Beside fields, `dates=day-first|month-first|excel` and `zone=Europe/Berlin` are understood.
/// Fields that aren't named are guessed. Whether the columns exist is checked by the reader, which names those that
/// do.
Result<ColumnMapping> parseMapping(const QString &map, const std::optional<QString> &attributes = {});

} // namespace tidemark
