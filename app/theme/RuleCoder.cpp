#include "theme/RuleCoder.h"

#include "filter/FilterText.h"
#include "text/Hashtags.h"
#include "theme/CompiledRule.h"
#include "theme/Lexicons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Where a phrase stands in the words that are left when tags and names are removed; nothing: nowhere.
std::optional<TokenRun> standsOutsideTags(const QStringList &phrase, const Tokens &tokens)
{
    std::vector<qsizetype> plain;
    plain.reserve(static_cast<size_t>(tokens.size()));
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (tokens.at(i).kind == Token::Kind::Word)
            plain.push_back(i);
    }
    const auto found = std::search(plain.begin(), plain.end(), phrase.begin(), phrase.end(),
                                   [&](qsizetype at, const QString &word) { return tokens.at(at).word == word; });
    if (found == plain.end())
        return std::nullopt;
    const qsizetype last = *(found + (phrase.size() - 1));
    return TokenRun{*found, last - *found + 1};
}

struct CompiledVoiceRule
{
    std::optional<CompiledRule> query;
    std::optional<CompiledRule> unlessQuery;
    std::optional<int> maxResidualWords;
    QStringList outsideTags;
    std::optional<WordMatcher> matcher; ///< of the query

    [[nodiscard]] bool holds(const PhraseHits &hits, const WordFigures &figures, const Tokens &tokens) const
    {
        if (maxResidualWords && figures.residualWords > *maxResidualWords)
            return false;
        if (query && !query->matches(hits))
            return false;
        if (unlessQuery && unlessQuery->matches(hits))
            return false;
        return outsideTags.isEmpty() || standsOutsideTags(outsideTags, tokens);
    }

    [[nodiscard]] QVector<TokenRun> words(const Tokens &tokens) const
    {
        QVector<TokenRun> runs = matcher ? matcher->runs(tokens) : QVector<TokenRun>();
        if (const auto run = outsideTags.isEmpty() ? std::nullopt : standsOutsideTags(outsideTags, tokens))
            runs.append(*run);
        return runs;
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
    [[nodiscard]] std::optional<VoiceReason> explainVoice(const Tokens &tokens) const;

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
    const auto query = parsedRule(rule.query);
    return {compiled(rule.query), compiled(rule.unlessQuery), rule.maxResidualWords, queryWords(rule.outsideTags),
            query ? std::optional<WordMatcher>(*query) : std::nullopt};
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

std::optional<VoiceReason> RuleCoder::Machine::explainVoice(const Tokens &tokens) const
{
    const PhraseHits hits = phrases.find(tokens);
    const WordFigures figures = wordFigures(tokens);
    for (const CompiledVoice &candidate : voices) {
        for (const CompiledVoiceRule &rule : candidate.anyOf) {
            if (rule.holds(hits, figures, tokens))
                return VoiceReason{candidate.voice, rule.words(tokens), rule.maxResidualWords, false};
        }
        if (candidate.otherwise)
            return VoiceReason{candidate.voice, {}, {}, true};
    }
    return std::nullopt;
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

std::optional<VoiceReason> RuleCoder::explainVoice(const Tokens &tokens, const QString &language) const
{
    const Machine *machine = machineFor(language);
    return machine == m_machine.get() ? machine->explainVoice(tokens) : std::nullopt;
}

} // namespace tidemark
