#include "filter/FilterText.h"

#include "filter/QueryParser.h"

namespace tidemark {

std::variant<WordQuery, Mistake> parseWords(QStringView text)
{
    auto parsed = parseQuery(text, QueryParts::WordsOnly);
    if (auto *mistake = std::get_if<Mistake>(&parsed))
        return std::move(*mistake);
    return std::move(std::get<ParsedQuery>(parsed).words);
}

} // namespace tidemark
