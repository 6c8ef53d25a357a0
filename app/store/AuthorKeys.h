#pragma once

#include "story/Story.h"
#include "text/Sha256.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace tidemark {

/// 16 bytes of a keyed hash; all of them 0: none.
struct AuthorKey
{
    std::array<quint64, 2> words = {};

    static AuthorKey of(QByteArrayView bytes); ///< the first 16
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] bool isEmpty() const { return words[0] == 0 && words[1] == 0; }

    friend bool operator==(const AuthorKey &, const AuthorKey &) = default;
};

/// What an author is found by; see AuthorTable.
struct AuthorKeys
{
    AuthorKey key;       ///< of the native id, else of the handle, else of the name; none: nobody is named
    AuthorKey handleKey; ///< of the handle; the same as key where no id is known

    [[nodiscard]] bool isEmpty() const { return key.isEmpty(); }

    friend bool operator==(const AuthorKeys &, const AuthorKeys &) = default;
};

/// The keys of authors under a collection's pseudonym key. Immutable: any number of threads.
class AuthorHash final
{
public:
    explicit AuthorHash(const QByteArray &key) : m_key(key) {}

    [[nodiscard]] AuthorKeys of(Platform platform, const Author &author) const;
    [[nodiscard]] AuthorKey ofId(Platform platform, const QString &nativeId) const;
    // Whichever way their letters are written.
    [[nodiscard]] AuthorKey ofHandle(Platform platform, const QString &handle) const;
    [[nodiscard]] AuthorKey ofName(Platform platform, const QString &name) const;

private:
    [[nodiscard]] AuthorKey hashOf(Platform platform, const char *kind, const QString &who) const;

    KeyedSha256 m_key;
};

} // namespace tidemark
