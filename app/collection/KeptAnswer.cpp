#include "collection/KeptAnswer.h"

#include "collection/Answer.h"
#include "collection/Collection.h"

#include <algorithm>

namespace tidemark {

KeptAnswer::KeptAnswer(const Overview &overview, const RuleCoder &rules)
    : m_timeline(overview.timelineQuestion()), m_selection(std::make_shared<const Overview>(overview))
{
    const auto languages = std::ranges::find(overview.facets, Facet::Language, &FacetCounts::facet);
    if (languages != overview.facets.cend())
        m_selection.unreadLanguages = unreadLanguages(*languages, rules);
}

bool KeptAnswer::answers(const SelectionQuestion &question) const
{
    return question.mayBePreview && question.filter.isEmpty() && question.timeline == m_timeline
        && question.attributeFacets.isEmpty();
}

} // namespace tidemark
