#include "store/FoundCopies.h"

#include <QVariant>

#include <algorithm>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Halves the way for the next who asks. A node that leads nowhere is its own root.
qint64 rootOf(std::unordered_map<qint64, qint64> &leadsTo, qint64 node)
{
    for (auto at = leadsTo.find(node); at != leadsTo.end() && at->second != node;) {
        const auto next = leadsTo.find(at->second);
        if (next == leadsTo.end())
            return at->second;
        at->second = next->second;
        node = next->second;
        at = leadsTo.find(node);
    }
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
    const auto [first, second] = std::minmax(rootA.value(), rootB.value());
    for (const auto &[node, group] : {std::pair(a, rootA.value()), std::pair(b, rootB.value())}) {
        m_leadsTo.emplace(group, group);
        m_leadsTo.emplace(node, group);
    }
    m_leadsTo[second] = first;
    return {};
}

/// What was not joined is its own root, or its group's, and isn't remembered.
Result<qint64> CopyJoining::root(qint64 story)
{
    const qint64 known = rootOf(m_leadsTo, story);
    if (known != story || m_leadsTo.contains(story))
        return known;
    const auto row = m_groupOf.bind(story).next();
    if (!row)
        return row.error();
    return row.value() ? rootOf(m_leadsTo, -m_groupOf.number(0)) : story;
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
