#pragma once

#include "index/Selection.h"
#include "theme/RuleCoder.h"

namespace tidemark {

struct SelectionQuestion;

/// The answer to the window's first question, if that is about all stories: as it was kept beside the index, to be
/// given until the index is there. A value.
class KeptAnswer
{
public:
    KeptAnswer(const Overview &overview, const RuleCoder &rules);

    [[nodiscard]] bool answers(const SelectionQuestion &question) const;
    [[nodiscard]] const Selection &selection() const { return m_selection; } ///< a Selection::isPreview()

private:
    TimelineQuestion m_timeline;
    Selection m_selection;
};

} // namespace tidemark
