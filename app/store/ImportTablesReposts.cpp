// Reposts, which come before or behind the story that they pass on.
#include "store/ImportTables.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace tidemark {

Result<> ImportTables::attachReposts(StoryId id, const QStringList &keys)
{
    if (!m_repostsWait)
        return {};
    for (const QString &key : keys) {
        const qsizetype known = m_touched.reposts.size();
        auto row = m_waiting.bind(key).next();
        for (; row && row.value(); row = m_waiting.next())
            m_touched.reposts.append({id, m_waiting.optionalNumber(0), m_waiting.number(1)});
        if (!row)
            return row.error();
        if (m_touched.reposts.size() == known)
            continue;
        if (auto attached = m_attach.run(id, key); !attached)
            return attached.error();
    }
    return {};
}

Result<QString> ImportTables::originalKeyOf(const QString &repostKey)
{
    auto row = m_findRepost.bind(repostKey).next();
    if (!row)
        return row.error();
    return row.value() ? m_findRepost.text(1) : QString();
}

Result<bool> ImportTables::addRepost(const RepostEvent &event, qint64 record)
{
    auto account = m_tables.authors.account(event.platform, event.author, event.authorKeys);
    if (!account)
        return account.error();
    std::optional<StoryId> original;
    if (!event.originalKey.isEmpty()) {
        auto found = find(event.originalKey);
        if (!found)
            return found.error();
        original = *found;
    }
    m_repostsWait = m_repostsWait || !original;
    const auto added = m_addRepost.run(event.key, original, event.originalKey, event.postedAt, *account);
    if (!added)
        return added.error();
    const bool isNew = m_tables.connection.changes() > 0;
    bool isAttached = isNew && original;
    if (!isNew && !event.originalKey.isEmpty()) {
        if (const auto named = m_nameOriginal.run(event.key, original, event.originalKey); !named)
            return named.error();
        isAttached = original && m_tables.connection.changes() > 0;
    }
    if (isAttached)
        m_touched.reposts.append({*original, event.postedAt, account->value_or(0)});
    auto row = m_findRepost.bind(event.key).next();
    if (!row)
        return row.error();
    const auto placed = m_addRepostProvenance.run(m_findRepost.number(0), m_source, record, m_run);
    return placed ? Result<bool>(isNew) : placed.error();
}

} // namespace tidemark
