#pragma once

#include "store/HalfFullText.h"

#include <array>

namespace tidemark {

/// The full text of a collection's first large import. Both halves are filled at the same time, each in a database
/// of its own beside the collection (store/HalfFullText.h), and in the end copied into the collection's, which are
/// empty until then: words find the new stories only afterwards. A setting says that they are behind; where a
/// process ends too early, the next opening fills them from the stored texts (FullText::renewIfOlder).
///
/// On the writer's thread.
class BulkFullText final
{
public:
    /// Worth it for a file of so many bytes, where the collection has no story yet.
    static Result<bool> isFor(Connection &connection, qint64 fileSize);

    /// connection: the writer's.
    static Result<std::unique_ptr<BulkFullText>> begin(Connection &connection);
    ~BulkFullText(); ///< unless finished, what was gathered is thrown away

    void add(StoryId id, const IndexedText &text);
    void remove(StoryId id, const IndexedText &text); ///< with the very words that went in

    /// Says that the collection's full text is behind. Within the first batch's transaction.
    static Result<> noteBehind(Connection &connection);
    void keepBatch(); ///< what came since the last one is in the collection for good
    void dropBatch(); ///< it was rolled back

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
    std::array<std::unique_ptr<HalfFullText>, 2> m_halves;
    std::array<std::vector<HalfFullText::Change>, 2> m_batch;
};

} // namespace tidemark
