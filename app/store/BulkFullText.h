#pragma once

#include "store/HalfFullText.h"

#include <array>

namespace tidemark {

/// The words of a large import's new stories. Both halves are filled at the same time, each in a database of its
/// own beside the collection (store/HalfFullText.h), and in the end put into the collection's: words find the new
/// stories only then. A setting says behind which story words are missing; where a process ends too early, the next
/// opening adds them from the stored texts (FullText::renewIfOlder).
///
/// On the writer's thread.
class BulkFullText final
{
public:
    /// Worth it for a file of so many bytes, and FTS5 has room for more segments.
    static Result<bool> isFor(Connection &connection, qint64 fileSize);

    /// connection: the writer's.
    static Result<std::unique_ptr<BulkFullText>> begin(Connection &connection);
    ~BulkFullText(); ///< unless finished, what was gathered is thrown away

    /// There was no story before.
    [[nodiscard]] bool isFirst() const { return m_last == noStory; }
    /// Whether it is a story that came since begin(). The others' words are in the collection.
    [[nodiscard]] bool has(StoryId id) const { return id > m_last; }
    void add(StoryId id, const IndexedText &text);
    void remove(StoryId id, const IndexedText &text); ///< with the very words that went in

    /// Says that the collection's full text is behind. Within each batch's transaction.
    Result<> noteBehind(Connection &connection) const;
    void keepBatch(); ///< what came since the last one is in the collection for good
    void dropBatch(); ///< it was rolled back
    [[nodiscard]] qint64 batchBytes() const { return m_batchBytes; } ///< of the words that came since

    /// Nothing more comes: the halves end in their time.
    void endInput();
    /// Waits for both halves and puts them into the collection. A transaction of its own, on a connection of its
    /// own.
    Result<> finish();

    /// Takes away what a process that ended too early left beside a collection.
    static void removeLeftovers(const QString &collection);

private:
    explicit BulkFullText(QString collection) : m_collection(std::move(collection)) {}
    Result<> copyIn();

    QString m_collection;
    StoryId m_last = noStory; ///< of those that were there
    std::array<std::unique_ptr<HalfFullText>, 2> m_halves;
    std::array<std::vector<HalfFullText::Change>, 2> m_batch;
    qint64 m_batchBytes = 0;
};

} // namespace tidemark
