#include "filter/QueryParser.h"

#include "filter/Quotation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Recursive descent: any = all OR all ..., all = operand [AND] operand ..., operand = words, term or ( any ).
class QueryParser
{
    Q_DECLARE_TR_FUNCTIONS(QueryParser)

public:
    QueryParser(QStringView text, QueryParts parts) : m_text(text), m_lexer(text), m_parts(parts) {}

    std::variant<ParsedQuery, Mistake> parse()
    {
        advance();
        m_query.words = any(0);
        if (!m_mistake && m_token.kind == QueryToken::Kind::Close)
            fail(tr("This parenthesis closes none."), m_token.place);
        if (m_mistake)
            return *m_mistake;
        return std::move(m_query);
    }

private:
    using Kind = QueryToken::Kind;

    /// Operands side by side, and the terms at its two ends, for OR must not stand next to one.
    struct Group
    {
        WordQuery words;
        bool isEmpty = true;
        std::optional<Place> firstTerm;
        std::optional<Place> lastTerm;
    };

    void advance()
    {
        m_token = m_lexer.next();
        if (!m_mistake)
            m_mistake = m_lexer.mistake();
    }

    void fail(const QString &message, Place place)
    {
        if (!m_mistake)
            m_mistake = Mistake{message, place.position, place.length};
    }

    void failAtOperator(Place place)
    {
        fail(tr("%1 needs words on both sides. To search for it as a word, put it in quotes.")
                 .arg(quotedForPeople(m_text.sliced(place.position, place.length))),
             place);
    }

    void failAtTerm(Place place)
    {
        fail(tr("OR and parentheses join words only; %1 is joined to the rest by \"and\".")
                 .arg(quotedForPeople(m_text.sliced(place.position, place.length))),
             place);
    }

    WordQuery any(int depth)
    {
        Group group = all(depth);
        if (m_mistake || m_token.kind != Kind::Or)
            return group.words;
        QVector<WordQuery> operands;
        while (!m_mistake && m_token.kind == Kind::Or) {
            const Place place = m_token.place;
            if (group.isEmpty)
                failAtOperator(place);
            else if (group.lastTerm)
                failAtTerm(*group.lastTerm);
            operands.append(group.words);
            advance();
            group = all(depth);
            if (group.isEmpty)
                failAtOperator(place);
            else if (group.firstTerm)
                failAtTerm(*group.firstTerm);
        }
        operands.append(group.words);
        return m_mistake ? WordQuery() : WordQuery::any(operands);
    }

    Group all(int depth)
    {
        Group group;
        QVector<WordQuery> operands;
        std::optional<Place> pendingAnd;
        while (!m_mistake && m_token.kind != Kind::Or && m_token.kind != Kind::Close && m_token.kind != Kind::End) {
            if (m_token.kind == Kind::And) {
                if (group.isEmpty || pendingAnd)
                    failAtOperator(m_token.place);
                pendingAnd = m_token.place;
                advance();
                continue;
            }
            const WordQuery words = operand(depth, group);
            if (!words.isEmpty())
                operands.append(words);
            pendingAnd.reset();
        }
        if (pendingAnd)
            failAtOperator(*pendingAnd);
        group.words = WordQuery::all(operands);
        return group;
    }

    /// Words, or an empty query for a term, which is put aside.
    WordQuery operand(int depth, Group &group)
    {
        bool excluded = false;
        std::optional<Place> sign;
        while (!m_mistake && m_token.kind == Kind::Not) {
            excluded = !excluded;
            sign = m_token.place;
            advance();
        }
        if (m_mistake)
            return {};
        std::optional<Place> term;
        WordQuery words;
        switch (m_token.kind) {
        case Kind::Words:
            words = m_token.words;
            advance();
            break;
        case Kind::Term:
            term = m_token.place;
            takeTerm(depth, excluded);
            break;
        case Kind::Open:
            words = parenthesis(depth);
            break;
        default:
            fail(tr("%1 needs a word behind it. To search for it as a word, put it in quotes.")
                     .arg(quotedForPeople(m_text.sliced(sign->position, sign->length))),
                 *sign);
            return {};
        }
        if (group.isEmpty)
            group.firstTerm = term;
        group.isEmpty = false;
        group.lastTerm = term;
        return excluded ? WordQuery::negation(words) : words;
    }

    void takeTerm(int depth, bool excluded)
    {
        if (m_parts == QueryParts::WordsOnly) {
            fail(tr("Only words can be asked for here. To search for %1 as words, put it in quotes.")
                     .arg(quotedForPeople(m_text.sliced(m_token.place.position, m_token.place.length))),
                 m_token.place);
            return;
        }
        if (depth > 0) {
            failAtTerm(m_token.place);
            return;
        }
        m_query.terms.append(m_token.term);
        m_query.terms.last().excluded = excluded;
        advance();
    }

    WordQuery parenthesis(int depth)
    {
        const Place open = m_token.place;
        if (depth >= deepestQuery) {
            fail(tr("At most %n parentheses can stand inside each other.", nullptr, deepestQuery), open);
            return {};
        }
        advance();
        const bool isEmpty = m_token.kind == Kind::Close;
        const WordQuery words = any(depth + 1);
        if (m_mistake)
            return {};
        if (m_token.kind != Kind::Close) {
            fail(tr("This parenthesis is not closed."), open);
        } else if (isEmpty) {
            fail(tr("There are no words in this parenthesis."),
                 {open.position, m_token.place.position + 1 - open.position});
        }
        advance();
        return words;
    }

    QStringView m_text;
    QueryLexer m_lexer;
    QueryParts m_parts;
    QueryToken m_token;
    ParsedQuery m_query;
    std::optional<Mistake> m_mistake;
};

} // namespace

std::variant<ParsedQuery, Mistake> parseQuery(QStringView text, QueryParts parts)
{
    if (text.size() > longestQuery) {
        return Mistake{
            QCoreApplication::translate("QueryParser", "A filter has at most %L1 characters.").arg(longestQuery),
            longestQuery, text.size() - longestQuery};
    }
    return QueryParser(text, parts).parse();
}

} // namespace tidemark
