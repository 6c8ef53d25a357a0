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
/// A first large import has no table to ask (store/DeferredWork.h): its keys are found by memory alone, which is
/// put into the table in the end.
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

    /// From now on the table, which is empty, is neither asked nor written.
    void leaveTable();
    /// Memory may hold what was rolled back.
    void doubt() { m_isDoubted = true; }
    /// Lists in the table what memory has, or, where it is gone or doubted, what the stories tell.
    Result<> fillTable();
    /// It is asked again.
    void regainTable();
    /// More keys than memory is worth: the table should be filled.
    [[nodiscard]] bool wantsTable() const;

private:
    Result<bool> knowsAll();
    Result<> load();
    void note(quint32 hash, StoryId story);
    Result<std::optional<StoryId>> findBy(const QString &listed, const QString &key);

    Connection &m_connection;
    StoryKeys m_keys;
    HashPlaces m_stories;
    bool m_isLoaded = false;
    bool m_isTooLarge = false; ///< for memory: the table is asked each time
    bool m_isDoubted = false;
    bool m_hasTable = true;
    LookupCount m_lookups;
};

} // namespace tidemark
