#include "store/FoundCopies.h"

#include <QVariant>

#include <algorithm>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

qint64 rootOf(std::unordered_map<qint64, qint64> &leadsTo, qint64 node)
{
    while (leadsTo[node] != node)
        node = leadsTo[node] = leadsTo[leadsTo[node]];
    return node;
}

} // namespace

Result<bool> CopyJoining::areTogether(qint64 a, qint64 b)
{
    const auto rootA = root(a);
    const auto rootB = rootA ? root(b) : rootA;
    return rootB ? Result<bool>(rootA.value() == rootB.value()) : Result<bool>(rootB.error());
}

Result<> CopyJoining::join(qint64 a, qint64 b)
{
    const auto rootA = root(a);
    const auto rootB = rootA ? root(b) : rootA;
    if (!rootB)
        return rootB.error();
    m_leadsTo[std::max(rootA.value(), rootB.value())] = std::min(rootA.value(), rootB.value());
    return {};
}

Result<qint64> CopyJoining::root(qint64 story)
{
    if (!m_leadsTo.contains(story)) {
        const auto row = m_groupOf.bind(story).next();
        if (!row)
            return row.error();
        const qint64 group = row.value() ? -m_groupOf.number(0) : story;
        m_leadsTo.emplace(group, group);
        m_leadsTo.emplace(story, group);
    }
    return rootOf(m_leadsTo, story);
}

Result<> writeCopies(Connection &connection, FoundCopies found)
{
    auto last = connection.value(u"SELECT coalesce(max(copy_group), 0) FROM near_copy"_s);
    if (!last)
        return last.error();
    qint64 newest = last->toLongLong();
    std::map<qint64, std::vector<qint64>> groups;
    for (const auto &[node, next] : found.leadsTo)
        groups[rootOf(found.leadsTo, node)].push_back(node);
    Statement put(connection,
                  "INSERT INTO near_copy (story, copy_group) VALUES (?1, ?2) "
                  "ON CONFLICT DO UPDATE SET copy_group = ?2");
    Statement rename(connection, "UPDATE near_copy SET copy_group = ? WHERE copy_group = ?");
    for (auto &[root, nodes] : groups) {
        if (nodes.size() < 2)
            continue;
        std::ranges::sort(nodes);
        const qint64 group = root < 0 ? -root : ++newest;
        for (const qint64 node : nodes) {
            const Result<> written = node > 0 ? put.run(node, group)
                : -node == group              ? Result<>()
                                              : rename.run(group, -node);
            if (!written)
                return written;
        }
    }
    Statement done(connection, "DELETE FROM ungrouped_story WHERE story <= ?");
    return done.run(found.last);
}

} // namespace tidemark
