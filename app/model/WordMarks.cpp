#include "model/WordMarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

MarkedOpening shownFromMark(const QString &opening, const QVector<MarkedPart> &parts, qsizetype fitting)
{
    if (parts.isEmpty() || parts.constFirst().start + parts.constFirst().length <= fitting)
        return {opening, parts};
    constexpr qsizetype before = 16; // characters of the line, about three words
    const qsizetype space = opening.lastIndexOf(u' ', std::max<qsizetype>(0, parts.constFirst().start - before));
    if (space <= 0)
        return {opening, parts};
    MarkedOpening shown{u"\u2026 "_s + opening.mid(space + 1), parts};
    for (MarkedPart &part : shown.parts)
        part.start += 2 - (space + 1);
    return shown;
}

} // namespace

MarkedOpening openingWithMark(const QString &opening, const QVector<MarkedPart> &parts, qsizetype fitting,
                              const QString &before)
{
    MarkedOpening shown = shownFromMark(opening, parts, fitting - before.size());
    shown.text.prepend(before);
    for (MarkedPart &part : shown.parts)
        part.start += before.size();
    return shown;
}

WordMarks::WordMarks(const WordQuery &query)
{
    if (!query.isEmpty())
        gather(query);
}

void WordMarks::gather(const WordQuery &query)
{
    switch (query.node().kind) {
    case WordQuery::Kind::Phrase:
    case WordQuery::Kind::Tag:
    case WordQuery::Kind::Near:
        m_leaves.emplace_back(query);
        break;
    case WordQuery::Kind::And:
    case WordQuery::Kind::Or:
        for (const WordQuery &operand : query.node().operands)
            gather(operand);
        break;
    case WordQuery::Kind::Not:
        break;
    }
}

QVector<MarkedPart> WordMarks::in(const QString &opening) const
{
    const Tokens tokens = m_leaves.empty() ? Tokens() : tokenise(opening);
    QVector<MarkedPart> found;
    for (const WordMatcher &leaf : m_leaves) {
        const QVector<TokenRun> runs = leaf.runs(tokens);
        for (const TokenRun &run : runs) {
            const Token &first = tokens.at(run.first);
            const Token &last = tokens.at(run.first + run.count - 1);
            found.append({first.start, last.start + last.length - first.start});
        }
    }
    std::ranges::sort(found, {}, &MarkedPart::start);
    QVector<MarkedPart> apart;
    for (const MarkedPart &part : std::as_const(found)) {
        const qsizetype end = apart.isEmpty() ? 0 : apart.constLast().start + apart.constLast().length;
        if (part.start >= end)
            apart.append(part);
        else
            apart.last().length = std::max(end, part.start + part.length) - apart.constLast().start;
    }
    return apart;
}

} // namespace tidemark
