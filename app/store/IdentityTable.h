#pragma once

#include "store/HashSet.h"
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

private:
    Result<bool> mayHave(const QString &key);
    Result<> load();
    void note(const QString &key);

    Connection &m_connection;
    HashSet m_known;
    bool m_isLoaded = false;
    bool m_isTooLarge = false; ///< for memory: the table is asked each time
    int m_asked = 0;
    QHash<QString, StoryId> m_waiting;
    Statement m_find;
    Statement m_add;
};

} // namespace tidemark
