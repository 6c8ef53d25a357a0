#include "model/QueryStyle.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

void addTerm(QVector<StyledPart> &parts, const QueryTerm &term)
{
    const qsizetype start = term.place.position;
    const qsizetype firstValue = term.values.constFirst().place.position;
    parts.append({{start, firstValue - start}, QueryPart::Key});
    for (const TermValue &value : term.values)
        parts.append({value.place, QueryPart::Value});
}

} // namespace

QVector<StyledPart> styledParts(QStringView text)
{
    using Kind = QueryToken::Kind;
    QVector<StyledPart> parts;
    QueryLexer lexer(text);
    for (QueryToken token = lexer.next(); token.kind != Kind::End; token = lexer.next()) {
        if (token.kind == Kind::Term) {
            addTerm(parts, token.term);
        } else if (token.kind != Kind::Words) {
            parts.append({token.place, QueryPart::Operator});
        } else if (token.words.node().kind == WordQuery::Kind::Tag) {
            parts.append({token.place, QueryPart::Tag});
        } else if (token.words.node().kind == WordQuery::Kind::Phrase
                   && !text[token.place.position].isLetterOrNumber()) {
            parts.append({token.place, QueryPart::Quoted});
        }
    }
    return parts;
}

} // namespace tidemark
