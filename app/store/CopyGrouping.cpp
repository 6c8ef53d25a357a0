#include "store/CopyGrouping.h"

#include "store/SketchTable.h"
#include "store/Statement.h"

#include <QCoreApplication>
#include <QVariant>
#include <QtEndian>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 mostAtOnce = 4'000'000; ///< new stories; 200 MB
constexpr quint64 progressEvery = 0xffff;

TextSketch sketchFromBytes(const QByteArray &bytes)
{
    TextSketch sketch{};
    if (static_cast<size_t>(bytes.size()) == TextSketch().size() * sizeof(quint32))
        qFromLittleEndian<quint32>(bytes.constData(), sketch.size(), sketch.data());
    return sketch;
}

/// Groups as they stand in the file, and what joins them. A node is a story, or a group of before by its number
/// turned negative.
class Joining
{
public:
    explicit Joining(Connection &connection)
        : m_connection(connection), m_groupOf(connection, "SELECT copy_group FROM near_copy WHERE story = ?")
    {
    }

    Result<bool> areTogether(qint64 a, qint64 b)
    {
        const auto rootA = root(a);
        const auto rootB = rootA ? root(b) : rootA;
        return rootB ? Result<bool>(rootA.value() == rootB.value()) : Result<bool>(rootB.error());
    }

    Result<> join(qint64 a, qint64 b)
    {
        const auto rootA = root(a);
        const auto rootB = rootA ? root(b) : rootA;
        if (!rootB)
            return rootB.error();
        m_parent[std::max(rootA.value(), rootB.value())] = std::min(rootA.value(), rootB.value());
        return {};
    }

    Result<> write()
    {
        auto last = m_connection.value(u"SELECT coalesce(max(copy_group), 0) FROM near_copy"_s);
        if (!last)
            return last.error();
        qint64 newest = last->toLongLong();
        std::map<qint64, std::vector<qint64>> groups;
        for (const auto &[node, parent] : m_parent)
            groups[rootOf(node)].push_back(node);
        Statement put(m_connection,
                      "INSERT INTO near_copy (story, copy_group) VALUES (?1, ?2) "
                      "ON CONFLICT DO UPDATE SET copy_group = ?2");
        Statement rename(m_connection, "UPDATE near_copy SET copy_group = ? WHERE copy_group = ?");
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
        return {};
    }

private:
    Result<qint64> root(qint64 story)
    {
        if (!m_parent.contains(story)) {
            const auto row = m_groupOf.bind(story).next();
            if (!row)
                return row.error();
            const qint64 group = row.value() ? -m_groupOf.number(0) : story;
            m_parent.emplace(group, group);
            m_parent.emplace(story, group);
        }
        return rootOf(story);
    }

    qint64 rootOf(qint64 node)
    {
        while (m_parent[node] != node)
            node = m_parent[node] = m_parent[m_parent[node]];
        return node;
    }

    Connection &m_connection;
    Statement m_groupOf;
    std::unordered_map<qint64, qint64> m_parent;
};

class Grouping
{
public:
    Grouping(Connection &connection, const Progress &progress)
        : m_connection(connection),
          m_progress(progress),
          m_text(connection, "SELECT text FROM story_text WHERE story = ?"),
          m_joining(connection)
    {
    }

    Result<qint64> run()
    {
        const auto taken = takeNew();
        if (!taken || taken.value() == 0)
            return taken;
        m_table.sort();
        if (auto met = meetOld(); !met)
            return met.error();
        if (auto joined = joinCopies(); !joined)
            return joined.error();
        if (auto written = m_joining.write(); !written)
            return written.error();
        Statement done(m_connection, "DELETE FROM ungrouped_story WHERE story <= ?");
        if (auto forgotten = done.run(m_last); !forgotten)
            return forgotten.error();
        return taken;
    }

private:
    [[nodiscard]] Result<> goOn()
    {
        if ((++m_steps & progressEvery) == 0 && m_progress.isCancelled())
            return Error{Error::Kind::Cancelled, QCoreApplication::translate("Store", "Stopped.")};
        return {};
    }

    Result<qint64> takeNew()
    {
        Statement stories(m_connection,
                          "SELECT ungrouped_story.story, numbers FROM ungrouped_story "
                          "LEFT JOIN text_sketch ON text_sketch.story = ungrouped_story.story "
                          "ORDER BY ungrouped_story.story LIMIT ?");
        Statement put(m_connection, "INSERT INTO text_sketch (story, numbers) VALUES (?, ?)");
        qint64 taken = 0;
        auto row = stories.bind(mostAtOnce).next();
        for (; row && row.value(); row = stories.next(), ++taken) {
            m_last = stories.number(0);
            if (auto on = goOn(); !on)
                return on.error();
            if (!stories.isNull(1)) {
                m_table.add(m_last, sketchFromBytes(stories.bytes(1)));
                continue;
            }
            const auto tokens = tokensOf(m_last); // it was there before there were sketches
            if (!tokens)
                return tokens.error();
            if (!canBeCopied(tokens.value()))
                continue;
            const TextSketch sketch = sketchOf(wordRuns(tokens.value()));
            if (auto written = put.run(m_last, sketchToBytes(sketch)); !written)
                return written.error();
            m_table.add(m_last, sketch);
        }
        return row ? Result<qint64>(taken) : Result<qint64>(row.error());
    }

