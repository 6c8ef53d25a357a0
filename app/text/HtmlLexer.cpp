#include "text/HtmlLexer.h"

#include "text/Entities.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}

/// Elements whose content is one text without tags.
bool holdsRawText(const QString &name)
{
    static const QSet<QString> names{u"script"_s, u"style"_s,   u"title"_s,    u"textarea"_s, u"xmp"_s,
                                     u"iframe"_s, u"noembed"_s, u"noframes"_s, u"plaintext"_s};
    return names.contains(name);
}

/// Walks over attributes, one step at a time; quotation marks count only where a value begins.
class AttributeWalk
{
public:
    explicit AttributeWalk(QStringView text, qsizetype place) : m_text(text), m_place(place) {}

    /// The next attribute; false at the tag's end or at the end of all.
    bool next()
    {
        while (m_place < m_text.size() && (isBlank(m_text[m_place]) || m_text[m_place] == u'/'))
            ++m_place;
        if (m_place >= m_text.size() || m_text[m_place] == u'>')
            return false;
        const qsizetype start = m_place++; // a name may begin with an equals sign
        while (m_place < m_text.size() && !endsName(m_text[m_place]))
            ++m_place;
        name = m_text.sliced(start, m_place - start);
        value = {};
        qsizetype ahead = m_place;
        while (ahead < m_text.size() && isBlank(m_text[ahead]))
            ++ahead;
        if (ahead < m_text.size() && m_text[ahead] == u'=')
            takeValue(ahead + 1);
        return true;
    }

    [[nodiscard]] qsizetype place() const { return m_place; }

    QStringView name;
    QStringView value;

private:
    static bool endsName(QChar c) { return isBlank(c) || c == u'/' || c == u'>' || c == u'='; }

    void takeValue(qsizetype from)
    {
        m_place = from;
        while (m_place < m_text.size() && isBlank(m_text[m_place]))
            ++m_place;
        if (m_place >= m_text.size())
            return;
        const QChar quote = m_text[m_place];
        if (quote == u'"' || quote == u'\'') {
            const qsizetype end = m_text.indexOf(quote, m_place + 1);
            value = m_text.sliced(m_place + 1, (end < 0 ? m_text.size() : end) - m_place - 1);
            m_place = end < 0 ? m_text.size() : end + 1;
            return;
        }
        const qsizetype start = m_place;
        while (m_place < m_text.size() && !isBlank(m_text[m_place]) && m_text[m_place] != u'>')
            ++m_place;
        value = m_text.sliced(start, m_place - start);
    }

    QStringView m_text;
    qsizetype m_place;
};

} // namespace

HtmlToken HtmlLexer::next()
{
    if (!m_rawElement.isEmpty())
        return takeRawText();
    while (m_place < m_html.size() && opensMarkup(m_place)) {
        const QChar sign = at(m_place + 1);
        if (sign != u'!' && sign != u'?' && (sign != u'/' || isAsciiLetter(at(m_place + 2)))) {
            const HtmlToken tag = takeTag();
            if (tag.kind != HtmlToken::Kind::End)
                return tag;
        } else {
            skipComment();
        }
    }
    if (m_place >= m_html.size())
        return {};
    const qsizetype start = m_place++;
    while (m_place < m_html.size() && !opensMarkup(m_place))
        ++m_place;
    return {HtmlToken::Kind::Text, m_html.sliced(start, m_place - start)};
}

/// Whether a tag, a comment or a declaration begins here, rather than a plain "<" as in "I <3 you".
bool HtmlLexer::opensMarkup(qsizetype place) const
{
    if (at(place) != u'<')
        return false;
    const QChar sign = at(place + 1);
    return isAsciiLetter(sign) || sign == u'!' || sign == u'?' || (sign == u'/' && place + 2 < m_html.size());
}

void HtmlLexer::skipComment()
{
    if (m_html.sliced(m_place).startsWith("<!--"_L1)) {
        const QStringView inside = m_html.sliced(m_place + 4);
        if (inside.startsWith(u'>') || inside.startsWith("->"_L1)) {
            m_place = m_html.indexOf(u'>', m_place) + 1;
            return;
        }
        qsizetype end = m_html.indexOf("--"_L1, m_place + 4);
        while (end >= 0 && at(end + 2) != u'>' && !(at(end + 2) == u'!' && at(end + 3) == u'>'))
            end = m_html.indexOf("--"_L1, end + 1);
        m_place = end < 0 ? m_html.size() : m_html.indexOf(u'>', end) + 1;
        return;
    }
    const qsizetype end = m_html.indexOf(u'>', m_place);
    m_place = end < 0 ? m_html.size() : end + 1;
}

/// The tag that begins here; nothing, with the text at its end, if it isn't closed.
HtmlToken HtmlLexer::takeTag()
{
    const qsizetype start = m_place;
    const bool closes = at(start + 1) == u'/';
    const qsizetype nameStart = start + (closes ? 2 : 1);
    qsizetype nameEnd = nameStart;
    while (nameEnd < m_html.size() && !isBlank(at(nameEnd)) && at(nameEnd) != u'/' && at(nameEnd) != u'>')
        ++nameEnd;
    const qsizetype end = endOfAttributes(nameEnd);
    if (end >= m_html.size()) {
        m_place = m_html.size();
        return {};
    }
    m_place = end + 1;
    HtmlToken tag{closes ? HtmlToken::Kind::Close : HtmlToken::Kind::Open, m_html.sliced(start, m_place - start),
                  m_html.sliced(nameStart, nameEnd - nameStart).toString().toLower(),
                  m_html.sliced(nameEnd, end - nameEnd)};
    if (!closes && holdsRawText(tag.name))
        m_rawElement = tag.name;
    return tag;
}

qsizetype HtmlLexer::endOfAttributes(qsizetype place) const
{
    AttributeWalk walk(m_html, place);
    while (walk.next()) {}
    return walk.place();
}

HtmlToken HtmlLexer::takeRawText()
{
    const qsizetype start = m_place;
    qsizetype end = m_html.indexOf("</"_L1, start);
    if (m_rawElement == "plaintext"_L1)
        end = -1;
    while (end >= 0) {
        const QStringView name = m_html.sliced(end + 2, std::min(m_rawElement.size(), m_html.size() - end - 2));
        const QChar behind = at(end + 2 + m_rawElement.size());
        if (name.compare(m_rawElement, Qt::CaseInsensitive) == 0
            && (isBlank(behind) || behind == u'/' || behind == u'>'))
            break;
        end = m_html.indexOf("</"_L1, end + 2);
    }
    m_place = end < 0 ? m_html.size() : end;
    const bool hasEntities = m_rawElement == "title"_L1 || m_rawElement == "textarea"_L1;
    m_rawElement.clear();
    return {HtmlToken::Kind::Text, m_html.sliced(start, m_place - start), {}, {}, !hasEntities};
}

QString htmlAttribute(QStringView attributes, QStringView name)
{
    AttributeWalk walk(attributes, 0);
    while (walk.next()) {
        if (walk.name.compare(name, Qt::CaseInsensitive) == 0)
            return DecodedText(walk.value).text().toString();
    }
    return {};
}

} // namespace tidemark
