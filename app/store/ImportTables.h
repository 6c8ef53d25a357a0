#pragma once

#include "store/BackgroundCheckpoints.h"
#include "store/BulkFullText.h"
#include "store/IdentityTable.h"
#include "store/StoreFacts.h"
#include "store/WriterTables.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// A file to import: the same size and digest are the same source.
struct ImportedFile
{
    QString name; ///< without folders
    QString format;
    qint64 size = 0;
    QByteArray digest;
    QByteArray preamble = {}; ///< see Reader
    QString tableForm = {};   ///< what the user said of how it is written, see tableFormToText()
    bool isWhole = true;      ///< false: some of its records only, by themselves
};

/// Where a record stands and how it came.
struct RecordPlace
{
    qint64 number = 0;
    QByteArray packed; ///< compressed()
    qint64 line = 0;   ///< see Record
};

/// A repost as the store keeps it.
struct RepostEvent
{
    QString key;         ///< of the wrapper
    QString originalKey; ///< of the story that was passed on; empty: nobody knows
    Platform platform = Platform::Other;
    std::optional<Instant> postedAt;
    Author author;
    AuthorKeys authorKeys = {}; ///< none: worked out when it is written
};

/// What imports write: runs, stories with identity and provenance, reposts, withdrawals, rejected records. Batches
/// are transactions; a run's counts go with them, so that they tell what is in the file at any moment.
class ImportTables final
{
public:
    explicit ImportTables(WriterTables &tables);
    Q_DISABLE_COPY_MOVE(ImportTables)

    /// The run to write in: the unfinished one of this very file (read > 0), or a new one. For some of its records
    /// it is always a new one, which counts as finished from the beginning: nothing goes on with it.
    Result<StoredRun> openRun(const ImportedFile &file);
    /// Whether SQLite looks up what each row refers to, which is a tenth of an import; otherwise rows are trusted
    /// to refer to what is there, and nothing may be taken back. Between batches. Checked until a run is opened,
    /// and again behind closeRun().
    Result<> checkReferences(bool checks);
    /// Whether what is written between batches is on the disk before it is told of. Between batches.
    Result<> waitForDisk(bool waits);
    /// More than a batch comes. Within a batch.
    Result<> expectMany() { return m_tables.stories.fullText().expectMany(); }
    /// Does what an import could not end, for want of room on the disk perhaps: before anything else changes
    /// stories.
    Result<> finishEarlier();
    /// Puts the words of a large import's new stories into the collection, which until then has none of them, and
    /// does what else was left for its end.
    Result<> finishBulk();
    /// Nothing more comes, finished or not: what was held for speed is given back.
    void closeRun();

    Result<> beginBatch();
    Result<TouchedStories> commitBatch(const StoredRun &run);
    void dropBatch();
    Result<> finishRun(qint64 run);
    /// The same for a run that need not have brought anything: then nothing of it stays.
    Result<> finishFetch(qint64 run);

    Result<qint64> largestStory(); ///< the number that was given last
    /// Of the words that are held in memory until the batch's end.
    [[nodiscard]] qint64 batchBytes() const { return m_bulk ? m_bulk->batchBytes() : 0; }

    /// Whether the collection keeps records as they came. Known once a run is open.
    [[nodiscard]] bool keepsRaw() const { return m_keepRaw; }

    [[nodiscard]] const AuthorHash &authorHash() const { return m_tables.authors.hash(); }

    // Within a batch, of the open run.
    Result<std::optional<StoryId>> find(const QString &key) { return m_identities.find(key); }
    /// See OwnKeys::imply().
    Result<std::optional<StoryId>> findListed(const QString &key) { return m_identities.findListed(key); }
    Result<bool> isTakenBack(const QString &key) { return m_tables.tombstones.has(key); }
    Result<Story> read(StoryId id) { return m_tables.stories.read(id); }
    Result<StoryId> add(const CodedStory &story, int codebookVersion, const QStringList &keys,
                        const RecordPlace &place);
    /// The story becomes this one; what it was is kept for undoing.
    Result<> change(StoryId id, const Story &before, const CodedStory &story, int codebookVersion,
                    const RecordPlace &place);
    /// More keys by which the story is known. own: what its row says.
    Result<> addKeys(StoryId id, const QStringList &keys, const OwnKeys &own = {});
    Result<> addProvenance(StoryId id, qint64 record);
    /// Whether this source brought the story before, and not by this record.
    Result<bool> isFromAnotherRecord(StoryId id, qint64 record);
    /// Only if its source isn't known to have brought it.
    Result<> addFirstProvenance(StoryId id, qint64 record);
    /// A coding by hand that the file brought; its name is the coder. False: somebody coded that story for that
    /// theme before, and that stays.
    Result<bool> addCoding(StoryId id, int theme, bool present);
    /// The key of the story that a repost passes on; empty where the repost, or its original, isn't known.
    Result<QString> originalKeyOf(const QString &repostKey);
    /// False: it was known; what it passes on is noted where nobody knew.
    Result<bool> addRepost(const RepostEvent &event, qint64 record);
    /// By its key; what isn't there leaves a tombstone too. A reason that hides only (store/HiddenStories.h) hides.
    Result<> takeBack(const QString &key, Platform platform, const QString &reason);
    /// All stories of an account, by its native id.
    Result<> takeAccountBack(Platform platform, const QString &nativeId, const QString &reason);
    Result<> reject(const QString &reason, const RecordPlace &place);
    /// How far a subscription was read with this batch.
    Result<> notePlace(qint64 subscription, const QString &place);
    /// A hidden story stands again where it was shared, and can be seen again.
    Result<> showAgain(StoryId id);

    /// What is left of stories that were changed or taken back leaves the file: values that no story has any more
    /// (store/DoubtedValues.h), and see purgeIfDue(). Behind everything else that a run brings.
    Result<bool> purge(const Progress &progress);

private:
    Result<> keepRaw(StoryId id, const RecordPlace &place);
    Result<> takeBack(StoryId story, const QString &reason);
    Result<> attachReposts(StoryId id, const QStringList &keys);
    void tidyTouched();
    Result<qint64> openSource(const ImportedFile &file);
    Result<> noteFinished(qint64 run);
    Result<> beginBulk(qint64 fileSize);
    Result<> catchUp();
    Result<> listWaiting();
    Result<> keepUp();

    WriterTables &m_tables;
    std::optional<BackgroundCheckpoints> m_checkpoints; ///< of an open run
    std::optional<Transaction> m_batch;
    TouchedStories m_touched;
    qint64 m_run = 0;
    Instant m_startedAt = 0; ///< the run
    qint64 m_source = 0;
    QString m_coder; ///< the file's name
    bool m_keepRaw = true;
    bool m_repostsWait = true;            ///< some repost's original isn't known
    std::unique_ptr<BulkFullText> m_bulk; ///< null: words go straight into the collection
    bool m_isDeferred = false;            ///< see store/DeferredWork.h
    IdentityTable m_identities;
    Statement m_addProvenance;
    Statement m_hasProvenance;
    Statement m_hasThisRecord;
    Statement m_addRaw;
    Statement m_addChange;
    Statement m_addCoding;
    Statement m_addRepost;
    Statement m_findRepost;
    Statement m_nameOriginal;
    Statement m_addRepostProvenance;
    Statement m_waiting;
    Statement m_attach;
    Statement m_removeRepost;
    Statement m_reject;
};

} // namespace tidemark