    /// Whom the new ones are compared with, in order. Stories that wait are nearly always numbered one after the
    /// other; only where they are not has each between them to be looked for.
    Result<> meetOld()
    {
        Statement waiting(m_connection, "SELECT min(story), max(story), count(*) FROM ungrouped_story");
        if (const auto row = waiting.next(); !row)
            return row.error();
        const qint64 first = waiting.number(0);
        const qint64 last = waiting.number(1);
        auto met = meet("story < ?", first);
        if (met && waiting.number(2) <= last - first)
            met = meet("story BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM ungrouped_story "
                       "WHERE ungrouped_story.story = text_sketch.story)",
                       first, last);
        return met ? meet("story > ?", last) : met;
    }

    template<typename... Numbers>
    Result<> meet(const QByteArray &condition, Numbers... numbers)
    {
        Statement old(m_connection,
                      "SELECT story, numbers FROM text_sketch WHERE " + condition + " ORDER BY story");
        auto row = old.bind(numbers...).next();
        for (; row && row.value(); row = old.next()) {
            m_table.meet(old.number(0), sketchFromBytes(old.bytes(1)));
            if (auto on = goOn(); !on)
                return on;
        }
        return row ? Result<>() : Result<>(row.error());
    }

    Result<> joinCopies()
    {
        const std::vector<SketchTable::Pair> pairs = m_table.pairs();
        WordRuns runs;
        qint64 runsOf = 0;
        for (auto pair = pairs.begin(); pair != pairs.end();) {
            if (auto on = goOn(); !on)
                return on;
            const auto next = std::find_if(pair, pairs.end(), [&](const auto &other) { return other != *pair; });
            const auto together = m_joining.areTogether(pair->first, pair->story);
            if (!together)
                return together.error();
            bool isCopy = std::distance(pair, next) == static_cast<std::ptrdiff_t>(SketchTable::places);
            if (!together.value() && !isCopy) {
                const auto first = runsOf == pair->first ? Result<WordRuns>(std::move(runs)) : read(pair->first);
                const auto second = first ? read(pair->story) : first;
                if (!second)
                    return second.error();
                isCopy = shared(first.value(), second.value()) >= sharedByCopies;
                runs = first.value();
                runsOf = pair->first;
            }
            if (!together.value() && isCopy) {
                if (auto joined = m_joining.join(pair->first, pair->story); !joined)
                    return joined;
            }
            pair = next;
        }
        return {};
    }

    Result<Tokens> tokensOf(qint64 story)
    {
        const auto row = m_text.bind(story).next();
        return row ? Result<Tokens>(tokenise(m_text.text(0))) : Result<Tokens>(row.error());
    }

    Result<WordRuns> read(qint64 story)
    {
        const auto tokens = tokensOf(story);
        return tokens ? Result<WordRuns>(wordRuns(tokens.value())) : Result<WordRuns>(tokens.error());
    }

    Connection &m_connection;
    const Progress &m_progress;
    Statement m_text;
    Joining m_joining;
    SketchTable m_table;
    qint64 m_last = 0;
    quint64 m_steps = 0;
};

} // namespace

QByteArray sketchToBytes(const TextSketch &sketch)
{
    QByteArray bytes(static_cast<qsizetype>(SketchTable::places * sizeof(quint32)), Qt::Uninitialized);
    qToLittleEndian<quint32>(sketch.data(), SketchTable::places, bytes.data());
    return bytes;
}

Result<qint64> groupSomeCopies(Connection &connection, const Progress &progress)
{
    return Grouping(connection, progress).run();
}

Result<CopyGroups> readCopyGroups(Connection &connection, const StoryIndex &index)
{
    Statement copies(connection, "SELECT copy_group, story FROM near_copy ORDER BY copy_group");
    CopyGroups groups(index.size());
    std::vector<quint32> ordinals;
    qint64 group = 0;
    auto row = copies.next();
    for (; row && row.value(); row = copies.next()) {
        if (copies.number(0) != group)
            groups.add(std::exchange(ordinals, {}));
        group = copies.number(0);
        if (const auto ordinal = index.ordinalOf(copies.story(1)))
            ordinals.push_back(static_cast<quint32>(*ordinal));
    }
    groups.add(std::move(ordinals));
    return row ? Result<CopyGroups>(std::move(groups)) : Result<CopyGroups>(row.error());
}

Result<QVector<StoryId>> readCopiesOf(Connection &connection, StoryId story)
{
    Statement copies(connection,
                     "SELECT story FROM near_copy WHERE copy_group = (SELECT copy_group FROM near_copy "
                     "WHERE story = ?) AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE "
                     "hidden_story.story = near_copy.story) ORDER BY story");
    QVector<StoryId> found;
    auto row = copies.bind(story).next();
    for (; row && row.value(); row = copies.next())
        found.append(copies.story(0));
    if (!row)
        return row.error();
    return found.isEmpty() ? QVector<StoryId>{story} : found;
}

} // namespace tidemark
