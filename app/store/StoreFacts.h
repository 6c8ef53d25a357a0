#pragma once

#include "index/StoryIndex.h"
#include "story/StoryId.h"
#include "story/Voice.h"
#include "theme/CodedText.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace tidemark {

/// What brought stories, as stored.
struct StoredSource
{
    qint64 number = 0;
    QString name; ///< unique in the collection
    QString format;
    Instant addedAt = 0;
    qint64 size = 0; ///< of the file, in bytes
    QByteArray digest = {};
    bool namesPerson = false; ///< the name holds a handle or the like, or an account of the collection is called so
};

/// One import of one source, as stored.
struct StoredRun
{
    qint64 number = 0;
    qint64 source = 0;
    QString sourceName;
    Instant startedAt = 0;
    std::optional<Instant> finishedAt; ///< absent: cancelled or interrupted
    qint64 lastRecord = 0;             ///< number of the last record that was committed
    qint64 read = 0;
    qint64 added = 0;
    qint64 duplicates = 0;
    qint64 updated = 0;
    qint64 reposts = 0;
    qint64 withdrawn = 0;
    qint64 skipped = 0;
    qint64 rejected = 0;
    qint64 originals = 0;
    QMap<QString, qint64> skippedBy; ///< reason -> records
    QByteArray preamble = {};        ///< see Reader
    qint64 setAside = 0;             ///< rejected records that are kept still
};

/// A record that was set aside, with its bytes.
struct StoredRejection
{
    qint64 number = 0; ///< in the collection, ascending within an import
    qint64 record = 0; ///< its number in the source
    QString reason;
    QByteArray bytes;
    qint64 line = 0; ///< of the file that it was in; 0: not known
};

/// A column that a file brought, as stored.
struct StoredAttribute
{
    QString name;
    qint64 values = 0; ///< distinct values, counted to 51 at most
    bool personal = false;
    bool ticked = false;
};

/// One value of an attribute and the stories that have it, ascending.
struct StoredValue
{
    QString value;
    std::vector<StoryId> stories;
};

/// The settings that go with a collection.
struct StoreSettings
{
    QTimeZone zone = QTimeZone(QByteArrayLiteral("UTC"));
    bool showAuthors = false;
    bool invented = false;      ///< the sample
    bool keepRawRecords = true; ///< each record as it came, compressed
    QStringList publicAccounts;
    QByteArray pseudonymKey;      ///< 32 random bytes, made with the collection
    QHash<QString, QString> free; ///< what setSetting() stored
};

/// Free settings that tell what somebody searched and read: a saved copy leaves them out.
inline constexpr char searchHistoryKey[] = "search_history";
inline constexpr char lastFilterKey[] = "last_filter";
inline constexpr char lastPlaceKey[] = "last_place";
inline constexpr char lastLocksKey[] = "last_locks";

/// Everything the index is made from.
struct IndexContents
{
    QVector<IndexedStory> stories;
    QVector<IndexedRepost> reposts;
    IndexNames names;
};

/// What a change touched, so that the index can follow: StoryIndex::with().
struct TouchedStories
{
    QVector<StoryId> changed; ///< new, or something the index knows is different now
    QVector<StoryId> removed;
    QVector<IndexedRepost> reposts; ///< new ones
    bool needsNewIndex = false; ///< the index has to be made anew, as where reposts of stories that stay are gone
    bool wordsLinger = false;   ///< words of removed stories are still in the WAL, which could not be emptied
};

/// Something a reader notes of a story.
enum class StoryMark : quint8 { Read, Starred, DoNotQuote };

/// What a person said of a theme of one story; absent: nothing.
struct HandTheme
{
    StoryId story = noStory;
    std::optional<bool> present;
    Instant madeAt = 0;             ///< 0: now
    QString coder = {};             ///< who; empty: somebody in this collection
    std::optional<qint64> run = {}; ///< the import that brought it
    bool settled = false;           ///< what coders agreed upon who had differed

    friend bool operator==(const HandTheme &, const HandTheme &) = default;
};

/// What people said of one theme.
struct HandThemes
{
    int theme = 0;
    QVector<HandTheme> values;
};

/// What a person says of a theme of one story, for those who record several themes at once.
struct ThemeAnswer
{
    int theme = 0;
    HandTheme value;

    friend bool operator==(const ThemeAnswer &, const ThemeAnswer &) = default;
};

/// What codes a theme or voice where no person did: a model, by its version, or the rule.
struct LabelCoder
{
    Label label;
    qint64 model = 0; ///< 0: the rule

    friend bool operator==(const LabelCoder &, const LabelCoder &) = default;
};

/// In how many stories people said of a label that it is there, and that it isn't.
struct HandCount
{
    Label label;
    qint64 present = 0;
    qint64 absent = 0;

    friend bool operator==(const HandCount &, const HandCount &) = default;
};

/// The voice a person gave one story; absent: none.
struct HandVoice
{
    StoryId story = noStory;
    std::optional<Voice> voice;
    std::optional<Instant> madeAt = {}; ///< absent: unknown
    QString coder = {};                 ///< who; empty: somebody in this collection
    bool settled = false;               ///< what coders agreed upon who had differed

    friend bool operator==(const HandVoice &, const HandVoice &) = default;
};

/// The note a person wrote on one story; empty: none.
struct HandNote
{
    StoryId story = noStory;
    QString note;

    friend bool operator==(const HandNote &, const HandNote &) = default;
};

} // namespace tidemark
