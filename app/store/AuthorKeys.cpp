#include "store/AuthorKeys.h"

#include <algorithm>
#include <cstring>

namespace tidemark {

AuthorKey AuthorKey::of(QByteArrayView bytes)
{
    AuthorKey key;
    const auto size = std::min(sizeof key.words, static_cast<size_t>(bytes.size()));
    if (size > 0)
        std::memcpy(key.words.data(), bytes.data(), size);
    return key;
}

QByteArray AuthorKey::bytes() const
{
    return {reinterpret_cast<const char *>(words.data()), sizeof words};
}

AuthorKeys AuthorHash::of(Platform platform, const Author &author) const
{
    const AuthorKey handleKey = author.handle.isEmpty() ? AuthorKey() : ofHandle(platform, author.handle);
    if (!author.nativeId.isEmpty())
        return {ofId(platform, author.nativeId), handleKey};
    if (!author.handle.isEmpty())
        return {handleKey, handleKey};
    return {author.name.isEmpty() ? AuthorKey() : ofName(platform, author.name), {}};
}

AuthorKey AuthorHash::ofId(Platform platform, const QString &nativeId) const
{
    return hashOf(platform, "id", nativeId);
}

AuthorKey AuthorHash::ofHandle(Platform platform, const QString &handle) const
{
    return hashOf(platform, "handle", handle.toCaseFolded());
}

AuthorKey AuthorHash::ofName(Platform platform, const QString &name) const
{
    return hashOf(platform, "name", name.toCaseFolded());
}

AuthorKey AuthorHash::hashOf(Platform platform, const char *kind, const QString &who) const
{
    const QByteArray message = platformKey(platform).toUtf8() + '\0' + QByteArray(kind) + '\0' + who.toUtf8();
    return AuthorKey::of(m_key.of(message));
}

} // namespace tidemark
