#pragma once

#include "index/IndexData.h"
#include "index/StoryIndex.h"

#include <deque>
#include <span>
#include <vector>

namespace tidemark {

/// Answers one question in one pass: block after block, the conditions are joined, and while the outcome is still
/// in the cache, the values of the facets are counted in it. The cores share the blocks.
///
/// Of what each story has exactly one, such as a platform, the last value has what the others leave.
///
/// Which story of a group of copies is the original depends on what the rest of the filter chooses. So where that
/// is asked, the rest is joined in a pass of its own before.
class FilterPass
{
public:
    FilterPass(const StoryIndex::Data &data, const IndexQuestion &question);

    [[nodiscard]] IndexAnswer run();

private:
    /// In any of these sets, or (excluded) in none of them.
    struct Condition
    {
        std::vector<const BlockSet *> sets;
        const Bitset *bits = nullptr;
        bool excluded = false;
    };

    /// Values of one facet that are counted in one variant, as places in m_values.
    struct Run
    {
        size_t first;
        size_t end;
        bool isOneEach; ///< all values of a facet, of which each story has exactly one
    };

    /// The whole filter, or the filter without some of its terms.
    struct Variant
    {
        std::vector<const Condition *> conditions;
        qint64 from = 0;
        qint64 until = 0;
        std::vector<Run> runs;     ///< of values that are counted in it
        Bitset *stories = nullptr; ///< where it goes, if it is asked for
    };

    /// A facet whose values are counted.
    struct Tally
    {
        FacetCounts counts;
        size_t firstValue = 0;
        qsizetype values = 0;
    };

    class Worker;

    void addConditions();
    void addProperty(const PropertyTerm &term);
    [[nodiscard]] Variant variant(bool anytime, const FacetTerm *without) const;
    [[nodiscard]] size_t variantFor(const FacetTerm &facet);
    /// What the filter excludes of it is counted in a variant of its own, if there is one (else 0).
    [[nodiscard]] Tally tally(size_t variant, size_t ofExcluded, const FacetTerm &facet,
                              const std::vector<FacetSets> &values);
    [[nodiscard]] bool isExcluded(const FacetTerm &facet, const QString &value) const;
    [[nodiscard]] bool countsInWhole(const FacetTerm &facet, const QString &value) const;
    [[nodiscard]] static bool isListed(const FacetTerm &facet, const FacetSets &value);
    [[nodiscard]] FacetCounts counted(Tally &tally) const;
    void foldCopies();
    void goThroughBlocks();

    const StoryIndex::Data &m_data;
    const IndexQuestion &m_question;
    qint64 m_size;
    qint64 m_from = 0; ///< a condition on ordinals, whatever the span
    qint64 m_until;
    Bitset m_ids;
    std::deque<Bitset> m_withCopies;     ///< one a term of Filter::copies
    std::vector<bool> m_folds;           ///< one a term is:original, true where it is turned round
    std::deque<Bitset> m_later;          ///< one a variant: the copies of earlier stories in it
    std::deque<Condition> m_foldings;    ///< by them
    std::vector<Condition> m_conditions; ///< the facets' terms first, in their order
    std::vector<Variant> m_variants;     ///< the first is the whole filter
    std::vector<FacetSets> m_values;
    std::vector<qint64> m_counts; ///< by value
};

} // namespace tidemark
