// What a large import leaves for its end: the words, on threads of their own, and, where it is the first, what can
// be sorted once.
#include "store/ImportTables.h"

#include "store/DeferredWork.h"

#include <utility>

namespace tidemark {

Result<> ImportTables::beginBulk(qint64 fileSize)
{
    const auto isBulk = BulkFullText::isFor(m_tables.connection, fileSize);
    if (!isBulk || !isBulk.value())
        return isBulk ? Result<>() : Result<>(isBulk.error());
    auto begun = BulkFullText::begin(m_tables.connection);
    if (!begun)
        return begun.error();
    m_bulk = std::move(begun).value();
    m_tables.stories.fullText().divertTo(m_bulk.get());
    const auto last = largestStory();
    if (!last)
        return last.error();
    const StoryId after = m_bulk->isFirst() ? noStory : StoryId{last.value()};
    if (auto deferred = deferredWork::defer(m_tables.connection, after); !deferred)
        return deferred;
    m_isDeferred = true;
    m_identities.leaveTable(after);
    return {};
}

/// Does what a large import left for its end. If that fails, keys go on being found by memory, and it is
/// tried again.
Result<> ImportTables::catchUp()
{
    if (!m_isDeferred)
        return {};
    if (auto ordered
        = deferredWork::catchUp(m_tables.connection, [this](StoryId) { return m_identities.fillTable(); });
        !ordered)
        return ordered;
    m_isDeferred = false;
    m_identities.regainTable();
    return keepUp();
}

/// Lists the keys that wait, so that memory stays bounded however large the file is. What else was left for the end
/// goes on being left.
Result<> ImportTables::listWaiting()
{
    const auto last = largestStory();
    if (!last)
        return last.error();
    const StoryId after{last.value()};
    const auto listed = deferredWork::goOn(m_tables.connection, after, [this] { return m_identities.fillTable(); });
    if (!listed)
        return listed;
    m_identities.leaveTable(after);
    const auto kept = keepUp();
    return kept ? m_identities.load() : kept;
}

Result<> ImportTables::finishEarlier()
{
    // By what is put in order, references are followed: only then are they checked again.
    if (auto checked = checkReferences(true); !checked)
        return checked;
    return m_tables.stories.fullText().renewIfOlder();
}

Result<> ImportTables::finishBulk()
{
    m_tables.stories.fullText().divertTo(nullptr);
    const auto bulk = std::exchange(m_bulk, nullptr);
    if (bulk)
        bulk->endInput();
    const auto ordered = catchUp(); // while the words come to their end on threads of their own
    const auto searchable = bulk ? bulk->finish() : Result<>();
    const auto copied = m_checkpoints ? m_checkpoints->finish() : Result<>();
    if (!searchable)
        return searchable;
    return ordered ? copied : ordered;
}

} // namespace tidemark
