#pragma once

#include "store/HashSet.h"
#include "store/LookupCount.h"
#include "store/Statement.h"
#include "story/Platform.h"
#include "story/Story.h"
#include "text/Sha256.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace tidemark {

/// The accounts behind stories and reposts: a number for each, found by a keyed hash of platform and native id,
/// or of the handle where no id is known. Within the caller's transaction. Where many are asked for, a set of their
/// keys spares asking the table for each that is new.
class AuthorTable final
{
public:
    AuthorTable(Connection &connection, const QByteArray &key);

    /// The author of a story, with names. Nothing if the record names nobody.
    Result<std::optional<qint64>> author(Platform platform, const Author &author);
    /// Somebody who passed a story on: a number without names.
    Result<std::optional<qint64>> account(Platform platform, const Author &author);

    /// The number of an account that is known by its native id.
    Result<std::optional<qint64>> find(Platform platform, const QString &nativeId);

    Result<Author> read(qint64 number);
    /// Whether somebody has this handle, or, with no other sign, this name, on any platform.
    Result<bool> isSomebody(const QString &name);

    /// Drops those whom no story and no repost mentions, and the names of those whom only reposts do.
    Result<> tidy();
    void forgetCache(); ///< after a rollback or a deletion

private:
    struct Known
    {
        qint64 number = 0;
        size_t names = 0; ///< hash of the names written last; 0: none by us
    };

    enum class Names { Written, LeftOut }; ///< of somebody who is new
    /// Null if the record names nobody. Valid until the next call.
    Result<Known *> known(Platform platform, const Author &author, Names names);
    Result<std::optional<qint64>> find(const QByteArray &key, const QByteArray &handleKey);
    [[nodiscard]] QByteArray keyOf(Platform platform, const char *kind, const QString &name) const;
    Result<bool> mayHave(const QByteArray &key);
    Result<> load();
    void note(const QByteArray &key);

    Connection &m_connection;
    KeyedSha256 m_key;
    QHash<QString, Known> m_known;
    HashSet m_keys; ///< of all authors, those of their handles too
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
