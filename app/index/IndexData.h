#pragma once

#include "index/StoryIndex.h"

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace tidemark {

/// What the stories of a snapshot have by ordinal. Never changed once made.
struct IndexColumns
{
    TimeColumn times; ///< of the dated ones
    NumberColumn ids;
    OrdinalMap ordinals;
};

/// One value of a facet: its key and the sets that have its stories. They are several where several sources have
/// one name.
struct FacetSets
{
    QString key;
    std::vector<const BlockSet *> sets;
};

/// Everything behind a StoryIndex.
struct StoryIndex::Data
{
    enum Flag : size_t { Read, Starred, DoNotQuote, Note, Warning, CodedByHand, FlagCount };

    std::shared_ptr<const IndexColumns> columns = std::make_shared<const IndexColumns>();
    std::array<BlockSet, ThemeSet::capacity> themes;
    BlockSet noTheme;
    std::array<BlockSet, allVoices.size()> voices;       ///< by number
    std::array<BlockSet, allPlatforms.size()> platforms; ///< by number
    std::map<QString, BlockSet> languages;               ///< by facet key: `unknown` where there is none
    std::map<qint64, BlockSet> sources;
    std::array<BlockSet, FlagCount> flags;
    std::shared_ptr<const std::vector<IndexedRepost>> reposts
        = std::make_shared<const std::vector<IndexedRepost>>(); ///< dated, by time
    std::shared_ptr<const IndexNames> names = std::make_shared<const IndexNames>();

    [[nodiscard]] qint64 size() const { return columns->ids.size(); }
    [[nodiscard]] qint64 dated() const { return columns->times.size(); }
    [[nodiscard]] qint64 firstOrdinalAt(Instant instant) const; ///< of the stories at or after it
    [[nodiscard]] IndexedStory story(qint64 ordinal) const;

    /// The sets of the values of a facet, by key, in codebook order for themes.
    [[nodiscard]] std::vector<FacetSets> values(Facet facet) const;

    static QString languageKey(const QString &language);                   ///< of the facet
    static std::array<bool, FlagCount> flagsOf(const IndexedStory &story); ///< in the order of Flag

    /// Makes these stories (each once) as given and takes those out.
    void change(std::vector<IndexedStory> changed, const QVector<StoryId> &removed);
    /// Adds a story to the sets at its place.
    void insert(qint64 ordinal, const IndexedStory &story);
    void addReposts(const QVector<IndexedRepost> &added);

private:
    [[nodiscard]] qint64 positionOf(const IndexedStory &story) const;
    [[nodiscard]] bool staysAt(qint64 ordinal, const IndexedStory &story) const;
    void assign(qint64 ordinal, const IndexedStory &story);
    void rearrange(std::vector<IndexedStory> incoming, const std::vector<qint64> &leaving);
    [[nodiscard]] std::vector<BlockSet *> allSets();
};

} // namespace tidemark
