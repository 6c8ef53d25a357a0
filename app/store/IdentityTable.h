#pragma once

#include "store/HashBits.h"
#include "store/HashPlaces.h"
#include "store/LookupCount.h"
#include "store/StoryKeys.h"

#include <QString>

#include <optional>

namespace tidemark {

/// By which keys the stories are known, during an import. Most records bring keys that nobody has, and asking the
/// table for each costs a walk through an index that is larger than any cache; so once it is worth it, a bit is
/// held in memory for every key that is listed, and only where it is set is the table asked.
///
/// A large import leaves the keys of new stories for its end (store/DeferredWork.h): to put each into the table at
/// once touches pages everywhere. Until then they are found by memory, 32 bits of their hashes and the story's
/// number. Where so many wait that memory has no room, they are listed together, and others begin to wait.
///
/// Within the caller's transaction, by the only writer of the collection. After a rollback what memory holds of it
/// does no harm, for it leads to stories that don't have the key.
class IdentityTable final
{
public:
    /// 234 MiB of hashes.
    static constexpr size_t mostKeys = 24'000'000;

    explicit IdentityTable(Connection &connection, size_t mostWaiting = mostKeys);

    Result<std::optional<StoryId>> find(const QString &key);
    /// The same among keys that are listed, not implied (see OwnKeys::imply()).
    Result<std::optional<StoryId>> findListed(const QString &key);
    /// A key that another story has stays that story's.
    Result<> add(StoryId id, const QString &key, const OwnKeys &own = {});
    /// What its row implies is listed from now on, for it is about to say something else.
    void noteImplied(const OwnKeys &before, const OwnKeys &next);
    /// Gives the memory back.
    void rest();

    /// From now on keys of stories behind this one, the last that there is, wait for fillTable(), once memory knows
    /// of all others. noStory: the table is empty, so that this is so at once.
    void leaveTable(StoryId after);
    /// Memory knows of all that the table has, whether or not that is worth it yet.
    Result<> load();
    /// Memory may hold what was rolled back.
    void doubt() { m_isDoubted = true; }
    /// Lists in the table what waits, or, where it is gone or doubted, what the stories tell.
    Result<> fillTable();
    /// Keys are put into it at once again.
    void regainTable();
    /// So many keys wait that the table should be filled.
    [[nodiscard]] bool wantsTable() const { return m_waiting.size() >= m_mostWaiting; }

private:
    Result<bool> knowsAll();
    [[nodiscard]] bool waits(StoryId story) const;
    Result<std::optional<StoryId>> findBy(const QString &listed, const QString &key);

    Connection &m_connection;
    size_t m_mostWaiting;
    StoryKeys m_keys;
    HashBits m_listed;    ///< keys that the table has
    HashPlaces m_waiting; ///< keys that it lacks
    bool m_isLoaded = false;
    bool m_isDoubted = false;
    std::optional<StoryId> m_after; ///< keys of stories behind this one wait
    LookupCount m_lookups;
};

} // namespace tidemark
