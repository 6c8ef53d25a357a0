#include "filter/QueryLexer.h"

#include "filter/NearestName.h"
#include "filter/Quotation.h"
#include "text/Hashtags.h"
#include "text/Tokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool opensPhrase(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d' || c == u'\u201e';
}

bool endsRun(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || opensPhrase(c);
}

} // namespace

const QStringList &queryKeys()
{
    static const QStringList keys{
        u"theme"_s, u"voice"_s, u"platform"_s, u"lang"_s, u"source"_s, u"attr"_s,   u"id"_s,
        u"since"_s, u"until"_s, u"is"_s,       u"has"_s,  u"coded"_s,  u"copies"_s,
    };
    return keys;
}

QueryLexer::QueryLexer(QStringView text) : m_text(text) {}

QueryToken QueryLexer::next()
{
    skipSpace();
    if (m_mistake || m_at >= m_text.size())
        return token(QueryToken::Kind::End, m_at);
    const QChar c = m_text[m_at];
    const bool last = m_at + 1 >= m_text.size() || m_text[m_at + 1].isSpace();
    if (c == u'(' || c == u')') {
        ++m_at;
        return token(c == u'(' ? QueryToken::Kind::Open : QueryToken::Kind::Close, m_at - 1);
    }
    if (c == u'-' && !last) {
        ++m_at;
        return token(QueryToken::Kind::Not, m_at - 1);
    }
    if (opensPhrase(c))
        return phrase();
    if (isTagSign(c) && !last)
        return tag();
    return bareWord();
}

QueryToken QueryLexer::token(QueryToken::Kind kind, qsizetype start) const
{
    return {.kind = kind, .words = {}, .term = {}, .place = {start, m_at - start}};
}

QueryToken QueryLexer::fail(const QString &message, qsizetype start, qsizetype length)
{
    if (!m_mistake)
        m_mistake = Mistake{message, start, length};
    return token(QueryToken::Kind::End, m_at);
}

QueryToken QueryLexer::words(const WordQuery &query, qsizetype start)
{
    QueryToken result = token(m_mistake ? QueryToken::Kind::End : QueryToken::Kind::Words, start);
    const WordQuery::Node &node = query.node();
    const bool wordless = (node.kind == WordQuery::Kind::Phrase && queryWords(node.text).isEmpty())
        || (node.kind == WordQuery::Kind::Tag && foldTag(node.text).isEmpty());
    if (wordless) {
        return fail(tr("%1 has no word in it that can be searched for; links, signs and emoji have none.")
                        .arg(quotedForPeople(m_text.sliced(start, m_at - start))),
                    start, m_at - start);
    }
    result.words = query;
    return result;
}

QueryToken QueryLexer::phrase(QStringView furtherEnds)
{
    const qsizetype start = m_at;
    const auto text = quoted();
    if (!text)
        return token(QueryToken::Kind::End, start);
    const qsizetype end = m_at;
    skipSpace();
    const auto ends
        = [&](qsizetype i) { return i >= m_text.size() || endsRun(m_text[i]) || furtherEnds.contains(m_text[i]); };
    const bool starAlone = at(u'*') && ends(m_at + 1);
    if (!starAlone)
        m_at = end;
    return words(WordQuery::phrase(*text, takeStar()), start);
}

QueryToken QueryLexer::tag()
{
    const qsizetype start = m_at++;
    if (atQuote()) {
        const auto text = quoted();
        return text ? words(WordQuery::tag(*text, takeStar()), start) : token(QueryToken::Kind::End, start);
    }
    QStringView run = bareRun(u"#\uff03");
    const bool prefix = chopStars(run, true);
    return words(WordQuery::tag(run.toString(), prefix), start);
}

QueryToken QueryLexer::bareWord()
{
    const qsizetype start = m_at;
    QStringView run = bareRun({});
    if (run == "AND"_L1)
        return token(QueryToken::Kind::And, start);
    if (run == "OR"_L1)
        return token(QueryToken::Kind::Or, start);
    if (run == "NOT"_L1)
        return token(QueryToken::Kind::Not, start);
    if (run == "NEAR"_L1) {
        const qsizetype end = m_at;
        skipSpace();
        if (at(u'('))
            return near(start);
        m_at = end;
    }
    if (const qsizetype colon = run.indexOf(u':'); colon > 0)
        return colonWord(start, run, colon);
    const bool prefix = chopStars(run);
    return words(WordQuery::phrase(run.toString(), prefix), start);
}

