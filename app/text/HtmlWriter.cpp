#include "text/HtmlWriter.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int deepestPrefix = 8; ///< of quotations and lists, that deep ones don't multiply

/// Line ends around an element: 1 where a line of its own begins, 2 for a paragraph.
int linesAround(const QString &element)
{
    static const QHash<QString, int> lines{
        {u"p"_s, 2},        {u"h1"_s, 2},         {u"h2"_s, 2},     {u"h3"_s, 2},      {u"h4"_s, 2},
        {u"h5"_s, 2},       {u"h6"_s, 2},         {u"ul"_s, 2},     {u"ol"_s, 2},      {u"dl"_s, 2},
        {u"pre"_s, 2},      {u"table"_s, 2},      {u"hr"_s, 2},     {u"figure"_s, 2},  {u"blockquote"_s, 2},
        {u"xmp"_s, 2},      {u"plaintext"_s, 2},  {u"div"_s, 1},    {u"section"_s, 1}, {u"article"_s, 1},
        {u"header"_s, 1},   {u"footer"_s, 1},     {u"aside"_s, 1},  {u"nav"_s, 1},     {u"main"_s, 1},
        {u"address"_s, 1},  {u"form"_s, 1},       {u"li"_s, 1},     {u"dt"_s, 1},      {u"dd"_s, 1},
        {u"tr"_s, 1},       {u"caption"_s, 1},    {u"center"_s, 1}, {u"details"_s, 1}, {u"summary"_s, 1},
        {u"fieldset"_s, 1}, {u"figcaption"_s, 1}, {u"option"_s, 1}, {u"body"_s, 1},    {u"textarea"_s, 1},
    };
    return lines.value(element);
}

bool isList(const QString &element)
{
    return element == "ul"_L1 || element == "ol"_L1 || element == "menu"_L1 || element == "dir"_L1;
}

/// Elements whose text is not for readers.
bool isHidden(const QString &element)
{
    static const QSet<QString> names{u"script"_s, u"style"_s, u"title"_s, u"iframe"_s, u"noembed"_s, u"noframes"_s};
    return names.contains(element);
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}

/// An address without what pages leave out when they show it.
QString shownForm(const QString &address)
{
    QString shown = QUrl::fromPercentEncoding(address.toUtf8());
    for (const auto start : {"https://"_L1, "http://"_L1, "www."_L1}) {
        if (shown.startsWith(start, Qt::CaseInsensitive))
            shown.remove(0, start.size());
    }
    while (shown.endsWith(u'/') || shown.endsWith(u'\u2026') || shown.endsWith(u'.'))
        shown.chop(1);
    return shown;
}

/// Whether the words of a link are its address, whole or shortened.
bool repeatsAddress(const QString &words, const QString &address)
{
    const QString shown = shownForm(words);
    return shown.contains(u'.') && !shown.contains(u' ')
        && shownForm(address).startsWith(shown, Qt::CaseInsensitive);
}

} // namespace

void HtmlWriter::open(const QString &element, const std::function<QString(QStringView)> &attribute)
{
    if (m_skips && element == "p"_L1)
        m_skips = false;
    if (m_reading.skipsInlineQuote && attribute(u"class").split(u' ').contains("quote-inline"_L1)) {
        m_skips = true;
        return;
    }
    m_hidden += isHidden(element);
    if (element == "br"_L1) {
        m_breaks = std::min(m_breaks + 1, 3);
        return;
    }
    const bool isInner = isList(element) && !m_lists.isEmpty();
    breakLine(isInner ? 1 : linesAround(element));
    if (element == "a"_L1)
        openLink(attribute(u"href"));
    else if (element == "img"_L1)
        putPicture(attribute(u"alt").simplified(), attribute(u"class"));
    else if (isList(element))
        m_lists.append({element == "ol"_L1, 0});
    else if (element == "li"_L1)
        m_marker
            = m_lists.isEmpty() || !m_lists.back().isOrdered ? u"• "_s : u"%1. "_s.arg(++m_lists.back().number);
    else if (element == "blockquote"_L1)
        ++m_quotes;
    else if (element == "pre"_L1)
        ++m_preformatted;
    else if (element == "tr"_L1)
        m_cells = 0;
    else if ((element == "td"_L1 || element == "th"_L1) && m_cells++ > 0)
        m_space = u'\t';
    else if (element == "q"_L1)
        put(u"\u201c");
}

