#include "store/IdentityTable.h"

#include "store/KeyListing.h"
#include "story/Permalink.h"

#include <QVariant>

#include <limits>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// 234 MiB of hashes; beyond, the table is asked.
constexpr size_t mostKeys = 24'000'000;

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
    // SQLite reads them in the order of the hashes; as many again by an eighth may follow.
    m_stories.expect(count->toULongLong() + count->toULongLong() / 8);
    Statement keys(m_connection, "SELECT hash, story FROM identity");
    auto row = keys.next();
    for (; row && row.value(); row = keys.next())
        note(static_cast<quint32>(keys.number(0)), keys.story(1));
    if (!row) {
        rest();
        return row.error();
    }
    return {};
}

/// A story whose number has more than 32 bits can't be led to: then the table is asked. While keys wait, the end of
/// the batch looks after what is too much (wantsTable()), and no import brings that many stories.
void IdentityTable::note(quint32 hash, StoryId story)
{
    if (!m_isLoaded)
        return;
    const qint64 number = toNumber(story);
    if (!m_after && (m_stories.size() >= mostKeys || number > std::numeric_limits<quint32>::max())) {
        rest();
        m_isTooLarge = true;
    } else {
        m_stories.insert(hash, static_cast<quint32>(number));
    }
}

void IdentityTable::noteImplied(StoryId id, const OwnKeys &before, const OwnKeys &next)
{
    const QString link = linkKey(before.permalink);
    if (before != next && before.imply(link))
        note(shortKeyHash(link), id);
}

void IdentityTable::rest()
{
    m_stories = {};
    m_waiting = {};
    m_isLoaded = false;
    m_isDoubted = false;
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

void IdentityTable::leaveTable(StoryId after)
{
    rest();
    m_isLoaded = after == noStory;
    m_after = after;
}

bool IdentityTable::waits(StoryId story) const
{
    return m_isLoaded && m_after && story > *m_after;
}

Result<> IdentityTable::fillTable()
{
    const StoryId after = m_after.value_or(noStory);
    if (!m_isLoaded || m_isDoubted)
        return listKeysAnew(m_connection, after);
    return m_keys.list(after == noStory ? m_stories : m_waiting);
}

void IdentityTable::regainTable()
{
    m_after.reset();
    m_waiting = {};
    if (wantsTable()) {
        rest();
        m_isTooLarge = true;
    }
}

bool IdentityTable::wantsTable() const
{
    return m_stories.size() >= mostKeys;
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
    m_stories.find(shortKeyHash(listed), [&](quint32 number) {
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
    if (own.imply(key))
        return {};
    const auto known = find(key);
    if (!known || known.value())
        return known ? Result<>() : Result<>(known.error());
    if (auto kept = m_keys.keepText(id, key, own); !kept)
        return kept;
    const quint32 hash = shortKeyHash(key);
    if (auto listed = waits(id) ? Result<>() : m_keys.list(id, hash); !listed)
        return listed;
    if (waits(id) && *m_after != noStory)
        m_waiting.insert(hash, static_cast<quint32>(toNumber(id)));
    note(hash, id);
    return {};
}

} // namespace tidemark
