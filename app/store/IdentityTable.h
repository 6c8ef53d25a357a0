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
/// A first large import has no index to ask (store/DeferredWork.h): its keys are found by memory alone.
///
/// Within the caller's transaction, by the only writer of the collection. After a rollback what memory holds of it
/// does no harm, for it leads to stories that don't have the key.
class IdentityTable final
{
public:
    explicit IdentityTable(Connection &connection);

    Result<std::optional<StoryId>> find(const QString &key);
    /// A key that another story has stays that story's.
    Result<> add(StoryId id, const QString &key, const OwnKeys &own = {});
    /// Gives the memory back.
    void rest();

    /// From now on there is no index; the table is empty.
    void loseIndex();
    /// There is one again.
    void regainIndex();
    /// More keys than memory is worth: the index should be made.
    [[nodiscard]] bool wantsIndex() const;

private:
    Result<bool> knowsAll();
    Result<> load();
    void note(quint64 hash, StoryId story);

    Connection &m_connection;
    StoryKeys m_keys;
    HashPlaces m_stories;
    bool m_isLoaded = false;
    bool m_isTooLarge = false; ///< for memory: the index is asked each time
    bool m_hasIndex = true;
    LookupCount m_lookups;
};

} // namespace tidemark
