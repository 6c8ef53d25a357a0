// NEAR(words "and phrases", 5)
#include "filter/QueryLexer.h"

#include "text/Hashtags.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int defaultDistance = 10; // as in FTS5
constexpr int largestDistance = 1'000'000;

} // namespace

QueryToken QueryLexer::near(qsizetype start)
{
    ++m_at;
    QVector<WordQuery> phrases;
    int distance = defaultDistance;
    for (;;) {
        skipSpace();
        if (m_at >= m_text.size())
            return fail(tr("The parenthesis of NEAR is not closed."), start, m_at - start);
        if (at(u')'))
            break;
        if (at(u',')) {
            const auto number = nearDistance();
            if (!number)
                return token(QueryToken::Kind::End, start);
            distance = *number;
            break;
        }
        const auto phrase = nearPhrase();
        if (!phrase)
            return token(QueryToken::Kind::End, start);
        phrases.append(*phrase);
    }
    ++m_at;
    if (phrases.isEmpty())
        return fail(tr("NEAR needs words, such as NEAR(boss office, 5)."), start, m_at - start);
    return words(WordQuery::near(phrases, distance), start);
}

std::optional<WordQuery> QueryLexer::nearPhrase()
{
    const qsizetype start = m_at;
    if (atQuote()) {
        const QueryToken whole = phrase(u",");
        return m_mistake ? std::nullopt : std::optional(whole.words);
    }
    QStringView run = bareRun(u",");
    const bool isOperator = run == "AND"_L1 || run == "OR"_L1 || run == "NOT"_L1 || run == "NEAR"_L1;
    if (run.isEmpty() || isOperator || isTagSign(run.front()) || run.front() == u'-') {
        fail(tr("NEAR takes words and phrases only, such as NEAR(boss \"his office\", 5)."), start,
             std::max<qsizetype>(m_at - start, 1));
        return std::nullopt;
    }
    const bool prefix = chopStars(run);
    const QueryToken whole = words(WordQuery::phrase(run.toString(), prefix), start);
    return m_mistake ? std::nullopt : std::optional(whole.words);
}

std::optional<int> QueryLexer::nearDistance()
{
    ++m_at;
    skipSpace();
    const qsizetype start = m_at;
    const QStringView digits = bareRun(u",");
    bool isNumber = false;
    const int distance = digits.toInt(&isNumber);
    skipSpace();
    if (!isNumber || distance < 0 || distance > largestDistance || !at(u')')) {
        fail(tr("Behind the comma of NEAR stands one number, the most words between, and then the closing "
                "parenthesis."),
             start, std::max<qsizetype>(m_at - start, 1));
        return std::nullopt;
    }
    return distance;
}

} // namespace tidemark
