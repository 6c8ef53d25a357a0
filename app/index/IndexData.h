#pragma once

#include "index/StoryIndex.h"

#include <array>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace tidemark {

/// A set of ordinals that snapshots share until one of them writes. A copy is shared; the first write to it makes
/// it its own. No set at all is the empty one.
class SharedBits
{
public:
    SharedBits() = default;
    SharedBits(const SharedBits &other) : m_bits(other.m_bits) {}
    SharedBits(SharedBits &&other) noexcept = default;
    SharedBits &operator=(const SharedBits &other);
    SharedBits &operator=(SharedBits &&other) noexcept = default;
    ~SharedBits() = default;

    [[nodiscard]] const Bitset *bits() const { return m_bits.get(); } ///< null: empty
    [[nodiscard]] bool contains(qint64 ordinal) const { return m_bits && m_bits->contains(ordinal); }
    [[nodiscard]] bool isEmpty() const { return !m_bits || m_bits->isEmpty(); }

    void set(qint64 ordinal, bool member, qint64 size);
    void replace(std::shared_ptr<Bitset> bits);

private:
    std::shared_ptr<Bitset> m_bits;
    bool m_own = false;
};

/// From a story's number to its ordinal: an array where the numbers lie close, as they do in a collection.
class OrdinalMap
{
public:
    OrdinalMap() = default;
    explicit OrdinalMap(const std::vector<StoryId> &ids);

    [[nodiscard]] std::optional<qint64> find(StoryId id) const;

private:
    std::vector<qint32> m_dense; ///< by number; -1: no such story
    QHash<StoryId, qint32> m_sparse;
};

/// What the stories of a snapshot have by ordinal. Never changed once made.
struct IndexColumns
{
    std::vector<Instant> times; ///< of the dated ones
    std::vector<StoryId> ids;
    std::vector<qint64> accounts;
    OrdinalMap ordinals;
};

/// Everything behind a StoryIndex.
struct StoryIndex::Data
{
    enum Flag : size_t { Read, Starred, DoNotQuote, Note, Warning, CodedByHand, FlagCount };

    std::shared_ptr<const IndexColumns> columns = std::make_shared<const IndexColumns>();
    std::array<SharedBits, ThemeSet::capacity> themes;
    SharedBits noTheme;
    std::array<SharedBits, allVoices.size()> voices;       ///< by number
    std::array<SharedBits, allPlatforms.size()> platforms; ///< by number
    std::map<QString, SharedBits> languages;               ///< by facet key: `unknown` where there is none
    std::map<qint64, SharedBits> sources;
    std::array<SharedBits, FlagCount> flags;
    std::shared_ptr<const std::vector<IndexedRepost>> reposts
        = std::make_shared<const std::vector<IndexedRepost>>(); ///< dated, by time
    std::shared_ptr<const IndexNames> names = std::make_shared<const IndexNames>();

    [[nodiscard]] qint64 size() const { return static_cast<qint64>(columns->ids.size()); }
    [[nodiscard]] qint64 dated() const { return static_cast<qint64>(columns->times.size()); }
    [[nodiscard]] qint64 firstOrdinalAt(Instant instant) const; ///< of the stories at or after it
    [[nodiscard]] IndexedStory story(qint64 ordinal) const;

    /// The sets of the values of a facet, by key, in codebook order for themes.
    [[nodiscard]] std::vector<std::pair<QString, const Bitset *>> values(Facet facet) const;

    /// Makes these stories (each once) as given and takes those out.
    void change(std::vector<IndexedStory> changed, const QVector<StoryId> &removed);
    void addReposts(const QVector<IndexedRepost> &added);

private:
    struct Run;
    [[nodiscard]] qint64 positionOf(const IndexedStory &story) const;
    [[nodiscard]] bool staysAt(qint64 ordinal, const IndexedStory &story) const;
    void assign(qint64 ordinal, const IndexedStory &story);
    void insert(qint64 ordinal, const IndexedStory &story);
    void rearrange(std::vector<IndexedStory> incoming, const std::vector<qint64> &leaving);
    template<typename Visit>
    void forEachSet(Visit visit);
};

} // namespace tidemark
