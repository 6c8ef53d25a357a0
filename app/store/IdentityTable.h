#pragma once

#include "store/HashPlaces.h"
#include "store/LookupCount.h"
#include "store/StoryKeys.h"

#include <QString>

#include <optional>

namespace tidemark {

/// By which keys the stories are known, during an import. Most records bring keys that nobody has, and asking the
/// table for each costs a walk through an index that is larger than any cache; so once it is worth it, 32 bits of
/// every key's hash are held in memory with the story's number, and only where they lead to a story is the key
/// compared.
///
/// A large import leaves the keys of new stories for its end (store/DeferredWork.h): to put each into the table at
/// once touches pages everywhere. Until then they are found by memory.
///
/// Within the caller's transaction, by the only writer of the collection. After a rollback what memory holds of it
/// does no harm, for it leads to stories that don't have the key.
class IdentityTable final
{
public:
    explicit IdentityTable(Connection &connection);

    Result<std::optional<StoryId>> find(const QString &key);
    /// The same among keys that are listed, not implied (see OwnKeys::imply()).
    Result<std::optional<StoryId>> findListed(const QString &key);
    /// A key that another story has stays that story's.
    Result<> add(StoryId id, const QString &key, const OwnKeys &own = {});
    /// What its row implies is listed from now on, for it is about to say something else.
    void noteImplied(StoryId id, const OwnKeys &before, const OwnKeys &next);
    /// Gives the memory back.
    void rest();

    /// From now on keys of stories behind this one, the last that there is, wait for fillTable(), once memory has
    /// all others. noStory: the table is empty, so that this is so at once.
    void leaveTable(StoryId after);
    /// Memory may hold what was rolled back.
    void doubt() { m_isDoubted = true; }
    /// Lists in the table what memory has, or, where it is gone or doubted, what the stories tell.
    Result<> fillTable();
    /// Keys are put into it at once again.
    void regainTable();
    /// More keys than memory is worth: the table should be filled.
    [[nodiscard]] bool wantsTable() const;

private:
    Result<bool> knowsAll();
    Result<> load();
    void note(quint32 hash, StoryId story);
    [[nodiscard]] bool waits(StoryId story) const;
    Result<std::optional<StoryId>> findBy(const QString &listed, const QString &key);

    Connection &m_connection;
    StoryKeys m_keys;
    HashPlaces m_stories;
    HashPlaces m_waiting; ///< of m_stories, what the table lacks; none where it lacks all
    bool m_isLoaded = false;
    bool m_isTooLarge = false; ///< for memory: the table is asked each time
    bool m_isDoubted = false;
    std::optional<StoryId> m_after; ///< keys of stories behind this one wait
    LookupCount m_lookups;
};

} // namespace tidemark
