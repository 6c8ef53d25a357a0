#pragma once

#include "data/Chance.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidemark::bench {

/// Words put together from syllables by rule: nobody wrote them. Each language has 5,000 frequent words of its own
/// and shares the rare ones, 60,000 in all, drawn by Zipf's law.
class Vocabulary
{
public:
    Vocabulary();

    /// The word of a rank in a language; the frequent ones are short.
    [[nodiscard]] const std::string &word(std::size_t language, std::size_t rank) const
    {
        return m_words[language][rank];
    }
    [[nodiscard]] const std::string &anyWord(std::size_t language, Chance &chance) const
    {
        return m_words[language][m_ranks.draw(chance)];
    }
    [[nodiscard]] const std::string &anyTag(Chance &chance) const;

    /// Short English clauses that the shipped codebook's rules know, invented like the rest.
    static std::string_view anyThemedClause(Chance &chance);

    static const std::vector<std::string> &languages(); ///< their codes, the most frequent first

private:
    std::vector<std::vector<std::string>> m_words; ///< by language and rank
    Lottery m_ranks;
    Lottery m_tags;
};

} // namespace tidemark::bench
