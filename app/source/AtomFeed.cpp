#include "source/FeedEntry.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isAtom(const XmlElement &element)
{
    return element.space.isEmpty() || element.space == "http://www.w3.org/2005/Atom"_L1
        || element.space.startsWith("http://purl.org/atom/"_L1);
}

const XmlElement *child(const XmlElement &parent, QStringView name)
{
    for (const XmlElement *element : parent.children()) {
        if (element->name == name && isAtom(*element))
            return element;
    }
    return nullptr;
}

QString textOfChild(const XmlElement &parent, QStringView name)
{
    const XmlElement *found = child(parent, name);
    return found ? found->text().trimmed() : QString();
}

QString firstOf(const XmlElement &parent, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const QString text = textOfChild(parent, name);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool holdsElements(const XmlElement &element)
{
    return !element.children().empty();
}

/// A text construct by its type: text, html and xhtml of 1.0, the media types and modes of 0.3.
ReadableText construct(const XmlElement &element, const FeedFacts &feed)
{
    const QUrl base = feed.base.resolved(element.base);
    const QString type = element.attribute(u"type").trimmed().toLower();
    const QString mode = element.attribute(u"mode").trimmed().toLower();
    if (holdsElements(element))
        return readXhtml(element, base);
    QString text = element.text();
    const bool isText = type.isEmpty() || type == "text"_L1 || type.startsWith("text/"_L1)
        || type.contains("html"_L1) || type.endsWith("xml"_L1);
    if (mode == "base64"_L1 || !isText) {
        const auto decoded = QByteArray::fromBase64Encoding(text.simplified().remove(u' ').toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || type.startsWith("image/"_L1) || type.startsWith("audio/"_L1)
            || type.startsWith("video/"_L1))
            return {};
        return readMarkup(QString::fromUtf8(*decoded), base);
    }
    if (type.contains("html"_L1) || mode == "escaped"_L1)
        return readHtml(text, {.base = base});
    return {text.trimmed(), {}};
}

ReadableText constructOf(const XmlElement &parent, QStringView name, const FeedFacts &feed)
{
    const XmlElement *found = child(parent, name);
    return found ? construct(*found, feed) : ReadableText();
}

QString linkOf(const XmlElement &parent, const QUrl &base)
{
    QString link;
    for (const XmlElement *element : parent.children()) {
        if (element->name != "link"_L1 || !isAtom(*element))
            continue;
        const QString relation = element->attribute(u"rel");
        const QString type = element->attribute(u"type");
        if ((!relation.isEmpty() && relation != "alternate"_L1) || (!link.isEmpty() && !type.contains("html"_L1)))
            continue;
        const QString target = element->attribute(u"href").trimmed();
        if (!target.isEmpty())
            link = base.resolved(element->base).resolved(QUrl(target)).toString(QUrl::FullyEncoded);
        if (type.contains("html"_L1))
            break;
    }
    return link;
}

ReadableText contentOf(const XmlElement &item, const FeedFacts &feed)
{
    ReadableText content = constructOf(item, u"content", feed);
    if (!content.text.isEmpty() || !content.pictures.isEmpty())
        return content;
    return constructOf(item, u"summary", feed);
}

void takeAuthor(FeedEntry &entry, const XmlElement &item)
{
    const XmlElement *author = child(item, u"author");
    if (const XmlElement *source = child(item, u"source"); !author && source)
        author = child(*source, u"author");
    if (!author)
        return;
    entry.author = firstOf(*author, {u"name"});
    entry.authorLink = firstOf(*author, {u"uri", u"url", u"homepage"});
}

FeedEntry entryOf(const XmlElement &item, const FeedFacts &feed)
{
    FeedEntry entry;
    entry.id = textOfChild(item, u"id");
    entry.idIsLink = entry.id.startsWith("http"_L1);
    entry.link = linkOf(item, feed.base);
    entry.title = constructOf(item, u"title", feed).text.simplified();
    entry.content = contentOf(item, feed);
    entry.published = firstOf(item, {u"published", u"issued", u"created"});
    entry.updated = firstOf(item, {u"updated", u"modified"});
    entry.language = item.language;
    if (const XmlElement *content = child(item, u"content"); content && !content->language.isEmpty())
        entry.language = content->language;
    takeAuthor(entry, item);
    for (const XmlElement *element : item.children()) {
        const QString name = feedName(*element);
        if (element->name == "category"_L1 && isAtom(*element)) {
            const QString term = element->attribute(u"term").simplified();
            entry.categories << (term.isEmpty() ? element->attribute(u"label").simplified() : term);
        } else if (name == "dc:subject"_L1) {
            entry.categories << element->text().simplified();
        } else if (name == "dc:creator"_L1 && entry.author.isEmpty()) {
            entry.author = element->text().trimmed();
        } else if (name == "thr:in-reply-to"_L1) {
            const QString target = element->attribute(u"href");
            entry.replyTo = target.isEmpty() ? element->attribute(u"ref") : target;
        } else if (name == "media:description"_L1) {
            entry.mediaDescriptions << element->text().simplified();
        }
    }
    return entry;
}

} // namespace

/// Versions 0.3 and 1.0. A document may also be one entry.
QVector<ReadEntry> readAtom(const XmlElement &root, FeedFacts &feed)
{
    const QUrl documentBase = root.base;
    feed.base = documentBase;
    feed.link = linkOf(root, documentBase);
    if (feed.base.isEmpty())
        feed.base = QUrl(feed.link);
    feed.title = constructOf(root, u"title", feed).text.simplified();
    feed.language = root.language;
    if (const XmlElement *author = child(root, u"author"))
        feed.author = firstOf(*author, {u"name"});
    QVector<ReadEntry> entries;
    if (root.name == "entry"_L1) {
        entries.append({root.start, root.end, entryOf(root, {})});
        return entries;
    }
    for (const XmlElement *element : root.children()) {
        if (element->name == "entry"_L1 && isAtom(*element))
            entries.append({element->start, element->end, entryOf(*element, feed)});
    }
    return entries;
}

} // namespace tidemark
