#pragma once

#include "theme/RuleCoder.h"

#include <memory>
#include <vector>

namespace tidemark {

/// What the rules say of a text, for a learner: whatever the story's language, for the learner weighs it itself.
struct RuleHits
{
    ThemeSet themes;
    ThemeSet byVariant; ///< by the other wordings of rules that the program's codebook brings ("variants")
    Voice voice = Voice::Unknown;
};

/// Finds the hits of a codebook's rules, and of the shipped variants of its themes. Immutable; any thread.
class HitFinder
{
public:
    explicit HitFinder(const Codebook &codebook);

    [[nodiscard]] RuleHits find(const Tokens &tokens) const;
    [[nodiscard]] const RuleCoder &rules() const { return *m_rules; }

private:
    std::unique_ptr<const RuleCoder> m_rules;
    std::vector<std::unique_ptr<const RuleCoder>> m_variants;
};

} // namespace tidemark
