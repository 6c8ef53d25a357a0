#pragma once

#include "index/IndexData.h"
#include "index/ThemeTable.h"

#include <span>
#include <vector>

namespace tidemark {

/// Counts one table in one pass over the blocks of the sets: while a block's rows, joined with the stories, are in
/// the cache, each column is joined with all of them.
class ThemeTableMaker
{
public:
    ThemeTableMaker(const StoryIndex::Data &data, const ThemeTableQuestion &question);

    ThemeTable make(const Bitset &stories);

private:
    /// Where a column's stories are: in sets, or at ordinals one after the other.
    struct Place
    {
        std::vector<const BlockSet *> sets;
        qint64 from = 0;
        qint64 until = 0;
    };

    void addValues(Facet facet);
    void addMonths(const Bitset &stories);
    void countBlock(std::span<const quint64> stories, size_t number);
    [[nodiscard]] bool gather(const Place &place, size_t number, std::span<quint64> words) const;
    void arrange();

    const StoryIndex::Data &m_data;
    const ThemeTableQuestion &m_question;
    std::vector<FacetSets> m_themes;
    std::vector<Place> m_places; ///< of the columns
    ThemeTable m_table;
};

} // namespace tidemark
