#pragma once

#include "filter/Filter.h"
#include "index/Bitset.h"
#include "index/BlockSet.h"
#include "index/Columns.h"
#include "index/CopyGroups.h"
#include "index/ThemeTable.h"
#include "index/Timeline.h"
#include "story/Platform.h"
#include "story/ThemeSet.h"
#include "story/Voice.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tidemark {

/// What the index knows of one story: everything that can be filtered without asking the store.
struct IndexedStory
{
    StoryId id = noStory;
    std::optional<Instant> postedAt;
    Platform platform = Platform::Other;
    Voice voice = Voice::Unknown; ///< in force: by hand, else by rule
    ThemeSet themes;              ///< in force likewise
    QString language;
    QVector<qint64> sources; ///< source numbers, as in IndexNames::sources
    bool read = false;
    bool starred = false;
    bool doNotQuote = false;
    bool note = false;
    bool warning = false;
    bool codedByHand = false;
};

/// A repost of a story.
struct IndexedRepost
{
    StoryId original = noStory;
    std::optional<Instant> postedAt;
    qint64 account = 0;
};

/// The names behind the numbers of the index.
struct IndexNames
{
    QStringList themes;             ///< theme ids by number
    QHash<qint64, QString> sources; ///< source number -> name
};

struct FacetValue
{
    QString key;
    qint64 count = 0;

    /// The order of values without one of their own: by count, largest first, then by key.
    static bool comesFirst(const FacetValue &a, const FacetValue &b)
    {
        return a.count != b.count ? a.count > b.count : a.key < b.key;
    }
    friend bool operator==(const FacetValue &, const FacetValue &) = default;
};

/// A facet with the count of each of its values in the selection. Values without a story are there with 0, if
/// the collection has them.
struct FacetCounts
{
    Facet facet = Facet::Theme;
    QString attribute;          ///< for Facet::Attribute
    QVector<FacetValue> values; ///< themes in codebook order then `none`; others by count, then key

    friend bool operator==(const FacetCounts &, const FacetCounts &) = default;
};

/// An attribute of at most 50 values, with its stories by value: loaded from the store when asked for.
struct AttributeValues
{
    QString attribute;
    QHash<QString, BlockSet> values; ///< over this index's ordinals
};

/// The parts of a filter that only the store can answer, answered: in the order of Filter::facets' attribute
/// terms, the words, and the copies.
struct StoreAnswers
{
    std::shared_ptr<const Bitset> words; ///< null: the filter has no words
    QVector<std::shared_ptr<const Bitset>>
        attributes;                           ///< one a Facet::Attribute term: stories with any of its values
    std::shared_ptr<const CopyGroups> copies; ///< null: the filter doesn't ask for copies
};

/// The facets that the index itself counts, in the window's order.
inline constexpr std::array countedFacets{Facet::Theme, Facet::Voice, Facet::Platform, Facet::Language,
                                          Facet::Source};

/// Everything that one pass over the index is to find out.
struct IndexQuestion
{
    Filter filter;
    StoreAnswers answers;
    QVector<Facet> facets{};                                      ///< those to count, but for Facet::Attribute
    QVector<std::shared_ptr<const AttributeValues>> attributes{}; ///< and these
    /// A facet with any-of choices is counted without its own term, so that the alternatives stay visible;
    /// what is excluded, as if the filter said nothing of its facet.
    bool keepAlternatives = false;
    bool anytime = false; ///< also the stories without regard to the filter's span
};

struct IndexAnswer
{
    Bitset stories;
    Bitset anytime;              ///< of no size unless it was asked for
    QVector<FacetCounts> facets; ///< in the order of the question: facets, then attributes
    FacetCounts languages;       ///< within `stories`, whatever alternatives are kept
};

/// The in-memory index over stories in (posted_at, id) order, undated ones last. An immutable snapshot, shared
/// between threads; a change makes a new one that shares what didn't change.
class StoryIndex
{
public:
    StoryIndex(); ///< of an empty collection
    /// Stories in any order, each id once.
    StoryIndex(const QVector<IndexedStory> &stories, const QVector<IndexedRepost> &reposts, IndexNames names);

    /// A new snapshot in which these stories are as given (added or replaced), those are gone, and these reposts
    /// are there besides. A story that is gone takes its reposts with it; who is both gone and given is given.
    /// Changes of marks and codings copy only the sets they touch.
    [[nodiscard]] std::shared_ptr<const StoryIndex> with(const QVector<IndexedStory> &changed,
                                                         const QVector<StoryId> &removed,
                                                         const QVector<IndexedRepost> &reposts) const;
    [[nodiscard]] std::shared_ptr<const StoryIndex> withNames(IndexNames names) const;

    [[nodiscard]] qint64 size() const;
    [[nodiscard]] qint64 datedCount() const; ///< ordinals below it are dated
    [[nodiscard]] StoryId idAt(qint64 ordinal) const;
    [[nodiscard]] std::optional<qint64> ordinalOf(StoryId id) const;
    [[nodiscard]] std::optional<Instant> postedAt(qint64 ordinal) const;
    [[nodiscard]] IndexedStory story(qint64 ordinal) const;
    [[nodiscard]] TimeSpan span() const; ///< of all dated stories; open if there are none
    [[nodiscard]] const IndexNames &names() const;
    [[nodiscard]] qint64 countFrom(qint64 source) const; ///< stories that a source brought, by its number

    /// A set of ordinals from ids in any order; unknown ids are passed over.
    [[nodiscard]] Bitset bitsOf(std::span<const StoryId> ids) const;

    /// Answers in one pass over the blocks of the sets, split over the processor's cores.
    [[nodiscard]] IndexAnswer answer(const IndexQuestion &question) const;
    /// The stories of a filter alone.
    [[nodiscard]] Bitset select(const Filter &filter, const StoreAnswers &answers) const;

    /// The timeline of a set over [span], or over the whole collection's span where an end is open (with its
    /// reposts, if they are counted). What lies outside the span is in no bucket. Accounts are counted from the
    /// authors' numbers by ordinal (0: unknown), which only the store has: null counts those of reposts alone.
    [[nodiscard]] Timeline timeline(const TimelineQuestion &question, const Bitset &stories, const TimeSpan &span,
                                    const NumberColumn *accounts = nullptr) const;

    /// How the stories of a set are spread over themes and something else.
    [[nodiscard]] ThemeTable themeTable(const ThemeTableQuestion &question, const Bitset &stories) const;

private:
    struct Data;
    friend class FilterPass;
    friend class IndexBuilder;
    friend class IndexPacking;
    friend class IndexUnpacking;
    friend class ThemeTableMaker;
    explicit StoryIndex(std::shared_ptr<const Data> data);

    std::shared_ptr<const Data> m_data;
};

} // namespace tidemark
