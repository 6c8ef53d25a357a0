#pragma once

#include "filter/WordQuery.h"
#include "text/Tokens.h"
#include "theme/PhraseTrie.h"

#include <vector>

namespace tidemark {

/// Which phrases stand in a text, as bits; and where, for those that some NEAR asks about.
struct PhraseHits
{
    std::vector<quint64> bits;
    std::vector<std::vector<qsizetype>> places; ///< ascending, by the number that RulePhrases gave

    [[nodiscard]] bool contains(int phrase) const
    {
        return (bits[static_cast<size_t>(phrase) / 64] >> (phrase % 64) & 1) != 0;
    }
};

/// The phrases and tags of many rules, each with a number of its own.
class RulePhrases
{
public:
    int addPhrase(const QStringList &words, bool prefix) { return 2 * m_words.add(words, prefix); }
    int addTag(const QStringList &words, bool prefix) { return 2 * m_tags.add(words, prefix) + 1; }
    /// Keeps the places of a phrase too; gives where PhraseHits has them.
    size_t keepPlaces(int phrase);

    [[nodiscard]] PhraseHits find(const Tokens &tokens) const;

private:
    PhraseTrie m_words;             ///< even numbers
    PhraseTrie m_tags;              ///< odd numbers
    std::vector<int> m_placesSlots; ///< by half the number; -1: not kept
    size_t m_placesKept = 0;
};

/// One rule over the phrases of RulePhrases.
class CompiledRule
{
public:
    CompiledRule(const WordQuery &query, RulePhrases &phrases);
    [[nodiscard]] bool matches(const PhraseHits &hits) const;

private:
    struct NearPhrase
    {
        int phrase = 0;
        size_t slot = 0;
        qsizetype length = 0;
    };

    static std::vector<quint64> maskOf(const std::vector<int> &phrases);
    void compileOperands(const WordQuery::Node &node, RulePhrases &phrases);
    void compileNear(const WordQuery::Node &node, RulePhrases &phrases);
    [[nodiscard]] bool matchesMask(const PhraseHits &hits) const;
    [[nodiscard]] bool matchesNear(const PhraseHits &hits) const;

    WordQuery::Kind m_kind = WordQuery::Kind::Or;
    std::vector<quint64> m_anyOf; ///< of an Or: its plain phrases
    std::vector<CompiledRule> m_operands;
    std::vector<NearPhrase> m_near;
    int m_distance = 0;
};

} // namespace tidemark
