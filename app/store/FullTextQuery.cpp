#include "store/FullTextQuery.h"

#include "store/Statement.h"
#include "store/WordFinder.h"
#include "text/Tokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

using Ids = std::vector<StoryId>;

/// Deeper questions than this are nobody's.
constexpr int deepest = 200;

Error notALeaf()
{
    return {Error::Kind::Usage,
            QCoreApplication::translate("Store", "Only words, tags and NEAR can be looked up by themselves.")};
}

/// "a b" or "a b" *; empty if there is no word in it. The words hold letters, digits and marks only, so that the
/// quotes need no escape.
QString quoted(const QString &text, bool prefix)
{
    const QStringList words = queryWords(text);
    if (words.isEmpty())
        return {};
    const QString phrase = u'"' + words.join(u' ') + u'"';
    return prefix ? phrase + u" *"_s : phrase;
}

Result<QString> nearExpression(const WordQuery::Node &node)
{
    QStringList phrases;
    for (const WordQuery &operand : node.operands) {
        if (operand.isEmpty() || operand.node().kind != WordQuery::Kind::Phrase)
            return notALeaf();
        const QString phrase = quoted(operand.node().text, operand.node().prefix);
        if (phrase.isEmpty())
            return QString(); // a phrase that matches nothing is near nothing
        phrases.append(phrase);
    }
    if (phrases.isEmpty())
        return QString();
    return u"{text} : NEAR(%1, %2)"_s.arg(phrases.join(u' ')).arg(node.distance);
}

Result<Ids> allStories(Connection &connection)
{
    Statement statement(connection, "SELECT id FROM story ORDER BY id");
    Ids ids;
    auto row = statement.next();
    for (; row && row.value(); row = statement.next())
        ids.push_back(statement.story(0));
    if (!row)
        return row.error();
    return ids;
}

Result<Ids> matchNode(Connection &connection, WordFinder &finder, const WordQuery &query, int depth);

/// Both in order; gives those of a that are (not) in b, or those of either.
template<typename Combine>
Ids combined(const Ids &a, const Ids &b, Combine combine)
{
    Ids result;
    result.reserve(std::max(a.size(), b.size()));
    combine(a.cbegin(), a.cend(), b.cbegin(), b.cend(), std::back_inserter(result));
    return result;
}

constexpr auto both = [](auto... ranges) { std::set_intersection(ranges...); };
constexpr auto either = [](auto... ranges) { std::set_union(ranges...); };
constexpr auto without = [](auto... ranges) { std::set_difference(ranges...); };

Result<Ids> idsOf(WordFinder &finder, const WordQuery &leaf)
{
    std::array<Ids, 2> halves;
    const auto into = [](Ids &ids) { return [&ids](StoryId id) { ids.push_back(id); }; };
    if (auto found = finder.find(leaf, {into(halves[0]), into(halves[1])}); !found)
        return found.error();
    return combined(halves[0], halves[1], either);
}

/// What is asked for first, then what is excluded from it; an exclusion alone is taken from all stories.
Result<Ids> matchAll(Connection &connection, WordFinder &finder, const QVector<WordQuery> &operands, int depth)
{
    std::optional<Ids> ids;
    for (const bool isNegative : {false, true}) {
        for (const WordQuery &operand : operands) {
            const bool negated = !operand.isEmpty() && operand.node().kind == WordQuery::Kind::Not;
            if (negated != isNegative)
                continue;
            if (isNegative && !ids) {
                auto all = allStories(connection);
                if (!all)
                    return all;
                ids = std::move(all).value();
            }
            auto part
                = matchNode(connection, finder, negated ? operand.node().operands.value(0) : operand, depth + 1);
            if (!part)
                return part;
            if (!ids)
                ids = std::move(part).value();
            else
                ids = isNegative ? combined(*ids, *part, without) : combined(*ids, *part, both);
        }
    }
    return std::move(ids).value_or(Ids());
}

Result<Ids> matchAny(Connection &connection, WordFinder &finder, const QVector<WordQuery> &operands, int depth)
{
    Ids ids;
    for (const WordQuery &operand : operands) {
        auto part = matchNode(connection, finder, operand, depth + 1);
        if (!part)
            return part;
        ids = combined(ids, *part, either);
    }
    return ids;
}

Result<Ids> matchNode(Connection &connection, WordFinder &finder, const WordQuery &query, int depth)
{
    if (query.isEmpty())
        return allStories(connection);
    if (depth > deepest) {
        return Error{Error::Kind::Usage,
                     QCoreApplication::translate("Store", "The question has too many brackets within brackets.")};
    }
    switch (query.node().kind) {
    case WordQuery::Kind::Phrase:
    case WordQuery::Kind::Tag:
    case WordQuery::Kind::Near:
        return idsOf(finder, query);
    case WordQuery::Kind::And:
        return matchAll(connection, finder, query.node().operands, depth);
    case WordQuery::Kind::Or:
        return matchAny(connection, finder, query.node().operands, depth);
    case WordQuery::Kind::Not:
        return matchAll(connection, finder, {query}, depth);
    }
    return notALeaf();
}

} // namespace

Result<QString> matchExpression(const WordQuery &leaf)
{
    if (leaf.isEmpty())
        return notALeaf();
    const WordQuery::Node &node = leaf.node();
    switch (node.kind) {
    case WordQuery::Kind::Phrase: {
        const QString phrase = quoted(node.text, node.prefix);
        return phrase.isEmpty() ? phrase : u"{text} : "_s + phrase;
    }
    case WordQuery::Kind::Tag: {
        const QString phrase = quoted(foldTag(node.text), node.prefix);
        return phrase.isEmpty() ? phrase : u"{tags} : "_s + phrase;
    }
    case WordQuery::Kind::Near:
        return nearExpression(node);
    case WordQuery::Kind::And:
    case WordQuery::Kind::Or:
    case WordQuery::Kind::Not:
        break;
    }
    return notALeaf();
}

Result<std::vector<StoryId>> matchWords(Connection &connection, WordFinder &finder, const WordQuery &words)
{
    return matchNode(connection, finder, words, 0);
}

} // namespace tidemark
