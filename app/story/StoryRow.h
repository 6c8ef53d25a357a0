#pragma once

#include "story/Platform.h"
#include "story/Story.h"
#include "story/StoryId.h"
#include "story/ThemeSet.h"
#include "story/Voice.h"

#include <QString>
#include <QVector>

#include <optional>

namespace tidemark {

/// What a list shows of a story in a collection.
struct StoryRow
{
    StoryId id = noStory;
    std::optional<Instant> postedAt;
    Platform platform = Platform::Other;
    Voice voice = Voice::Unknown;
    ThemeSet themes;
    ThemeSet hiddenThemes; ///< kept out of sight, in a blind round; they cover a story still
    QString language;
    bool languageDetected = false;
    QString opening; ///< the first 280 characters on one line, handles as person-N unless authors are shown
    int words = 0;
    bool read = false;
    bool starred = false;
    bool doNotQuote = false;
    bool hasNote = false;
    bool hasWarning = false;
    qint64 copies = 0; ///< near-copies beside itself

    friend bool operator==(const StoryRow &, const StoryRow &) = default;
};

/// What assigned a theme or the voice.
enum class CodedBy : quint8 { Rule = 0, Model = 1, Hand = 2 };

/// A theme of a story, and by what. A hand coding can say that the theme is absent.
struct ThemeCoding
{
    int theme = 0;
    CodedBy by = CodedBy::Rule;
    bool present = true;
    std::optional<Instant> madeAt; ///< hand codings
    QString coder = {};            ///< likewise: who; empty: somebody in this collection
    bool settled = false;          ///< likewise: what coders agreed upon who had differed

    friend bool operator==(const ThemeCoding &, const ThemeCoding &) = default;
};

/// Where a story came from: one per source and record that brought it.
struct Provenance
{
    qint64 source = 0;
    QString sourceName;
    qint64 record = 0; ///< the record's number in the source
    Instant importedAt = 0;

    friend bool operator==(const Provenance &, const Provenance &) = default;
};

/// A relation with the other story's number where the collection has it.
struct LinkedRelation
{
    Relation relation;
    StoryId story = noStory;

    friend bool operator==(const LinkedRelation &, const LinkedRelation &) = default;
};

/// Everything about one story, as the reading pane and `tidemark show` need it.
struct StoryPage
{
    StoryRow row;
    QString text; ///< exactly as stored, with handles; see Pseudonyms for what is shown
    QString nativeId;
    QString permalink;
    QString postedAtText;
    bool zoneKnown = true;
    bool textCut = false;
    QString contentWarning;
    bool sensitive = false;
    QStringList mediaDescriptions;
    QStringList hashtags;
    Author author;
    qint64 account = 0; ///< the author's number in the collection; 0: unknown
    QVector<LinkedRelation> relations;
    QVector<Attribute> attributes;
    bool attributesDamaged = false; ///< they can't be read, so there are none
    QVector<EarlierText> earlierTexts;
    QVector<Provenance> provenances;
    QVector<ThemeCoding> codings; ///< in force or overruled, hand last
    CodedBy voiceBy = CodedBy::Rule;
    std::optional<Instant> voiceMadeAt; ///< by hand; absent: unknown
    QString voiceCoder;                 ///< likewise: who; empty: somebody in this collection
    bool voiceSettled = false;          ///< likewise: what coders agreed upon who had differed
    QString note;
    qint64 reposts = 0;
};

} // namespace tidemark
