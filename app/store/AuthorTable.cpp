#include "store/AuthorTable.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Never 0.
quint32 hashOf(const Author &names)
{
    const quint64 hash = qHashMulti(0, names.nativeId, names.handle, names.name, names.link);
    return static_cast<quint32>(hash ^ hash >> 32) | 1;
}

} // namespace

AuthorTable::AuthorTable(Connection &connection, const QByteArray &key, size_t mostKnown)
    : m_connection(connection),
      m_hash(key),
      m_mostKnown(static_cast<qint64>(mostKnown)),
      m_known(mostKnown),
      m_lookups(connection),
      m_keysOfAll(connection, "SELECT id, key, handle_key FROM author ORDER BY id DESC LIMIT ?"),
      m_findByKey(connection, "SELECT id FROM author WHERE key = ?"),
      m_findByHandle(connection, "SELECT id FROM author WHERE handle_key = ? ORDER BY id DESC LIMIT 1"),
      m_insert(connection,
               "INSERT INTO author (key, handle_key, native_id, handle, name, link) VALUES (?, ?, ?, ?, ?, ?)"),
      m_identify(connection, "UPDATE author SET key = ?, handle_key = key WHERE id = ?"),
      m_name(connection,
             "UPDATE author SET native_id = coalesce(nullif(?2, ''), native_id), handle = coalesce(nullif(?3, ''), "
             "handle), name = coalesce(nullif(?4, ''), name), link = coalesce(nullif(?5, ''), link) WHERE id = ?1 "
             "AND (?2 NOT IN ('', native_id) OR ?3 NOT IN ('', handle) OR ?4 NOT IN ('', name) OR ?5 NOT IN ('', "
             "link))"),
      m_read(connection, "SELECT native_id, handle, name, link FROM author WHERE id = ?")
{
}

AuthorKeys AuthorTable::keysOf(Platform platform, const Author &author, const AuthorKeys &prepared) const
{
    return prepared.isEmpty() ? m_hash.of(platform, author) : prepared;
}

Result<std::optional<qint64>> AuthorTable::author(Platform platform, const Author &author,
                                                  const AuthorKeys &prepared)
{
    const AuthorKeys keys = keysOf(platform, author, prepared);
    if (keys.isEmpty())
        return std::optional<qint64>();
    const quint32 names = hashOf(author);
    if (const auto *known = m_known.find(keys.key); known && known->names == names)
        return std::optional<qint64>(known->number);
    auto number = find(keys);
    if (!number)
        return number;
    if (!number.value())
        return add(keys, author, names);
    const auto named = m_name.run(**number, author.nativeId, author.handle, author.name, author.link);
    if (!named)
        return named.error();
    m_known.put(keys.key, **number, names);
    return number;
}

Result<std::optional<qint64>> AuthorTable::account(Platform platform, const Author &author,
                                                   const AuthorKeys &prepared)
{
    const AuthorKeys keys = keysOf(platform, author, prepared);
    if (keys.isEmpty())
        return std::optional<qint64>();
    auto number = find(keys);
    return !number || number.value() ? number : add(keys, Author(), 0);
}

Result<std::optional<qint64>> AuthorTable::find(Platform platform, const QString &nativeId)
{
    return find({m_hash.ofId(platform, nativeId), {}});
}

Result<std::optional<qint64>> AuthorTable::find(const AuthorKeys &keys)
{
    if (!m_isLoaded && !m_known.find(keys.key)) {
        if (auto loaded = loadIfWorthIt(); !loaded)
            return loaded.error();
    }
    if (const auto *known = m_known.find(keys.key))
        return std::optional<qint64>(known->number);
    const bool hasAll = m_isLoaded && m_known.isWhole();
    if (hasAll && !m_known.find(keys.handleKey))
        return std::optional<qint64>();
    auto number = findStored(keys);
    if (number && number.value())
        m_known.put(keys.key, **number);
    return number;
}

