#pragma once

#include "index/Overview.h"
#include "index/StoryIndex.h"

#include <QVector>

#include <memory>
#include <optional>
#include <utility>

namespace tidemark {

enum class Order : quint8 { NewestFirst, OldestFirst, MostRelevant };

/// An order of a selection's stories that time doesn't give.
struct Ranking
{
    explicit Ranking(std::vector<quint32> storyAt); ///< each row of Order::OldestFirst, once

    std::vector<quint32> storyAt; ///< by row: the story's row under Order::OldestFirst
    std::vector<quint32> rowOf;   ///< the other way round
};

/// The answer to a filter: the stories, their number, facets and timeline. A value over an immutable snapshot of
/// the index: cheap to copy, any thread. Undated stories come last in either order of time, by id: falling with the
/// newest first, rising with the oldest first. Without a ranking the most relevant first are the newest first.
class Selection
{
public:
    static constexpr qint64 mostRanked = 1'000'000; ///< larger selections have no ranking

    Selection() = default; ///< of nothing
    Selection(std::shared_ptr<const StoryIndex> index, Filter filter, Bitset stories);
    /// Of all stories, with facets and timeline, but with no index.
    explicit Selection(std::shared_ptr<const Overview> overview);

    /// Whether it is to be shown and no more, until the selection itself is there: ids() and rowOf() know some rows
    /// alone (Overview), and index(), stories() and times() are of nothing.
    [[nodiscard]] bool isPreview() const { return m_overview != nullptr; }

    [[nodiscard]] const Filter &filter() const;
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const Bitset &stories() const { return *m_stories; }
    [[nodiscard]] const StoryIndex &index() const { return *m_index; }

    /// The ids of rows [first, first + count), fewer at the end.
    [[nodiscard]] QVector<StoryId> ids(qint64 first, qint64 count, Order order) const;
    [[nodiscard]] QVector<StoryId> allIds(Order order) const { return ids(0, m_count, order); }
    /// The row of a story, or -1 if it isn't selected.
    [[nodiscard]] qint64 rowOf(StoryId id, Order order) const;
    /// The times of the first and of the last dated story; absent if none has a date.
    [[nodiscard]] std::optional<std::pair<Instant, Instant>> times() const;

    void rank(std::shared_ptr<const Ranking> ranking) { m_ranking = std::move(ranking); }
    [[nodiscard]] bool isRanked() const { return m_ranking != nullptr; }

    QVector<FacetCounts> facets;
    Timeline timeline;
    qint64 unreadLanguages = 0; ///< stories in languages that the codebook's rules don't read
    /// Stories whose attributes are damaged, where attributes were asked for: they count as having none.
    qint64 damagedAttributes = 0;

private:
    [[nodiscard]] qint64 rank(qint64 ordinal) const;
    [[nodiscard]] qint64 ordinalOfRank(qint64 rank) const;

    std::shared_ptr<const StoryIndex> m_index = std::make_shared<const StoryIndex>();
    std::shared_ptr<const Bitset> m_stories = std::make_shared<const Bitset>();
    std::shared_ptr<const Overview> m_overview; ///< null: of an index
    std::shared_ptr<const Filter> m_filter = std::make_shared<const Filter>();
    std::shared_ptr<const std::vector<qint64>> m_ranks; ///< stories before each step of words
    std::shared_ptr<const Ranking> m_ranking;           ///< null: not ranked
    qint64 m_count = 0;
};

} // namespace tidemark
