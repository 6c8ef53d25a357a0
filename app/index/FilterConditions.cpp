// What a filter asks, made ready for the pass: its terms as sets and bits, the ways in which facets are counted.
#include "index/FilterPass.h"

#include <algorithm>
#include <utility>

namespace tidemark {

void FilterPass::addConditions()
{
    const Filter &filter = m_question.filter;
    const StoreAnswers &answers = m_question.answers;
    qsizetype attribute = 0;
    for (const FacetTerm &term : filter.facets) {
        Condition condition{.sets = {}, .bits = nullptr, .excluded = term.excluded};
        if (term.facet == Facet::Attribute)
            condition.bits = answers.attributes.value(attribute++).get();
        for (const FacetSets &value : m_data.values(term.facet)) {
            if (term.values.contains(value.key))
                condition.sets.insert(condition.sets.end(), value.sets.begin(), value.sets.end());
        }
        m_conditions.push_back(std::move(condition));
    }
    for (const PropertyTerm &term : filter.properties)
        addProperty(term);
    if (answers.words)
        m_conditions.push_back({.sets = {}, .bits = answers.words.get(), .excluded = false});
    if (answers.copies) {
        for (const CopiesTerm &term : filter.copies) {
            m_withCopies.push_back(answers.copies->withCopies(term));
            m_conditions.push_back({.sets = {}, .bits = &m_withCopies.back(), .excluded = term.excluded});
        }
    }
    if (!filter.ids.isEmpty()) {
        m_ids = Bitset(m_size);
        for (const StoryId id : filter.ids) {
            if (const auto ordinal = m_data.columns->ordinals.find(id))
                m_ids.insert(*ordinal);
        }
        m_conditions.push_back({.sets = {}, .bits = &m_ids, .excluded = false});
    }
}

void FilterPass::addProperty(const PropertyTerm &term)
{
    using Data = StoryIndex::Data;
    const auto add = [this](const BlockSet &set, bool excluded) {
        m_conditions.push_back({.sets = {&set}, .bits = nullptr, .excluded = excluded});
    };
    switch (term.property) {
    case Property::Unread:
        return add(m_data.flags[Data::Read], !term.excluded);
    case Property::Starred:
        return add(m_data.flags[Data::Starred], term.excluded);
    case Property::DoNotQuote:
        return add(m_data.flags[Data::DoNotQuote], term.excluded);
    case Property::HasNote:
        return add(m_data.flags[Data::Note], term.excluded);
    case Property::HasTheme:
        return add(m_data.noTheme, !term.excluded);
    case Property::HasWarning:
        return add(m_data.flags[Data::Warning], term.excluded);
    case Property::CodedByHand:
        return add(m_data.flags[Data::CodedByHand], term.excluded);
    case Property::Original:
        if (m_question.answers.copies)
            m_folds.push_back(term.excluded);
        return;
    case Property::Undated:
        if (term.excluded)
            m_until = std::min(m_until, m_data.dated());
        else
            m_from = std::max(m_from, m_data.dated());
        break;
    }
}

/// `without` names the facet (or attribute) whose choices are left out, and where it is excluded its exclusions,
/// too; null: none.
FilterPass::Variant FilterPass::variant(bool anytime, const FacetTerm *without) const
{
    Variant made{.conditions = {}, .from = m_from, .until = m_until, .runs = {}, .stories = nullptr};
    const TimeSpan &span = m_question.filter.span;
    if (!anytime && !span.isOpen()) {
        made.from = std::max(made.from, span.from ? m_data.firstOrdinalAt(*span.from) : 0);
        made.until = std::min(made.until, span.until ? m_data.firstOrdinalAt(*span.until) : m_data.dated());
    }
    const auto terms = static_cast<size_t>(m_question.filter.facets.size());
    for (size_t i = 0; i < m_conditions.size(); ++i) {
        if (without && i < terms) {
            const FacetTerm &term = m_question.filter.facets.at(static_cast<qsizetype>(i));
            if (term.facet == without->facet && term.attribute == without->attribute
                && (!term.excluded || without->excluded))
                continue;
        }
        made.conditions.push_back(&m_conditions[i]);
    }
    return made;
}

/// The place of the variant in which a facet is counted, or (excluded) what the filter excludes of it.
size_t FilterPass::variantFor(const FacetTerm &facet)
{
    const bool isNarrowed = std::ranges::any_of(m_question.filter.facets, [&facet](const FacetTerm &term) {
        return term.facet == facet.facet && term.attribute == facet.attribute && term.excluded == facet.excluded;
    });
    if (!m_question.keepAlternatives || !isNarrowed)
        return 0;
    m_variants.push_back(variant(false, &facet));
    return m_variants.size() - 1;
}

bool FilterPass::isExcluded(const FacetTerm &facet, const QString &value) const
{
    return std::ranges::any_of(m_question.filter.facets, [&](const FacetTerm &term) {
        return term.facet == facet.facet && term.attribute == facet.attribute && term.excluded
            && term.values.contains(value);
    });
}

/// Themes and sources are listed even without a story, other values only if the collection has them.
bool FilterPass::isListed(const FacetTerm &facet, const FacetSets &value)
{
    return facet.facet == Facet::Theme || facet.facet == Facet::Source || facet.facet == Facet::Attribute
        || std::ranges::any_of(value.sets, [](const BlockSet *set) { return !set->isEmpty(); });
}

/// Where copies are folded, the same story stands for others in the whole filter than in a wider one: a value that
/// is chosen is counted as the list has it.
bool FilterPass::countsInWhole(const FacetTerm &facet, const QString &value) const
{
    const QVector<FacetTerm> &terms = m_question.filter.facets;
    const auto isOfFacet = [&facet](const FacetTerm &term) {
        return term.facet == facet.facet && term.attribute == facet.attribute && !term.excluded;
    };
    const auto own = std::ranges::find_if(terms, isOfFacet);
    return !m_folds.empty() && own != terms.end() && own->values.contains(value)
        && std::ranges::count_if(terms, isOfFacet) == 1;
}

} // namespace tidemark
