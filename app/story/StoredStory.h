#pragma once

#include "story/Result.h"
#include "story/StoryRow.h"

#include <QByteArrayView>

namespace tidemark {

/// Which parts of a stored story are read beside its row, texts and author; what isn't read is empty.
struct StoredParts
{
    bool relations = true;
    bool relatedStories = true; ///< their numbers: an index is asked for each
    bool attributes = true;
    bool provenances = true;
    bool codings = true; ///< one by one; the themes in force are there in any case
    bool note = true;
    bool reposts = true;
    bool copies = true;
    bool lists = true; ///< hashtags and descriptions of media
};

/// A relation as it is stored.
struct StoredRelation
{
    Relation::Kind kind = Relation::Kind::Reply;
    QByteArray nativeId;
    StoryId story = noStory; ///< the other, where the collection has it
};

/// Who shared a story, as it is stored.
struct StoredAuthor
{
    QByteArrayView nativeId;
    QByteArrayView handle;
    QByteArrayView name;
    QByteArrayView link;
};

/// A story where the store reads it, for what goes through millions: its texts are UTF-8 and are there until the
/// next story is read.
struct StoredStory
{
    StoryId id = noStory;
    std::optional<Instant> postedAt;
    Platform platform = Platform::Other;
    Voice voice = Voice::Unknown;
    CodedBy voiceBy = CodedBy::Rule;
    ThemeSet themes; ///< in force
    int words = 0;
    bool starred = false;
    qint64 reposts = 0;
    qint64 copies = 0; ///< near-copies beside itself
    QByteArrayView language;
    QByteArrayView text;
    QByteArrayView nativeId;
    QByteArrayView permalink;
    QByteArrayView contentWarning;
    QByteArrayView note;
    StoredAuthor author;
    QStringList mediaDescriptions;
    QStringList hashtags;
    QVector<StoredRelation> relations;
    QVector<Attribute> attributes;
    bool attributesDamaged = false; ///< they can't be read, so there are none
    QVector<qint64> sources;        ///< their numbers, each once, in the order of import
    QVector<ThemeCoding> codings;   ///< in force or overruled, hand last
};

/// What becomes of one chunk of a stream of stories, and then of another: one object serves for many, so that its
/// memory is asked for once.
class StoryChunk
{
public:
    StoryChunk() = default;
    virtual ~StoryChunk() = default;
    Q_DISABLE_COPY_MOVE(StoryChunk)

    /// The stories come in ascending number, on a reading thread; place says where each stands in the order asked
    /// for.
    virtual void add(const StoredStory &story, qsizetype place) = 0;
    /// Called chunk after chunk, in the order asked for, on one thread; leaves it empty.
    virtual Result<> write() = 0;
};

} // namespace tidemark
