#include "theme/CompiledRule.h"

#include "text/Hashtags.h"

#include <algorithm>

namespace tidemark {

size_t RulePhrases::keepPlaces(int phrase)
{
    const size_t half = static_cast<size_t>(phrase) / 2;
    if (m_placesSlots.size() <= half)
        m_placesSlots.resize(half + 1, -1);
    if (m_placesSlots[half] < 0)
        m_placesSlots[half] = static_cast<int>(m_placesKept++);
    return static_cast<size_t>(m_placesSlots[half]);
}

PhraseHits RulePhrases::find(const Tokens &tokens) const
{
    PhraseHits hits;
    const int most = 2 * std::max(m_words.size(), m_tags.size()) + 1;
    hits.bits.resize(static_cast<size_t>(most) / 64 + 1);
    hits.places.resize(m_placesKept);
    const auto mark
        = [&hits](int number) { hits.bits[static_cast<size_t>(number) / 64] |= quint64(1) << (number % 64); };
    m_words.scan(tokens, [&](int phrase, qsizetype place) {
        mark(2 * phrase);
        const size_t half = static_cast<size_t>(phrase);
        if (half < m_placesSlots.size() && m_placesSlots[half] >= 0)
            hits.places[static_cast<size_t>(m_placesSlots[half])].push_back(place);
    });
    if (m_tags.size() > 0)
        m_tags.scan(tagWords(tokens), [&mark](int phrase, qsizetype) { mark(2 * phrase + 1); });
    return hits;
}

CompiledRule::CompiledRule(const WordQuery &query, RulePhrases &phrases)
{
    const WordQuery::Node &node = query.node();
    m_kind = node.kind;
    if (node.kind == WordQuery::Kind::Near) {
        compileNear(node, phrases);
        return;
    }
    const bool leaf = node.kind == WordQuery::Kind::Phrase || node.kind == WordQuery::Kind::Tag;
    if (!leaf) {
        compileOperands(node, phrases);
        return;
    }
    m_kind = WordQuery::Kind::Or;
    const bool tag = node.kind == WordQuery::Kind::Tag;
    const QStringList words = tag ? foldTag(node.text).split(u' ', Qt::SkipEmptyParts) : queryWords(node.text);
    if (!words.isEmpty())
        m_anyOf = maskOf({tag ? phrases.addTag(words, node.prefix) : phrases.addPhrase(words, node.prefix)});
}

std::vector<quint64> CompiledRule::maskOf(const std::vector<int> &phrases)
{
    std::vector<quint64> mask;
    for (const int phrase : phrases) {
        const size_t word = static_cast<size_t>(phrase) / 64;
        if (mask.size() <= word)
            mask.resize(word + 1);
        mask[word] |= quint64(1) << (phrase % 64);
    }
    return mask;
}

void CompiledRule::compileOperands(const WordQuery::Node &node, RulePhrases &phrases)
{
    for (const WordQuery &operand : node.operands) {
        if (operand.isEmpty())
            continue;
        CompiledRule rule(operand, phrases);
        const bool plain = rule.m_kind == WordQuery::Kind::Or && rule.m_operands.empty();
        if (node.kind != WordQuery::Kind::Or || !plain) {
            m_operands.push_back(std::move(rule));
            continue;
        }
        if (m_anyOf.size() < rule.m_anyOf.size())
            m_anyOf.resize(rule.m_anyOf.size());
        for (size_t i = 0; i < rule.m_anyOf.size(); ++i)
            m_anyOf[i] |= rule.m_anyOf[i];
    }
}

void CompiledRule::compileNear(const WordQuery::Node &node, RulePhrases &phrases)
{
    m_distance = node.distance;
    for (const WordQuery &operand : node.operands) {
        const QStringList words = queryWords(operand.node().text);
        if (words.isEmpty())
            continue;
        const int phrase = phrases.addPhrase(words, operand.node().prefix);
        m_near.push_back({phrase, phrases.keepPlaces(phrase), words.size()});
    }
}

bool CompiledRule::matches(const PhraseHits &hits) const
{
    const auto holds = [&hits](const CompiledRule &operand) { return operand.matches(hits); };
    switch (m_kind) {
    case WordQuery::Kind::Near:
        return matchesNear(hits);
    case WordQuery::Kind::And:
        return std::all_of(m_operands.begin(), m_operands.end(), holds);
    case WordQuery::Kind::Not:
        return m_operands.empty() || !holds(m_operands.front());
    default:
        return matchesMask(hits) || std::any_of(m_operands.begin(), m_operands.end(), holds);
    }
}

bool CompiledRule::matchesMask(const PhraseHits &hits) const
{
    const size_t size = std::min(m_anyOf.size(), hits.bits.size());
    for (size_t i = 0; i < size; ++i) {
        if ((m_anyOf[i] & hits.bits[i]) != 0)
            return true;
    }
    return false;
}

/// FTS5's rule: with the last phrase of a match beginning at a place, each other one begins no further back than
/// its own length and the distance together.
bool CompiledRule::matchesNear(const PhraseHits &hits) const
{
    const auto stands = [&hits](const NearPhrase &near) { return hits.contains(near.phrase); };
    if (!std::all_of(m_near.begin(), m_near.end(), stands))
        return false;
    const auto reaches = [this, &hits](const NearPhrase &near, qsizetype last) {
        const auto &places = hits.places[near.slot];
        const auto after = std::upper_bound(places.begin(), places.end(), last);
        return after != places.begin() && *(after - 1) >= last - near.length - m_distance;
    };
    for (const NearPhrase &near : m_near) {
        for (const qsizetype last : hits.places[near.slot]) {
            if (std::all_of(m_near.begin(), m_near.end(), [&](const auto &other) { return reaches(other, last); }))
                return true;
        }
    }
    return false;
}

} // namespace tidemark