/// A key, a mistaken key, or words: a time such as 12:30, a web address and a word before a colon are words.
QueryToken QueryLexer::colonWord(qsizetype start, QStringView run, qsizetype colon)
{
    const QString key = run.first(colon).toString().toLower();
    if (queryKeys().contains(key)) {
        m_at = start + colon + 1;
        return term(start, key);
    }
    const QStringView behind = run.sliced(colon + 1);
    const bool isName = run.front().isLetter() && std::ranges::all_of(run.first(colon), [](QChar c) {
                            return c.isLetterOrNumber() || c == u'_' || c == u'-';
                        });
    const bool quoteFollows = behind.isEmpty() && atQuote();
    if (isName && !behind.startsWith("//"_L1) && (!behind.isEmpty() || quoteFollows)) {
        return fail(tr("%1 is no key of a filter.%2 To search for it as words, put it in quotes.")
                        .arg(quotedForPeople(run.first(colon + 1)), didYouMean(key, queryKeys(), u":"_s)),
                    start, colon + 1);
    }
    const bool prefix = chopStars(run);
    return words(WordQuery::phrase(run.toString(), prefix), start);
}

QueryToken QueryLexer::term(qsizetype start, const QString &key)
{
    QueryToken result = token(QueryToken::Kind::Term, start);
    result.term.key = key;
    if (key == "attr"_L1) {
        const auto name = termValue(u"=,");
        if (!name)
            return token(QueryToken::Kind::End, start);
        if (!at(u'='))
            return fail(tr("An attribute is asked for as attr:name=value."), start, m_at - start);
        ++m_at;
        result.term.attribute = *name;
    }
    for (;;) {
        const auto value = termValue(u",");
        if (!value)
            return token(QueryToken::Kind::End, start);
        result.term.values.append(*value);
        if (!at(u','))
            break;
        ++m_at;
    }
    if (m_at < m_text.size() && !endsRun(m_text[m_at]))
        return fail(tr("Put a space behind the closing quote."), m_at, 1);
    if (atQuote())
        return fail(tr("A value with a quote in it is put in quotes as a whole, the inner quote written twice."),
                    m_at, 1);
    result.place = {start, m_at - start};
    result.term.place = result.place;
    return result;
}

std::optional<TermValue> QueryLexer::termValue(QStringView furtherEnds)
{
    const qsizetype start = m_at;
    if (atQuote()) {
        const auto text = quoted();
        if (!text)
            return std::nullopt;
        return TermValue{*text, {start, m_at - start}};
    }
    const QStringView run = bareRun(furtherEnds);
    if (run.isEmpty()) {
        const qsizetype from = std::max<qsizetype>(start - 1, 0);
        fail(tr("Behind %1 a value is missing.").arg(quotedForPeople(m_text.sliced(from, start - from))), from,
             start - from);
        return std::nullopt;
    }
    return TermValue{run.toString(), {start, m_at - start}};
}

void QueryLexer::skipSpace()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

bool QueryLexer::at(QChar c) const
{
    return m_at < m_text.size() && m_text[m_at] == c;
}

bool QueryLexer::atQuote() const
{
    return m_at < m_text.size() && opensPhrase(m_text[m_at]);
}

QStringView QueryLexer::bareRun(QStringView furtherEnds)
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !endsRun(m_text[m_at]) && !furtherEnds.contains(m_text[m_at]))
        ++m_at;
    return m_text.sliced(start, m_at - start);
}

/// The inside of quotes. A plain quote ends at a plain one (two stand for one inside); typographic ones end at
/// any typographic or plain one.
std::optional<QString> QueryLexer::quoted()
{
    const qsizetype start = m_at++;
    const bool plain = m_text[start] == u'"';
    QString inside;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at++];
        const bool ends = plain ? c == u'"' : opensPhrase(c);
        if (!ends) {
            inside.append(c);
        } else if (plain && at(u'"')) {
            inside.append(c);
            ++m_at;
        } else {
            return inside;
        }
    }
    fail(tr("This quote is not closed."), start, m_text.size() - start);
    return std::nullopt;
}

/// Takes the star of a prefix off a bare word. One inside a word stands for itself, for people write r*pe; one
/// before a word, or in a tag, would ask for something that there isn't.
bool QueryLexer::chopStars(QStringView &run, bool isTag)
{
    const bool prefix = run.endsWith(u'*');
    while (run.endsWith(u'*'))
        run.chop(1);
    const qsizetype star = run.indexOf(u'*');
    if (star == 0 || (star > 0 && isTag)) {
        fail(tr("A * that stands for any letters comes at the end of a word, such as harass*. To search for it as "
                "words, put it in quotes."),
             run.data() - m_text.data() + star, 1);
    }
    return prefix;
}

bool QueryLexer::takeStar()
{
    const bool star = at(u'*');
    if (star)
        ++m_at;
    return star;
}

} // namespace tidemark
