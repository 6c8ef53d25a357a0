#include "store/IdentityTable.h"

#include <QVariant>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// A small import asks the table and spares reading all of it.
constexpr int askedBeforeLoading = 2000;
/// 256 MiB of hashes; beyond, the table is asked.
constexpr size_t mostKeys = 26'000'000;

quint64 hashOf(const QString &key)
{
    constexpr size_t seed = 0x7469646d;
    return qHash(key, seed);
}

} // namespace

IdentityTable::IdentityTable(Connection &connection)
    : m_connection(connection),
      m_find(connection, "SELECT story FROM identity WHERE key = ?"),
      m_add(connection, "INSERT INTO identity (key, story) VALUES (?, ?) ON CONFLICT DO NOTHING")
{
}

Result<> IdentityTable::load()
{
    auto count = m_connection.value(u"SELECT count(*) FROM identity"_s);
    if (!count)
        return count.error();
    m_isTooLarge = count->toULongLong() > mostKeys;
    if (m_isTooLarge)
        return {};
    m_isLoaded = true;
    Statement keys(m_connection, "SELECT key FROM identity");
    auto row = keys.next();
    for (; row && row.value(); row = keys.next())
        note(keys.text(0));
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it)
        note(it.key());
    m_isLoaded = m_isLoaded && row;
    return row ? Result<>() : Result<>(row.error());
}

void IdentityTable::note(const QString &key)
{
    if (!m_isLoaded)
        return;
    m_known.insert(hashOf(key));
    m_isTooLarge = m_known.size() > mostKeys;
    if (m_isTooLarge)
        rest();
}

void IdentityTable::rest()
{
    m_known.clear();
    m_isLoaded = false;
    m_asked = 0;
}

Result<bool> IdentityTable::mayHave(const QString &key)
{
    if (!m_isLoaded && !m_isTooLarge && ++m_asked > askedBeforeLoading) {
        if (auto loaded = load(); !loaded)
            return loaded.error();
    }
    return !m_isLoaded || m_known.contains(hashOf(key));
}

Result<std::optional<StoryId>> IdentityTable::find(const QString &key)
{
    auto possible = mayHave(key);
    if (!possible)
        return possible.error();
    if (!possible.value())
        return std::optional<StoryId>();
    if (const auto waiting = m_waiting.constFind(key); waiting != m_waiting.cend())
        return std::optional(*waiting);
    auto row = m_find.bind(key).next();
    if (!row)
        return row.error();
    return row.value() ? std::optional(m_find.story(0)) : std::nullopt;
}

Result<> IdentityTable::add(StoryId id, const QString &key)
{
    auto known = find(key);
    if (!known)
        return known.error();
    if (known.value())
        return {};
    m_waiting.insert(key, id);
    note(key);
    return {};
}

Result<> IdentityTable::flush()
{
    std::vector<std::pair<QByteArray, StoryId>> keys;
    keys.reserve(static_cast<size_t>(m_waiting.size()));
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it)
        keys.emplace_back(it.key().toUtf8(), it.value());
    m_waiting.clear();
    std::sort(keys.begin(), keys.end());
    for (const auto &[key, id] : keys) {
        if (auto added = m_add.run(QUtf8StringView(key), id); !added)
            return added.error();
    }
    return {};
}

} // namespace tidemark
