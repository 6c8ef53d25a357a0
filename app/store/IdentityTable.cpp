#include "store/IdentityTable.h"

#include <QVariant>

#include <limits>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// 234 MiB of hashes; beyond, the index is asked.
constexpr size_t mostKeys = 24'000'000;

quint32 shortHashOf(quint64 hash)
{
    return static_cast<quint32>(hash >> 32);
}

} // namespace

IdentityTable::IdentityTable(Connection &connection)
    : m_connection(connection), m_keys(connection), m_lookups(connection)
{
}

Result<> IdentityTable::load()
{
    const auto count = m_connection.value(u"SELECT count(*) FROM identity"_s);
    if (!count)
        return count.error();
    m_isTooLarge = count->toULongLong() > mostKeys;
    if (m_isTooLarge)
        return {};
    m_isLoaded = true;
    // SQLite reads them off their index, in the order of the hashes; as many again by an eighth may follow.
    m_stories.expect(count->toULongLong() + count->toULongLong() / 8);
    Statement keys(m_connection, "SELECT hash, story FROM identity");
    auto row = keys.next();
    for (; row && row.value(); row = keys.next())
        note(static_cast<quint64>(keys.number(0)), keys.story(1));
    if (!row) {
        rest();
        return row.error();
    }
    return {};
}

/// A story whose number has more than 32 bits can't be led to: then the index is asked.
void IdentityTable::note(quint64 hash, StoryId story)
{
    if (!m_isLoaded)
        return;
    const qint64 number = toNumber(story);
    if (m_hasIndex && (m_stories.size() >= mostKeys || number > std::numeric_limits<quint32>::max())) {
        rest();
        m_isTooLarge = true;
    } else {
        m_stories.insert(shortHashOf(hash), static_cast<quint32>(number));
    }
}

void IdentityTable::rest()
{
    m_stories = {};
    m_isLoaded = false;
    m_lookups.restart();
}

Result<bool> IdentityTable::knowsAll()
{
    if (!m_isLoaded && !m_isTooLarge) {
        const auto isWorthIt = m_lookups.isLoadingWorthIt();
        if (!isWorthIt)
            return isWorthIt;
        if (auto loaded = isWorthIt.value() ? load() : Result<>(); !loaded)
            return loaded.error();
    }
    return m_isLoaded;
}

void IdentityTable::loseIndex()
{
    rest();
    m_isLoaded = true;
    m_hasIndex = false;
}

void IdentityTable::regainIndex()
{
    m_hasIndex = true;
    if (wantsIndex()) {
        rest();
        m_isTooLarge = true;
    }
}

bool IdentityTable::wantsIndex() const
{
    return m_stories.size() >= mostKeys;
}

Result<std::optional<StoryId>> IdentityTable::find(const QString &key)
{
    const auto all = knowsAll();
    if (!all)
        return all.error();
    if (!all.value())
        return m_keys.find(key);
    Result<std::optional<StoryId>> found = std::optional<StoryId>();
    m_stories.find(shortHashOf(keyHash(key)), [&](quint32 number) {
        const StoryId story{qint64{number}};
        const auto isIt = m_keys.has(story, key);
        if (!isIt)
            found = isIt.error();
        else if (isIt.value())
            found = std::optional(story);
        return !found || found->has_value();
    });
    return found;
}

Result<> IdentityTable::add(StoryId id, const QString &key, const OwnKeys &own)
{
    const auto known = find(key);
    if (!known || known.value())
        return known ? Result<>() : Result<>(known.error());
    if (auto added = m_keys.add(id, key, own); !added)
        return added;
    note(keyHash(key), id);
    return {};
}

} // namespace tidemark
