#include "data/Vocabulary.h"

#include <array>

namespace tidemark::bench {

namespace {

constexpr std::size_t wordCount = 60'000;
constexpr std::size_t ownWords = 5'000;
constexpr std::size_t tagCount = 3'000;
constexpr std::size_t firstTag = 40; ///< tags are made of words that aren't among the most frequent

std::string wordOfRank(std::size_t rank)
{
    static constexpr std::array onsets{"b", "d", "f", "g", "h", "k",  "l",  "m",  "n",  "p",
                                       "r", "s", "t", "v", "w", "st", "tr", "sh", "ch", "pl"};
    static constexpr std::array vowels{"a", "e", "i", "o", "u", "ea", "ou", "é", "ai", "y"};
    static constexpr std::array codas{"", "n", "rs"};
    std::string word;
    std::size_t rest = rank;
    for (int syllable = 0; syllable == 0 || (rest > 0 && syllable < 4); ++syllable) {
        word += onsets[rest % onsets.size()];
        rest /= onsets.size();
        word += vowels[rest % vowels.size()];
        rest /= vowels.size();
    }
    return word + codas[rank % codas.size()];
}

} // namespace

Vocabulary::Vocabulary() : m_ranks(zipfWeights(wordCount, 1.05, 2.7)), m_tags(zipfWeights(tagCount, 1.1, 1))
{
    for (std::size_t language = 0; language < languages().size(); ++language) {
        std::vector<std::string> words;
        words.reserve(wordCount);
        for (std::size_t rank = 0; rank < wordCount; ++rank) {
            words.push_back(wordOfRank(rank));
            if (language > 0 && rank < ownWords)
                words.back() += languages()[language];
        }
        m_words.push_back(std::move(words));
    }
}

const std::string &Vocabulary::anyTag(Chance &chance) const
{
    return m_words[0][firstTag + m_tags.draw(chance)];
}

std::string_view Vocabulary::anyThemedClause(Chance &chance)
{
    static constexpr std::array<std::string_view, 14> clauses{
        "my boss at work",      "my manager at the office", "catcalled on the street", "he groped me",
        "on the bus home",      "my teacher at school",     "when i was a child",      "i never told anyone",
        "nobody believed me",   "he kept staring at me",    "he followed me home",     "my husband",
        "i was afraid to talk", "they laughed it off"};
    static const Lottery lottery(zipfWeights(clauses.size(), 0.8, 1));
    return clauses[lottery.draw(chance)];
}

const std::vector<std::string> &Vocabulary::languages()
{
    static const std::vector<std::string> codes{"en", "es", "fr", "de", "pt", "it",
                                                "nl", "sv", "tr", "hi", "ja", "ar"};
    return codes;
}

} // namespace tidemark::bench
