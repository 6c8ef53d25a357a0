#include "fetch/FeedDiscovery.h"

#include "text/HtmlLexer.h"

#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype searched = qsizetype{512} * 1024; ///< bytes of the page; heads are shorter

QString beginningOf(const QByteArray &document)
{
    return QString::fromUtf8(document.left(searched));
}

/// What stands before it, words or other elements, is passed over.
HtmlToken nextElement(HtmlLexer &lexer)
{
    HtmlToken token = lexer.next();
    while (token.kind != HtmlToken::Kind::Open && token.kind != HtmlToken::Kind::End)
        token = lexer.next();
    return token;
}

bool isFeedElement(const QString &name)
{
    const QString local = name.section(u':', -1);
    return local == "rss"_L1 || local == "feed"_L1 || local == "rdf"_L1;
}

/// Elements by which browsers know a page that says nothing of itself.
bool isPageElement(const QString &name)
{
    static const QSet<QString> names{u"html"_s,  u"head"_s,  u"title"_s,  u"meta"_s, u"link"_s, u"base"_s,
                                     u"style"_s, u"body"_s,  u"script"_s, u"h1"_s,   u"div"_s,  u"p"_s,
                                     u"a"_s,     u"table"_s, u"iframe"_s, u"br"_s,   u"b"_s,    u"font"_s};
    return names.contains(name);
}

bool isPageType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "text/html" || type == "application/xhtml+xml";
}

bool isAlternate(const HtmlToken &link)
{
    const QString relations = htmlAttribute(link.attributes, u"rel").simplified().toLower();
    return relations.split(u' ').contains("alternate"_L1);
}

} // namespace

bool isWebPage(const QByteArray &body, const QByteArray &contentType)
{
    const QByteArray start = body.left(64).trimmed();
    if (start.isEmpty() || start.startsWith('{') || start.startsWith('['))
        return false;
    const QString document = beginningOf(body);
    HtmlLexer lexer(document);
    const QString root = nextElement(lexer).name;
    return !isFeedElement(root) && (isPageElement(root) || isPageType(contentType));
}

std::optional<QUrl> feedNamedIn(const QByteArray &page, const QUrl &address)
{
    static const QStringList feeds{u"application/rss+xml"_s, u"application/atom+xml"_s, u"application/feed+json"_s};
    const QString document = beginningOf(page);
    QUrl base = address;
    std::optional<QUrl> perhaps; // many things are JSON
    HtmlLexer lexer(document);
    for (HtmlToken tag = nextElement(lexer); tag.kind != HtmlToken::Kind::End; tag = nextElement(lexer)) {
        const QString href = htmlAttribute(tag.attributes, u"href").trimmed();
        if (href.isEmpty() || (tag.name != "link"_L1 && tag.name != "base"_L1))
            continue;
        const QUrl target = base.resolved(QUrl(href));
        if (tag.name == "base"_L1)
            base = target;
        if (tag.name == "base"_L1 || !isAlternate(tag) || !target.isValid())
            continue;
        const QString type = htmlAttribute(tag.attributes, u"type").section(u';', 0, 0).trimmed().toLower();
        if (feeds.contains(type))
            return target;
        if (!perhaps && type == "application/json"_L1)
            perhaps = target;
    }
    return perhaps;
}

} // namespace tidemark
