#include "store/Tombstones.h"

#include "text/FewestWords.h"

#include <QDateTime>

#include <algorithm>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

QString wordingKey(const QString &text, int residualWords)
{
    return residualWords < fewestWordsOfOne ? QString() : u"wording:"_s + text.simplified().toCaseFolded();
}

bool isKnownByPlaceOnly(const QStringList &identityKeys)
{
    return std::all_of(identityKeys.begin(), identityKeys.end(),
                       [](const QString &key) { return key.startsWith(placeKey); });
}

Tombstones::Tombstones(Connection &connection, const QByteArray &key)
    : m_connection(connection),
      m_key(key),
      m_find(connection, "SELECT 1 FROM tombstone_key WHERE key = ?"),
      m_any(connection, "SELECT EXISTS (SELECT 1 FROM tombstone_key)"),
      m_add(connection,
            "INSERT INTO tombstone (platform, posted_at, themes, reason, gone_at) VALUES (?, ?, ?, ?, ?)"),
      m_addKey(connection, "INSERT INTO tombstone_key (key, tombstone) VALUES (?, ?) ON CONFLICT DO NOTHING")
{
}

QByteArray Tombstones::keyOf(const QString &identityKey) const
{
    return m_key.of(identityKey.toUtf8());
}

Result<bool> Tombstones::hasAny()
{
    if (!m_known) {
        const auto any = m_any.bind().next();
        if (!any)
            return any.error();
        m_known = m_any.flag(0);
    }
    return *m_known;
}

Result<bool> Tombstones::has(const QString &identityKey)
{
    const auto any = hasAny();
    if (!any || !any.value()) // most collections have none, and then there is nothing to hash
        return any;
    return m_find.bind(keyOf(identityKey)).next();
}

Result<> Tombstones::add(const Tombstone &tombstone, const QStringList &identityKeys)
{
    const auto added = m_add.run(static_cast<int>(tombstone.platform), tombstone.postedAt,
                                 static_cast<qint64>(tombstone.themes.bits()), tombstone.reason,
                                 QDateTime::currentMSecsSinceEpoch());
    if (!added)
        return added.error();
    m_known.reset();
    const qint64 number = sqlite3_last_insert_rowid(m_connection.handle());
    for (const QString &key : identityKeys) {
        if (auto done = m_addKey.run(keyOf(key), number); !done)
            return done.error();
    }
    return {};
}

} // namespace tidemark
