#pragma once

#include "filter/Mistake.h"
#include "filter/QueryLexer.h"
#include "filter/WordQuery.h"

#include <QStringView>
#include <QVector>

#include <variant>

namespace tidemark {

inline constexpr qsizetype longestQuery = 200'000; ///< UTF-16 units
inline constexpr int deepestQuery = 64;            ///< parentheses in parentheses

/// A filter's text with its grammar understood: the words, and the terms in the order of the text.
struct ParsedQuery
{
    WordQuery words;
    QVector<QueryTerm> terms;
};

enum class QueryParts { WordsAndTerms, WordsOnly };

/// Linear in the text's length; recursion is bounded by deepestQuery.
std::variant<ParsedQuery, Mistake> parseQuery(QStringView text, QueryParts parts);

} // namespace tidemark
