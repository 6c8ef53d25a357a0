#include "theme/RuleCoder.h"

#include "filter/FilterText.h"
#include "text/Hashtags.h"
#include "theme/CompiledRule.h"
#include "theme/Lexicons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// The words that are left when tags and names are removed.
std::vector<QStringView> plainWords(const Tokens &tokens)
{
    std::vector<QStringView> plain;
    plain.reserve(static_cast<size_t>(tokens.size()));
    for (const Token &token : tokens) {
        if (token.kind == Token::Kind::Word)
            plain.push_back(token.word);
    }
    return plain;
}

struct CompiledVoiceRule
{
    std::optional<CompiledRule> query;
    std::optional<CompiledRule> unlessQuery;
    std::optional<int> maxResidualWords;
    QStringList outsideTags;

    [[nodiscard]] bool holds(const PhraseHits &hits, const WordFigures &figures, const Tokens &tokens) const
    {
        if (maxResidualWords && figures.residualWords > *maxResidualWords)
            return false;
        if (query && !query->matches(hits))
            return false;
        if (unlessQuery && unlessQuery->matches(hits))
            return false;
        return outsideTags.isEmpty() || standsOutsideTags(tokens);
    }

private:
    [[nodiscard]] bool standsOutsideTags(const Tokens &tokens) const
    {
        const std::vector<QStringView> plain = plainWords(tokens);
        return std::search(plain.begin(), plain.end(), outsideTags.begin(), outsideTags.end()) != plain.end();
    }
};

struct CompiledVoice
{
    Voice voice = Voice::Unknown;
    std::vector<CompiledVoiceRule> anyOf;
    bool otherwise = false;
};

std::optional<WordQuery> parsedRule(const QString &rule)
{
    const auto parsed = parseWords(rule);
    const WordQuery *query = std::get_if<WordQuery>(&parsed);
    return query && !query->isEmpty() ? std::optional(*query) : std::nullopt;
}

} // namespace

struct RuleCoder::Machine
{
    struct ThemeRule
    {
        int theme = 0;
        CompiledRule rule;
        WordMatcher matcher;
    };

    QString language;
    RulePhrases phrases;
    std::vector<ThemeRule> themes;
    std::vector<CompiledVoice> voices;

    explicit Machine(const Codebook &codebook);
    [[nodiscard]] bool reads(const QString &written) const;
    [[nodiscard]] Voice voice(const PhraseHits &hits, const Tokens &tokens) const;

private:
    std::optional<CompiledRule> compiled(const QString &rule);
    CompiledVoiceRule compiled(const VoiceRule &rule);
};

RuleCoder::Machine::Machine(const Codebook &codebook) : language(codebook.language)
{
    for (const Theme &theme : codebook.themes) {
        if (const auto query = theme.isRetired ? std::nullopt : parsedRule(theme.rule))
            themes.push_back({theme.number, CompiledRule(*query, phrases), WordMatcher(*query)});
    }
    for (const VoiceDefinition &definition : codebook.voices) {
        CompiledVoice voice{definition.voice, {}, definition.otherwise};
        for (const VoiceRule &rule : definition.anyOf)
            voice.anyOf.push_back(compiled(rule));
        voices.push_back(std::move(voice));
    }
}

bool RuleCoder::Machine::reads(const QString &written) const
{
    return written == language || written.startsWith(language + u'-');
}

std::optional<CompiledRule> RuleCoder::Machine::compiled(const QString &rule)
{
    const auto query = parsedRule(rule);
    return query ? std::optional(CompiledRule(*query, phrases)) : std::nullopt;
}

CompiledVoiceRule RuleCoder::Machine::compiled(const VoiceRule &rule)
{
    return {compiled(rule.query), compiled(rule.unlessQuery), rule.maxResidualWords, queryWords(rule.outsideTags)};
}

Voice RuleCoder::Machine::voice(const PhraseHits &hits, const Tokens &tokens) const
{
    const WordFigures figures = wordFigures(tokens);
    for (const CompiledVoice &candidate : voices) {
        const bool holds = std::any_of(candidate.anyOf.begin(), candidate.anyOf.end(),
                                       [&](const auto &rule) { return rule.holds(hits, figures, tokens); });
        if (holds || candidate.otherwise)
            return candidate.voice;
    }
    return Voice::Unknown;
}

RuleCoder::RuleCoder(const Codebook &codebook) : m_machine(std::make_unique<const Machine>(codebook))
{
    for (const Lexicon &lexicon : shippedLexicons()) {
        if (codebook.lexicons.contains(lexicon.language))
            m_lexicons.push_back(std::make_unique<const Machine>(withLexicon(codebook, lexicon)));
    }
}

RuleCoder::~RuleCoder() = default;

/// What reads stories in a language; null: nothing does.
const RuleCoder::Machine *RuleCoder::machineFor(const QString &language) const
{
    if (language.isEmpty() || m_machine->language.isEmpty() || m_machine->reads(language))
        return m_machine.get();
    const auto found
        = std::ranges::find_if(m_lexicons, [&](const auto &machine) { return machine->reads(language); });
    return found == m_lexicons.end() ? nullptr : found->get();
}

bool RuleCoder::reads(const QString &language) const
{
    return machineFor(language) != nullptr;
}

RuleCoding RuleCoder::code(const Tokens &tokens, const QString &language) const
{
    RuleCoding coding;
    const Machine *machine = machineFor(language);
    if (machine) {
        const PhraseHits hits = machine->phrases.find(tokens);
        for (const Machine::ThemeRule &theme : machine->themes) {
            if (theme.rule.matches(hits))
                coding.themes.insert(theme.theme);
        }
        coding.voice = machine->voice(hits, tokens);
    }
    if (machine != m_machine.get()) {
        const bool bare = std::none_of(tokens.begin(), tokens.end(),
                                       [](const Token &token) { return token.kind == Token::Kind::Word; });
        coding.voice = bare ? Voice::Solidarity : Voice::Unknown;
    }
    return coding;
}

QVector<TokenRun> RuleCoder::explain(int theme, const Tokens &tokens, const QString &language) const
{
    const Machine *machine = machineFor(language);
    if (!machine)
        return {};
    const auto rule = std::ranges::find(machine->themes, theme, &Machine::ThemeRule::theme);
    return rule == machine->themes.end() ? QVector<TokenRun>() : rule->matcher.runs(tokens);
}

} // namespace tidemark
