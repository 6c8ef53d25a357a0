#include "store/AuthorTable.h"

#include <QMessageAuthenticationCode>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostRemembered = 1'000'000;

size_t hashOf(const Author &names)
{
    return qHashMulti(0, names.nativeId, names.handle, names.name, names.link);
}

} // namespace

AuthorTable::AuthorTable(Connection &connection, QByteArray key)
    : m_connection(connection),
      m_key(std::move(key)),
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
    return QMessageAuthenticationCode::hash(message, m_key, QCryptographicHash::Sha256).left(16);
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
    const QString place = platformKey(platform) + QLatin1String(kind) + u':' + who;
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
    return std::optional(number);
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
