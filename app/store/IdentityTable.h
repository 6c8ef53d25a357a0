#pragma once

#include "store/HashPlaces.h"
#include "store/HashSet.h"
#include "store/LookupCount.h"
#include "store/Statement.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// By which keys the stories are known, during an import. Most records bring keys that nobody has, and asking the
/// table for each costs a walk through an index that is larger than any cache; so a set holds a 64-bit hash of
/// every key, and only where the hash is known the key itself is looked for. New keys wait until flush() and go in
/// sorted, so that a batch touches each page of the index once.
///
/// A first large import has no table yet to keep in order: its keys are gathered as they come
/// (store/DeferredWork.h) and sorted once, in the end. Until then the places of gathered keys are remembered by
/// their hashes.
///
/// Within the caller's transaction, by the only writer of the collection. What waits isn't in the table: flush()
/// before anybody else asks it.
class IdentityTable final
{
public:
    explicit IdentityTable(Connection &connection);

    Result<std::optional<StoryId>> find(const QString &key);
    /// A key that another story has stays that story's.
    Result<> add(StoryId id, const QString &key);
    Result<> flush();
    /// After a rollback: what waited is dropped. Hashes without a key do no harm.
    void drop() { m_waiting.clear(); }
    /// Gives the memory back.
    void rest();

    /// From now on keys are gathered in gathered_identity, and the table is empty.
    void gather();
    /// They are in the table now.
    void stopGathering();
    /// More keys than memory is worth: they should be put into the table.
    [[nodiscard]] bool hasGatheredEnough() const;

private:
    /// Where a first large import gathers.
    struct Gathered
    {
        explicit Gathered(Connection &connection);
        HashPlaces places;
        Statement add;
        Statement read;
    };

    Result<std::optional<StoryId>> findGathered(const QString &key);
    Result<> flushGathered();
    Result<bool> mayHave(const QString &key);
    Result<> load();
    void note(QStringView key);

    Connection &m_connection;
    HashSet m_known;
    bool m_isLoaded = false;
    bool m_isTooLarge = false; ///< for memory: the table is asked each time
    LookupCount m_lookups;
    QHash<QString, StoryId> m_waiting;
    std::unique_ptr<Gathered> m_gathered; ///< null: keys go into the table
    Statement m_find;
    Statement m_add;
};

} // namespace tidemark
