#include "store/CopyGrouping.h"

#include "store/InOneMoment.h"
#include "store/SketchTable.h"
#include "store/Statement.h"

#include <QCoreApplication>
#include <QVariant>
#include <QtEndian>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 mostAtOnce = 4'000'000; ///< new stories; 200 MB
constexpr qint64 parts = 8;
constexpr quint64 progressEvery = 0xffff;

TextSketch sketchFromBytes(const QByteArray &bytes)
{
    TextSketch sketch{};
    if (static_cast<size_t>(bytes.size()) == TextSketch().size() * sizeof(quint32))
        qFromLittleEndian<quint32>(bytes.constData(), sketch.size(), sketch.data());
    return sketch;
}

/// Finds copies among stories that wait to be compared, some at a time.
class Grouping
{
public:
    /// Goes on behind what was found before.
    Grouping(Connection &connection, const Progress &progress, qint64 atOnce, FoundCopies before = {})
        : m_connection(connection),
          m_progress(progress),
          m_atOnce(atOnce),
          m_text(connection, "SELECT text FROM story_text WHERE story = ?"),
          m_joining(connection, std::move(before.leadsTo)),
          m_stories(before.stories),
          m_last(before.last)
    {
    }

    /// Compares the next ones; gives how many they were.
    Result<qint64> goThroughSome()
    {
        m_after = m_last;
        const auto taken = takeNew();
        if (!taken || taken.value() == 0)
            return taken;
        m_stories += taken.value();
        m_table.sort();
        if (auto met = meetOld(); !met)
            return met.error();
        if (auto joined = joinCopies(); !joined)
            return joined.error();
        return taken;
    }

    FoundCopies found() { return {m_joining.take(), m_stories, m_last}; }

    /// Sketches that stories lacked which were there before there were sketches, to be written.
    [[nodiscard]] const std::vector<std::pair<qint64, TextSketch>> &madeSketches() const { return m_made; }

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
                          "WHERE ungrouped_story.story > ? ORDER BY ungrouped_story.story LIMIT ?");
        qint64 taken = 0;
        auto row = stories.bind(m_after, m_atOnce).next();
        for (; row && row.value(); row = stories.next(), ++taken) {
            m_last = stories.number(0);
            if (auto on = goOn(); !on)
                return on.error();
            if (!stories.isNull(1)) {
                m_table.add(m_last, sketchFromBytes(stories.bytes(1)));
                continue;
            }
            const auto tokens = tokensOf(m_last);
            if (!tokens)
                return tokens.error();
            if (!canBeCopied(tokens.value()))
                continue;
            m_made.emplace_back(m_last, sketchOf(wordRuns(tokens.value())));
            m_table.add(m_last, m_made.back().second);
        }
        return row ? Result<qint64>(taken) : Result<qint64>(row.error());
    }

    /// Whom the new ones are compared with, in order. Stories that wait are nearly always numbered one after the
    /// other; only where they are not has each between them to be looked for.
    Result<> meetOld()
    {
        Statement waiting(m_connection,
                          "SELECT min(story), max(story), count(*) FROM ungrouped_story WHERE story > ?");
        if (const auto row = waiting.bind(m_after).next(); !row)
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
    qint64 m_atOnce;
    Statement m_text;
    CopyJoining m_joining;
    SketchTable m_table;
    std::vector<std::pair<qint64, TextSketch>> m_made;
    qint64 m_stories;
    qint64 m_after = 0; ///< up to this one they were compared
    qint64 m_last;
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
    Grouping grouping(connection, progress, mostAtOnce);
    const auto taken = grouping.goThroughSome();
    if (!taken || taken.value() == 0)
        return taken;
    Statement put(connection, "INSERT INTO text_sketch (story, numbers) VALUES (?, ?)");
    for (const auto &[story, sketch] : grouping.madeSketches()) {
        if (auto written = put.run(story, sketchToBytes(sketch)); !written)
            return written.error();
    }
    const auto written = writeCopies(connection, grouping.found());
    return written ? taken : Result<qint64>(written.error());
}

Result<std::optional<FoundCopies>> findCopies(Connection &connection, const Progress &progress, qint64 atOnce)
{
    const auto waiting = connection.value(u"SELECT count(*) FROM ungrouped_story"_s);
    if (!waiting)
        return waiting.error();
    const qint64 size = std::max(atOnce, std::min(waiting->toLongLong() / parts, mostAtOnce));
    FoundCopies found;
    for (;;) {
        bool lackedSketches = false;
        const auto taken = inOneMoment(connection, [&] {
            Grouping part(connection, progress, size, std::move(found));
            auto some = part.goThroughSome();
            found = part.found();
            lackedSketches = !part.madeSketches().empty();
            return some;
        });
        if (!taken)
            return taken.error();
        if (lackedSketches)
            return std::optional<FoundCopies>();
        if (taken.value() == 0)
            return std::optional(std::move(found));
    }
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
