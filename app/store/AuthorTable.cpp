#include "store/AuthorTable.h"

#include <QtEndian>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostRemembered = 500'000;

/// A key is a keyed hash, so that any part of it is one.
quint64 hashOf(const QByteArray &key)
{
    return qFromUnaligned<quint64>(key.constData());
}

size_t hashOf(const Author &names)
{
    return qHashMulti(0, names.nativeId, names.handle, names.name, names.link);
}

} // namespace

AuthorTable::AuthorTable(Connection &connection, const QByteArray &key)
    : m_connection(connection),
      m_key(key),
      m_lookups(connection),
      m_keysOfAll(connection, "SELECT key, handle_key FROM author"),
      m_findByKey(connection, "SELECT id FROM author WHERE key = ?"),
      m_findByHandle(connection, "SELECT id FROM author WHERE handle_key = ? ORDER BY id DESC LIMIT 1"),
      m_insert(connection,
               "INSERT INTO author (key, handle_key, native_id, handle, name, link) VALUES (?, ?, ?, ?, ?, ?)"),
      m_identify(connection, "UPDATE author SET key = ? WHERE id = ?"),
      m_name(connection,
             "UPDATE author SET native_id = coalesce(nullif(?2, ''), native_id), handle = coalesce(nullif(?3, ''), "
             "handle), name = coalesce(nullif(?4, ''), name), link = coalesce(nullif(?5, ''), link) WHERE id = ?1"),
      m_read(connection, "SELECT native_id, handle, name, link FROM author WHERE id = ?")
{
}

QByteArray AuthorTable::keyOf(Platform platform, const char *kind, const QString &name) const
{
    const QByteArray message = platformKey(platform).toUtf8() + '\0' + QByteArray(kind) + '\0' + name.toUtf8();
    return m_key.of(message).left(16);
}

Result<AuthorTable::Known *> AuthorTable::known(Platform platform, const Author &author, Names names)
{
    if (author.isEmpty())
        return nullptr;
    const char *kind = !author.nativeId.isEmpty() ? "id" : !author.handle.isEmpty() ? "handle" : "name";
    const QString who = !author.nativeId.isEmpty() ? author.nativeId
        : !author.handle.isEmpty()                 ? author.handle.toCaseFolded()
                                                   : author.name.toCaseFolded();
    // In memory by the name itself: the keyed hash costs more than all the rest.
    QString place;
    place.reserve(who.size() + 2);
    place.append(QChar(static_cast<char16_t>(platform))).append(QLatin1Char(kind[0])).append(who);
    if (const auto found = m_known.find(place); found != m_known.end())
        return &*found;

    const QByteArray key = keyOf(platform, kind, who);
    const QByteArray handleKey = author.handle.isEmpty() ? QByteArray()
        : author.nativeId.isEmpty()                      ? key
                                                         : keyOf(platform, "handle", author.handle.toCaseFolded());
    auto number = find(key, handleKey);
    if (!number)
        return number.error();
    bool isNew = false;
    if (!number.value()) {
        const std::optional<QByteArray> handle
            = handleKey.isEmpty() ? std::nullopt : std::optional<QByteArray>(handleKey);
        const Author written = names == Names::Written ? author : Author();
        const auto done = m_insert.run(key, handle, written.nativeId, written.handle, written.name, written.link);
        if (!done)
            return done.error();
        number = std::optional<qint64>(sqlite3_last_insert_rowid(m_connection.handle()));
        isNew = true;
        note(key);
        note(handleKey);
    }
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    const size_t known = isNew && names == Names::Written ? hashOf(author) : 0;
    return &*m_known.insert(place, {**number, known});
}

Result<std::optional<qint64>> AuthorTable::find(Platform platform, const QString &nativeId)
{
    return find(keyOf(platform, "id", nativeId), {});
}

Result<std::optional<qint64>> AuthorTable::account(Platform platform, const Author &author)
{
    const auto found = known(platform, author, Names::LeftOut);
    if (!found)
        return found.error();
    return *found ? std::optional((*found)->number) : std::nullopt;
}

/// By the id's key; else the one who was only known by the same handle and gets the id's key now. A handle alone
/// finds whoever bore it last.
Result<std::optional<qint64>> AuthorTable::find(const QByteArray &key, const QByteArray &handleKey)
{
    const auto hasKey = mayHave(key);
    const auto hasHandle = handleKey.isEmpty() ? Result<bool>(false) : mayHave(handleKey);
    if (!hasKey || !hasHandle)
        return hasKey ? hasHandle.error() : hasKey.error();
    if (!hasKey.value() && !hasHandle.value())
        return std::optional<qint64>();
    auto row = m_findByKey.bind(key).next();
    if (!row)
        return row.error();
    if (row.value())
        return std::optional(m_findByKey.number(0));
    if (handleKey.isEmpty())
        return std::optional<qint64>();
    if (key == handleKey) {
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
    if (auto done = m_identify.run(key, number); !done)
        return done.error();
    note(key);
    return std::optional(number);
}

Result<bool> AuthorTable::mayHave(const QByteArray &key)
{
    if (!m_isLoaded) {
        const auto isWorthIt = m_lookups.isLoadingWorthIt();
        if (!isWorthIt)
            return isWorthIt;
        if (auto loaded = isWorthIt.value() ? load() : Result<>(); !loaded)
            return loaded.error();
    }
    return !m_isLoaded || m_keys.contains(hashOf(key));
}

Result<> AuthorTable::load()
{
    m_isLoaded = true;
    m_keysOfAll.bind();
    auto row = m_keysOfAll.next();
    for (; row && row.value(); row = m_keysOfAll.next()) {
        note(m_keysOfAll.bytes(0));
        note(m_keysOfAll.bytes(1));
    }
    m_isLoaded = row.has_value();
    return row ? Result<>() : Result<>(row.error());
}

void AuthorTable::note(const QByteArray &key)
{
    if (m_isLoaded && !key.isEmpty())
        m_keys.insert(hashOf(key));
}

void AuthorTable::forgetCache()
{
    m_known.clear();
    m_keys.clear();
    m_isLoaded = false;
    m_lookups.restart();
}

Result<std::optional<qint64>> AuthorTable::author(Platform platform, const Author &author)
{
    const auto found = known(platform, author, Names::Written);
    if (!found)
        return found.error();
    Known *const person = *found;
    if (!person)
        return std::optional<qint64>();
    const size_t names = hashOf(author);
    if (names != person->names) {
        const auto named = m_name.run(person->number, author.nativeId, author.handle, author.name, author.link);
        if (!named)
            return named.error();
        person->names = names;
    }
    return std::optional(person->number);
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
        auto found = m_findByHandle.bind(keyOf(platform, "handle", name.toCaseFolded())).next();
        if (found && !found.value())
            found = m_findByKey.bind(keyOf(platform, "name", name.toCaseFolded())).next();
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
