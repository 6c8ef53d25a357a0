#pragma once

#include "filter/WordMatcher.h"
#include "story/ThemeSet.h"
#include "story/Voice.h"
#include "text/Tokens.h"
#include "theme/Codebook.h"

#include <memory>
#include <optional>
#include <vector>

namespace tidemark {

/// What the rules say of one story.
struct RuleCoding
{
    ThemeSet themes;
    Voice voice = Voice::Unknown;

    friend bool operator==(const RuleCoding &, const RuleCoding &) = default;
};

/// Why the rules gave a story its voice.
struct VoiceReason
{
    Voice voice = Voice::Unknown;
    QVector<TokenRun> words;           ///< for which its rule held
    std::optional<int> mostOtherWords; ///< it also needs that beside tags, names and links there are no more
    bool otherwise = false;            ///< no other voice's rule held
};

/// A codebook's rules made ready: all phrases of all themes and voices in one trie over words, so that a story
/// costs one pass over its tokens. Immutable after construction; shared between threads.
class RuleCoder
{
public:
    explicit RuleCoder(const Codebook &codebook);
    ~RuleCoder();
    RuleCoder(const RuleCoder &) = delete;
    RuleCoder &operator=(const RuleCoder &) = delete;

    /// The rules read only stories in the codebook's language or of unknown language. Stories in a language whose
    /// lexicon is switched on have the themes that it finds, others have none; the voice of both is unknown, except
    /// that tags, names and links alone are solidarity in any language.
    [[nodiscard]] RuleCoding code(const Tokens &tokens, const QString &language) const;
    [[nodiscard]] bool reads(const QString &language) const;

    /// The words for which a theme's rule matched; empty if it doesn't.
    [[nodiscard]] QVector<TokenRun> explain(int theme, const Tokens &tokens, const QString &language) const;

    /// Absent: nothing reads the language, or no rule held.
    [[nodiscard]] std::optional<VoiceReason> explainVoice(const Tokens &tokens, const QString &language) const;

private:
    struct Machine;
    [[nodiscard]] const Machine *machineFor(const QString &language) const;

    std::unique_ptr<const Machine> m_machine;
    std::vector<std::unique_ptr<const Machine>> m_lexicons;
};

} // namespace tidemark
