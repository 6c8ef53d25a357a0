#include "text/Tokens.h"

using namespace Qt::StringLiterals;

namespace tidemark {

WordFigures wordFigures(const Tokens &tokens)
{
    WordFigures figures;
    figures.words = static_cast<int>(tokens.size());
    bool afterMe = false; // the last word that is neither tag nor name was a "me" that no "too" has taken
    for (const Token &token : tokens) {
        if (token.kind != Token::Kind::Word)
            continue;
        if (token.word == "metoo"_L1) {
            afterMe = false;
            continue;
        }
        if (afterMe && token.word == "too"_L1) {
            figures.meTooOutsideTags = true;
            --figures.residualWords;
            afterMe = false;
            continue;
        }
        ++figures.residualWords;
        afterMe = token.word == "me"_L1;
    }
    return figures;
}

} // namespace tidemark
