#include "filter/WordQuery.h"

#include "filter/Quotation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isOperator(QStringView text)
{
    return text == "AND"_L1 || text == "OR"_L1 || text == "NOT"_L1 || text == "NEAR"_L1;
}

/// Whether a text can stand without quotes: one run of letters and digits, apostrophes and dots and hyphens
/// inside it.
bool standsBare(QStringView text)
{
    if (text.isEmpty() || isOperator(text) || !text.front().isLetterOrNumber() || !text.back().isLetterOrNumber())
        return false;
    return std::ranges::all_of(text, [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c == u'\'' || c == u'\u2019' || c == u'-' || c == u'.'
            || c == u'_';
    });
}

QString written(const WordQuery::Node &node)
{
    QString text = standsBare(node.text) ? node.text : quotedForQuery(node.text);
    if (node.kind == WordQuery::Kind::Tag)
        text.prepend(u'#');
    if (node.prefix)
        text.append(u'*');
    return text;
}

QString joined(const QVector<WordQuery> &operands, const QString &between, QStringView bracketed)
{
    QStringList parts;
    parts.reserve(operands.size());
    for (const WordQuery &operand : operands) {
        const auto kind = operand.node().kind;
        const bool brackets = (kind == WordQuery::Kind::Or && bracketed.contains(u'|'))
            || (kind == WordQuery::Kind::And && bracketed.contains(u'&'));
        parts.append(brackets ? u'(' + operand.toText() + u')' : operand.toText());
    }
    return parts.join(between);
}

/// The operands of a conjunction or disjunction, with those of the same kind taken apart.
QVector<WordQuery> flattened(const QVector<WordQuery> &operands, WordQuery::Kind kind)
{
    QVector<WordQuery> flat;
    flat.reserve(operands.size());
    for (const WordQuery &operand : operands) {
        if (!operand.isEmpty() && operand.node().kind == kind)
            flat += operand.node().operands;
        else
            flat.append(operand);
    }
    return flat;
}

WordQuery combined(WordQuery::Kind kind, QVector<WordQuery> operands)
{
    if (operands.isEmpty())
        return {};
    if (operands.size() == 1)
        return operands.constFirst();
    return WordQuery({.kind = kind, .text = {}, .operands = std::move(operands)});
}

} // namespace

WordQuery::WordQuery(Node node) : m_node(std::make_shared<const Node>(std::move(node))) {}

WordQuery WordQuery::phrase(const QString &text, bool prefix)
{
    return WordQuery({.kind = Kind::Phrase, .text = text, .prefix = prefix, .operands = {}});
}

WordQuery WordQuery::tag(const QString &text, bool prefix)
{
    return WordQuery({.kind = Kind::Tag, .text = text, .prefix = prefix, .operands = {}});
}

WordQuery WordQuery::near(QVector<WordQuery> phrases, int distance)
{
    if (phrases.size() < 2)
        return phrases.isEmpty() ? WordQuery() : phrases.constFirst();
    return WordQuery({.kind = Kind::Near, .text = {}, .distance = distance, .operands = std::move(phrases)});
}

WordQuery WordQuery::all(QVector<WordQuery> operands)
{
    operands.removeIf([](const WordQuery &operand) { return operand.isEmpty(); });
    return combined(Kind::And, flattened(operands, Kind::And));
}

WordQuery WordQuery::any(QVector<WordQuery> operands)
{
    // "Anything or x" is anything.
    if (std::ranges::any_of(std::as_const(operands), &WordQuery::isEmpty))
        return {};
    return combined(Kind::Or, flattened(operands, Kind::Or));
}

WordQuery WordQuery::negation(WordQuery operand)
{
    if (operand.isEmpty())
        return {};
    if (operand.node().kind == Kind::Not)
        return operand.node().operands.constFirst();
    return WordQuery({.kind = Kind::Not, .text = {}, .operands = {std::move(operand)}});
}

QString WordQuery::toText() const
{
    if (!m_node)
        return {};
    switch (m_node->kind) {
    case Kind::Phrase:
    case Kind::Tag:
        return written(*m_node);
    case Kind::Near:
        return u"NEAR("_s + joined(m_node->operands, u" "_s, {}) + u", "_s + QString::number(m_node->distance)
            + u')';
    case Kind::And:
        return joined(m_node->operands, u" "_s, u"|&");
    case Kind::Or:
        return joined(m_node->operands, u" OR "_s, u"|");
    case Kind::Not:
        return u'-' + joined(m_node->operands, {}, u"|&");
    }
    return {};
}

bool operator==(const WordQuery &a, const WordQuery &b)
{
    if (a.m_node == b.m_node)
        return true;
    if (!a.m_node || !b.m_node)
        return false;
    const WordQuery::Node &x = *a.m_node;
    const WordQuery::Node &y = *b.m_node;
    return x.kind == y.kind && x.text == y.text && x.prefix == y.prefix && x.distance == y.distance
        && x.operands == y.operands;
}

} // namespace tidemark