/// By the id's key; else the one who was only known by the same handle and gets the id's key now. A handle alone
/// finds whoever bore it last.
Result<std::optional<qint64>> AuthorTable::findStored(const AuthorKeys &keys)
{
    auto row = m_findByKey.bind(keys.key.bytes()).next();
    if (!row)
        return row.error();
    if (row.value())
        return std::optional(m_findByKey.number(0));
    if (keys.handleKey.isEmpty())
        return std::optional<qint64>();
    const QByteArray handleKey = keys.handleKey.bytes();
    if (keys.key == keys.handleKey) {
        row = m_findByHandle.bind(handleKey).next();
        if (!row)
            return row.error();
        return row.value() ? std::optional(m_findByHandle.number(0)) : std::nullopt;
    }
    row = m_findByKey.bind(handleKey).next();
    if (!row)
        return row.error();
    if (!row.value())
        return std::optional<qint64>();
    const qint64 number = m_findByKey.number(0);
    if (auto done = m_identify.run(keys.key.bytes(), number); !done)
        return done.error();
    return std::optional(number);
}

Result<std::optional<qint64>> AuthorTable::add(const AuthorKeys &keys, const Author &names, quint32 hashOfNames)
{
    const bool isKnownById = keys.key != keys.handleKey;
    const auto handleKey
        = isKnownById && !keys.handleKey.isEmpty() ? std::optional(keys.handleKey.bytes()) : std::nullopt;
    const auto done
        = m_insert.run(keys.key.bytes(), handleKey, names.nativeId, names.handle, names.name, names.link);
    if (!done)
        return done.error();
    const qint64 number = sqlite3_last_insert_rowid(m_connection.handle());
    if (!keys.handleKey.isEmpty())
        m_known.put(keys.handleKey, number);
    m_known.put(keys.key, number, hashOfNames);
    return std::optional(number);
}

Result<> AuthorTable::loadIfWorthIt()
{
    const auto isWorthIt = m_lookups.isLoadingWorthIt();
    if (!isWorthIt)
        return isWorthIt.error();
    return isWorthIt.value() ? load() : Result<>();
}

/// One more than there is room for: then what is known isn't whole.
Result<> AuthorTable::load()
{
    auto row = m_keysOfAll.bind(m_mostKnown + 1).next();
    for (; row && row.value(); row = m_keysOfAll.next()) {
        learn(AuthorKey::of(m_keysOfAll.bytes(1)), m_keysOfAll.number(0));
        learn(AuthorKey::of(m_keysOfAll.bytes(2)), m_keysOfAll.number(0));
    }
    m_isLoaded = row.has_value();
    return row ? Result<>() : Result<>(row.error());
}

/// The newest come first, and of a handle's bearers the first one counts.
void AuthorTable::learn(const AuthorKey &key, qint64 number)
{
    if (!key.isEmpty() && !m_known.find(key))
        m_known.put(key, number);
}

void AuthorTable::forgetCache()
{
    m_known.clear();
    m_isLoaded = false;
    m_lookups.restart();
}

Result<Author> AuthorTable::read(qint64 number)
{
    auto row = m_read.bind(number).next();
    if (!row)
        return row.error();
    if (!row.value())
        return Author{};
    return Author{m_read.text(0), m_read.text(1), m_read.text(2), m_read.text(3)};
}

Result<bool> AuthorTable::isSomebody(const QString &name)
{
    for (const Platform platform : allPlatforms) {
        const QByteArray handleKey = m_hash.ofHandle(platform, name).bytes();
        auto found = m_findByHandle.bind(handleKey).next();
        if (found && !found.value())
            found = m_findByKey.bind(handleKey).next();
        if (found && !found.value())
            found = m_findByKey.bind(m_hash.ofName(platform, name).bytes()).next();
        if (!found || found.value())
            return found;
    }
    return false;
}

Result<> AuthorTable::tidy()
{
    forgetCache();
    return m_connection.run(
        "DELETE FROM author WHERE NOT EXISTS (SELECT 1 FROM story WHERE story.author = author.id)"
        " AND NOT EXISTS (SELECT 1 FROM repost WHERE repost.account = author.id);"
        "UPDATE author SET native_id = '', handle = '', name = '', link = ''"
        " WHERE (native_id <> '' OR handle <> '' OR name <> '' OR link <> '')"
        " AND NOT EXISTS (SELECT 1 FROM story WHERE story.author = author.id)");
}

} // namespace tidemark
