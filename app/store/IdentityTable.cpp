#include "store/IdentityTable.h"

#include "store/KeyListing.h"
#include "story/Permalink.h"

#include <QVariant>

#include <limits>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t changesExpected = 100'000; ///< of stories of the import that changes them

} // namespace

IdentityTable::IdentityTable(Connection &connection, size_t mostWaiting)
    : m_connection(connection), m_mostWaiting(mostWaiting), m_keys(connection), m_lookups(connection)
{
}

Result<> IdentityTable::load()
{
    const auto count = m_connection.value(u"SELECT count(*) FROM identity"_s);
    if (!count)
        return count.error();
    m_listed = HashBits(count->toULongLong());
    Statement keys(m_connection, "SELECT hash FROM identity");
    auto row = keys.next();
    for (; row && row.value(); row = keys.next())
        m_listed.insert(static_cast<quint32>(keys.number(0)));
    m_isLoaded = row.has_value();
    return row ? Result<>() : Result<>(row.error());
}

/// It gets a row in the table at once, even if the story's other keys wait.
void IdentityTable::noteImplied(const OwnKeys &before, const OwnKeys &next)
{
    const QString link = linkKey(before.permalink);
    if (m_isLoaded && before != next && before.imply(link))
        m_listed.insert(shortKeyHash(link));
}

void IdentityTable::rest()
{
    m_listed = HashBits();
    m_waiting = {};
    m_isLoaded = false;
    m_isDoubted = false;
    m_lookups.restart();
}

Result<bool> IdentityTable::knowsAll()
{
    if (!m_isLoaded) {
        const auto isWorthIt = m_lookups.isLoadingWorthIt();
        if (!isWorthIt)
            return isWorthIt;
        if (auto loaded = isWorthIt.value() ? load() : Result<>(); !loaded)
            return loaded.error();
    }
    return m_isLoaded;
}

void IdentityTable::leaveTable(StoryId after)
{
    rest();
    m_after = after;
    m_isLoaded = after == noStory;
    if (m_isLoaded)
        m_listed = HashBits(changesExpected);
}

/// A story whose number has more than 32 bits can't be led to.
bool IdentityTable::waits(StoryId story) const
{
    return m_isLoaded && m_after && story > *m_after && toNumber(story) <= std::numeric_limits<quint32>::max();
}

Result<> IdentityTable::fillTable()
{
    if (!m_isLoaded || m_isDoubted)
        return listKeysAnew(m_connection, m_after.value_or(noStory));
    return m_keys.list(m_waiting);
}

void IdentityTable::regainTable()
{
    m_after.reset();
    rest();
}

Result<std::optional<StoryId>> IdentityTable::find(const QString &key)
{
    auto found = findListed(key);
    if (!m_isLoaded)
        return found && !found.value() ? m_keys.findImplied(key) : found;
    for (const QString &listed : keysImplying(key)) {
        if (!found || found.value())
            break;
        found = findBy(listed, key);
    }
    return found;
}

Result<std::optional<StoryId>> IdentityTable::findListed(const QString &key)
{
    const auto all = knowsAll();
    if (!all)
        return all.error();
    return all.value() ? findBy(key, key) : m_keys.findListed(key);
}

/// The story to which the hash of one key leads, and that has the other.
Result<std::optional<StoryId>> IdentityTable::findBy(const QString &listed, const QString &key)
{
    Result<std::optional<StoryId>> found = std::optional<StoryId>();
    const quint32 hash = shortKeyHash(listed);
    m_waiting.find(hash, [&](quint32 number) {
        const StoryId story{qint64{number}};
        const auto isIt = m_keys.has(story, key);
        if (!isIt)
            found = isIt.error();
        else if (isIt.value())
            found = std::optional(story);
        return !found || found->has_value();
    });
    const bool mayBeListed = found && !found->has_value() && m_listed.mayHave(hash);
    return mayBeListed ? m_keys.findBy(listed, key) : found;
}

Result<> IdentityTable::add(StoryId id, const QString &key, const OwnKeys &own)
{
    if (own.imply(key))
        return {};
    const auto known = find(key);
    if (!known || known.value())
        return known ? Result<>() : Result<>(known.error());
    if (auto kept = m_keys.keepText(id, key, own); !kept)
        return kept;
    const quint32 hash = shortKeyHash(key);
    if (waits(id)) {
        m_waiting.insert(hash, static_cast<quint32>(toNumber(id)));
        return {};
    }
    if (m_isLoaded)
        m_listed.insert(hash);
    return m_keys.list(id, hash);
}

} // namespace tidemark