void HtmlWriter::close(const QString &element)
{
    if (element == "p"_L1)
        m_skips = false;
    if (m_hidden > 0 && isHidden(element))
        --m_hidden;
    if (element == "a"_L1)
        closeLink();
    else if (isList(element) && !m_lists.isEmpty())
        m_lists.removeLast();
    else if (element == "li"_L1)
        m_marker.clear();
    else if (element == "blockquote"_L1 && m_quotes > 0)
        --m_quotes;
    else if (element == "pre"_L1 && m_preformatted > 0)
        --m_preformatted;
    else if (element == "q"_L1) {
        m_space = QChar();
        put(u"\u201d");
    }
    breakLine(isList(element) && !m_lists.isEmpty() ? 1 : linesAround(element));
}

void HtmlWriter::text(QStringView decoded)
{
    if (m_skips || m_hidden > 0)
        return;
    qsizetype place = 0;
    while (place < decoded.size()) {
        const qsizetype start = place;
        if (m_preformatted > 0) {
            while (place < decoded.size() && decoded[place] != u'\n')
                ++place;
            put(decoded.sliced(start, place - start));
            if (place < decoded.size())
                ++m_breaks;
            ++place;
            continue;
        }
        if (isBlank(decoded[place])) {
            if (m_space.isNull())
                m_space = u' ';
            ++place;
            continue;
        }
        while (place < decoded.size() && !isBlank(decoded[place]))
            ++place;
        put(decoded.sliced(start, place - start));
    }
}

/// Words without line ends, behind the breaks and the space that are due.
void HtmlWriter::put(QStringView words)
{
    if (words.isEmpty() || m_skips)
        return;
    if (m_breaks > 0 || m_text.isEmpty())
        beginLine();
    else if (!m_space.isNull())
        m_text += m_space;
    m_space = QChar();
    m_text += words;
}

void HtmlWriter::beginLine()
{
    const int quotes = std::min(m_quotes, deepestPrefix);
    if (!m_text.isEmpty()) {
        const int between = std::min(quotes, m_lineQuotes);
        for (int line = 1; line < m_breaks; ++line)
            m_text += u'\n' + u"> "_s.repeated(between).trimmed();
        m_text += u'\n';
    }
    m_breaks = 0;
    m_lineQuotes = quotes;
    m_text += u"> "_s.repeated(quotes);
    const auto levels = std::min<qsizetype>(m_lists.size(), deepestPrefix);
    m_text += u"  "_s.repeated(std::max<qsizetype>(levels - (m_marker.isEmpty() ? 0 : 1), 0));
    m_text += m_marker;
    m_marker.clear();
}

void HtmlWriter::openLink(const QString &target)
{
    closeLink();
    QUrl url(target.trimmed());
    if (url.isRelative())
        url = target.trimmed().startsWith(u'#') ? QUrl() : m_reading.base.resolved(url);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return;
    url.setUserInfo({});
    const bool isWhole = !QUrl(target.trimmed()).isRelative();
    m_link = Link{isWhole && url.userInfo().isEmpty() && !target.contains(u'@') ? target.trimmed()
                                                                                : url.toString(QUrl::FullyEncoded),
                  m_text.size()};
}

void HtmlWriter::closeLink()
{
    if (!m_link)
        return;
    const Link link = *m_link;
    m_link.reset();
    if (m_skips)
        return;
    const QString words = m_text.mid(link.start).trimmed();
    if (words.startsWith(u'#') || words.startsWith(u'@') || words.startsWith(u'\uff03'))
        return;
    if (words.isEmpty()) {
        put(link.target);
    } else if (repeatsAddress(words, link.target) && m_text.endsWith(words)) {
        m_text.chop(words.size());
        m_text += link.target;
    } else {
        m_text += u" (%1)"_s.arg(link.target);
    }
}

void HtmlWriter::putPicture(const QString &description, const QString &classes)
{
    if (description.isEmpty() || m_skips)
        return;
    const bool isSign = classes.contains("emoji"_L1) || classes.contains("smiley"_L1);
    if (isSign)
        put(description);
    else
        m_pictures << description;
}

ReadableText HtmlWriter::take()
{
    closeLink();
    return {std::move(m_text), std::move(m_pictures)};
}

} // namespace tidemark
