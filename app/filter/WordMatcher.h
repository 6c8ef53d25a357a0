#pragma once

#include "filter/WordQuery.h"
#include "text/Tokens.h"

#include <QVector>

#include <memory>

namespace tidemark {

/// A run of tokens that a query's phrase matched: [first, first + count).
struct TokenRun
{
    qsizetype first = 0;
    qsizetype count = 0;

    friend bool operator==(const TokenRun &, const TokenRun &) = default;
};

/// Answers one WordQuery about one text, exactly as the full text does (FTS5's rules for phrase, prefix and NEAR).
/// Used for highlights and as the reference in tests; many queries at once go through theme/RuleCoder.
class WordMatcher
{
public:
    explicit WordMatcher(const WordQuery &query);

    [[nodiscard]] bool matches(const Tokens &tokens) const;

    /// The runs that made it match (nothing under a NOT), in order, each once; empty if it doesn't match.
    [[nodiscard]] QVector<TokenRun> runs(const Tokens &tokens) const;

private:
    struct Part;
    std::shared_ptr<const Part> m_query; ///< null: asks nothing
};

} // namespace tidemark
