#pragma once

#include "store/Statement.h"
#include "story/Platform.h"
#include "story/ThemeSet.h"
#include "story/TimeSpan.h"
#include "text/Sha256.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// What is left of a story that was taken back.
struct Tombstone
{
    Platform platform = Platform::Other;
    std::optional<Instant> postedAt;
    ThemeSet themes;
    QString reason;
};

/// How a key begins that is no more than a story's place in a file.
inline constexpr QLatin1StringView placeKey("record:");

/// The key of what a story says, by which one is known again that has no other identity than its place in a file,
/// once the file has grown or has another name. Empty for a text that may be anybody's
/// (text/FewestWords.h).
QString wordingKey(const QString &text, int residualWords);

/// Whether a story's identity is no more than its place in a file.
bool isKnownByPlaceOnly(const QStringList &identityKeys);

/// The stories that were taken back: known by HMAC-SHA-256 of their identity keys under the collection's key, so
/// that a later import is stopped and the file names nobody. Within the caller's transaction.
class Tombstones final
{
public:
    Tombstones(Connection &connection, const QByteArray &key);

    Result<bool> hasAny();
    Result<bool> has(const QString &identityKey);
    /// Under every key that the story is known by; keys that are there already stay.
    Result<> add(const Tombstone &tombstone, const QStringList &identityKeys);

    [[nodiscard]] QByteArray keyOf(const QString &identityKey) const;

    void forgetCache() { m_known.reset(); } ///< after a rollback

private:
    Connection &m_connection;
    KeyedSha256 m_key;
    std::optional<bool> m_known; ///< whether there are any
    Statement m_find;
    Statement m_any;
    Statement m_add;
    Statement m_addKey;
};

} // namespace tidemark
