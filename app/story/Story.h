#pragma once

#include "story/Platform.h"
#include "story/TimeSpan.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace tidemark {

/// Who shared a story. Never shown or exported unless the user asked; kept in a table of its own.
struct Author
{
    QString nativeId; ///< the platform's own id of the account
    QString handle;   ///< without a leading @
    QString name;
    QString link; ///< the profile page

    [[nodiscard]] bool isEmpty() const { return nativeId.isEmpty() && handle.isEmpty() && name.isEmpty(); }
    friend bool operator==(const Author &, const Author &) = default;
};

/// How a story stands to another one of the same platform.
struct Relation
{
    enum class Kind : quint8 { Reply = 1, Quote = 2 };

    Kind kind = Kind::Reply;
    QString nativeId;  ///< of the other story
    QString permalink; ///< of the other story, where known
    QString text;      ///< what the other one said, where the record brings it: context, not a story

    friend bool operator==(const Relation &, const Relation &) = default;
};

/// A column that a file brought and no field of ours holds.
struct Attribute
{
    QString name;
    QString value;
    bool personal = false; ///< looks as if it were about a person: kept out of sight until the user ticks it

    friend bool operator==(const Attribute &, const Attribute &) = default;
};

/// An earlier text of an edited story.
struct EarlierText
{
    std::optional<Instant> writtenAt;
    QString text;

    friend bool operator==(const EarlierText &, const EarlierText &) = default;
};

/// One publicly shared post as a reader understood it, before it has a place in a collection.
struct Story
{
    Platform platform = Platform::Other;
    QString nativeId; ///< the platform's id, as text; empty if the record has none
    QString permalink;
    Author author;

    std::optional<Instant> postedAt; ///< UTC; absent: undated
    QString postedAtText;            ///< the time as the record wrote it
    bool zoneKnown = true;           ///< false: the record gave no zone and postedAt reads it as UTC

    QString text;           ///< plain text as shared: markup and entities already decoded, links expanded
    bool textCut = false;   ///< the record holds only the beginning
    QString contentWarning; ///< the author's own
    QStringList mediaDescriptions;
    QStringList hashtags; ///< without #, where the source lists them; else found in the text

    QString language;              ///< ISO 639-1 (or -3) code, lower case; empty: unknown
    bool languageDetected = false; ///< found by us, not given by the record

    std::optional<bool> sensitive; ///< absent: the record doesn't say
    QStringList withheldIn;        ///< country codes

    QVector<Relation> relations;
    QVector<EarlierText> earlierTexts;
    QStringList editIds; ///< native ids of all versions of an edited story, first to last; empty if unedited
    std::optional<Instant> editedAt;

    QVector<Attribute> attributes;

    friend bool operator==(const Story &, const Story &) = default;
};

} // namespace tidemark
