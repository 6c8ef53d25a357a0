#pragma once

#include "store/AuthorKeys.h"
#include "store/KnownAuthors.h"
#include "store/LookupCount.h"
#include "store/Statement.h"
#include "story/Platform.h"
#include "story/Story.h"

#include <QByteArray>

#include <optional>

namespace tidemark {

/// The accounts behind stories and reposts: a number for each, found by a keyed hash of platform and native id,
/// or of the handle where no id is known. Within the caller's transaction. Where many are asked for, all keys are
/// read into memory, as far as there is room, and the table needn't be asked.
class AuthorTable final
{
public:
    /// mostKnown: keys in memory, each of about 30 bytes.
    AuthorTable(Connection &connection, const QByteArray &key, size_t mostKnown = 4'000'000);

    /// Works out the keys that the table finds authors by; any thread.
    [[nodiscard]] const AuthorHash &hash() const { return m_hash; }

    // Keys: of this author, by hash(); none: worked out here.
    /// The author of a story, with names. Nothing if the record names nobody.
    Result<std::optional<qint64>> author(Platform platform, const Author &author, const AuthorKeys &keys = {});
    /// Somebody who passed a story on: a number without names.
    Result<std::optional<qint64>> account(Platform platform, const Author &author, const AuthorKeys &keys = {});

    /// The number of an account that is known by its native id.
    Result<std::optional<qint64>> find(Platform platform, const QString &nativeId);

    Result<Author> read(qint64 number);
    /// Whether somebody has this handle, or, with no other sign, this name, on any platform.
    Result<bool> isSomebody(const QString &name);

    /// Drops those whom no story and no repost mentions, and the names of those whom only reposts do.
    Result<> tidy();
    void forgetCache(); ///< after a rollback or a deletion

private:
    [[nodiscard]] AuthorKeys keysOf(Platform platform, const Author &author, const AuthorKeys &prepared) const;
    Result<std::optional<qint64>> find(const AuthorKeys &keys);
    Result<std::optional<qint64>> findStored(const AuthorKeys &keys);
    Result<std::optional<qint64>> add(const AuthorKeys &keys, const Author &names, quint32 hashOfNames);
    Result<> loadIfWorthIt();
    Result<> load();
    void learn(const AuthorKey &key, qint64 number);

    Connection &m_connection;
    AuthorHash m_hash;
    qint64 m_mostKnown;
    KnownAuthors m_known; ///< by key; by a handle's key whoever is found by the handle alone
    bool m_isLoaded = false;
    LookupCount m_lookups;
    Statement m_keysOfAll;
    Statement m_findByKey;
    Statement m_findByHandle;
    Statement m_insert;
    Statement m_identify;
    Statement m_name;
    Statement m_read;
};

} // namespace tidemark
