#include "store/IdentityTable.h"

#include <QVariant>

#include <algorithm>
#include <sqlite3.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// 234 MiB of hashes; beyond, the table is asked.
constexpr size_t mostKeys = 24'000'000;

quint64 hashOf(QStringView key)
{
    constexpr size_t seed = 0x7469646d;
    return qHash(key, seed);
}

quint32 shortHashOf(QStringView key)
{
    return static_cast<quint32>(hashOf(key) >> 32);
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

IdentityTable::Gathered::Gathered(Connection &connection)
    : add(connection, "INSERT INTO gathered_identity (key, story) VALUES (?, ?)"),
      read(connection, "SELECT key, story FROM gathered_identity WHERE rowid = ?")
{
}

IdentityTable::IdentityTable(Connection &connection)
    : m_connection(connection),
      m_lookups(connection),
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
    std::vector<char16_t> letters;
    auto row = keys.next();
    for (; row && row.value(); row = keys.next()) {
        const QByteArrayView key = keys.utf8(0);
        if (isAscii(key)) { // nearly all; then no text has to be made of it
            letters.assign(key.begin(), key.end());
            note({letters.data(), key.size()});
        } else {
            note(keys.text(0));
        }
    }
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it)
        note(it.key());
    m_isLoaded = m_isLoaded && row;
    return row ? Result<>() : Result<>(row.error());
}

void IdentityTable::note(QStringView key)
{
    if (m_gathered || !m_isLoaded)
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
    m_lookups.restart();
}

Result<bool> IdentityTable::mayHave(const QString &key)
{
    if (!m_isLoaded && !m_isTooLarge) {
        const auto isWorthIt = m_lookups.isLoadingWorthIt();
        if (!isWorthIt)
            return isWorthIt;
        if (auto loaded = isWorthIt.value() ? load() : Result<>(); !loaded)
            return loaded.error();
    }
    return !m_isLoaded || m_known.contains(hashOf(key));
}

void IdentityTable::gather()
{
    rest();
    m_gathered = std::make_unique<Gathered>(m_connection);
}

void IdentityTable::stopGathering()
{
    m_gathered.reset();
}

bool IdentityTable::hasGatheredEnough() const
{
    return m_gathered && m_gathered->places.size() > mostKeys;
}

Result<std::optional<StoryId>> IdentityTable::findGathered(const QString &key)
{
    if (const auto waiting = m_waiting.constFind(key); waiting != m_waiting.cend())
        return std::optional(*waiting);
    Result<std::optional<StoryId>> found = std::optional<StoryId>();
    m_gathered->places.find(shortHashOf(key), [&](quint32 place) {
        const auto row = m_gathered->read.bind(qint64{place}).next();
        if (!row)
            found = row.error();
        else if (row.value() && m_gathered->read.text(0) == key)
            found = std::optional(m_gathered->read.story(1));
        return !found || found->has_value();
    });
    return found;
}

Result<> IdentityTable::flushGathered()
{
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        if (auto added = m_gathered->add.run(it.key(), it.value()); !added)
            return added;
        const auto row = sqlite3_last_insert_rowid(m_connection.handle());
        m_gathered->places.insert(shortHashOf(it.key()), static_cast<quint32>(row));
    }
    const qsizetype usual = m_waiting.size();
    m_waiting.clear();
    m_waiting.reserve(usual);
    return {};
}

Result<std::optional<StoryId>> IdentityTable::find(const QString &key)
{
    if (m_gathered)
        return findGathered(key);
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
    if (m_gathered)
        return flushGathered();
    std::vector<std::pair<QByteArray, StoryId>> keys;
    keys.reserve(static_cast<size_t>(m_waiting.size()));
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it)
        keys.emplace_back(it.key().toUtf8(), it.value());
    m_waiting.clear();
    m_waiting.reserve(static_cast<qsizetype>(keys.size())); // the next batch brings about as many
    std::sort(keys.begin(), keys.end());
    for (const auto &[key, id] : keys) {
        if (auto added = m_add.run(QUtf8StringView(key), id); !added)
            return added.error();
    }
    return {};
}

} // namespace tidemark
