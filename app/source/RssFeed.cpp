#include "source/FeedEntry.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

void setIfEmpty(QString &field, const QString &value)
{
    if (field.isEmpty())
        field = value.trimmed();
}

/// What an item may write its text in; the fullest comes first.
struct Bodies
{
    const XmlElement *encoded = nullptr;
    const XmlElement *xhtml = nullptr;
    const XmlElement *description = nullptr;
    const XmlElement *summary = nullptr;
};

/// The text of the fullest body that has one, whose own language counts.
ReadableText textOf(const Bodies &bodies, const FeedFacts &feed, QString &language)
{
    for (const XmlElement *body : {bodies.encoded, bodies.xhtml, bodies.description, bodies.summary}) {
        if (!body)
            continue;
        const QUrl base = feed.base.resolved(body->base);
        ReadableText read = body == bodies.xhtml ? readXhtml(*body, base) : readMarkup(body->text(), base);
        if (read.text.isEmpty() && read.pictures.isEmpty())
            continue;
        if (!body->language.isEmpty())
            language = body->language;
        return read;
    }
    return {};
}

void takePlace(FeedEntry &entry, const QString &name, const XmlElement &field)
{
    if (name == "link"_L1) {
        setIfEmpty(entry.link, field.text());
    } else if (name == "atom:link"_L1) {
        const QString relation = field.attribute(u"rel");
        if (relation.isEmpty() || relation == "alternate"_L1)
            setIfEmpty(entry.link, field.attribute(u"href"));
    } else if (name == "guid"_L1) {
        entry.id = field.text().trimmed();
        entry.idIsLink
            = field.attribute(u"isPermaLink").trimmed().toLower() != "false"_L1 && entry.id.startsWith("http"_L1);
    } else if (name == "thr:in-reply-to"_L1) {
        setIfEmpty(entry.replyTo, field.attribute(u"href"));
        setIfEmpty(entry.replyTo, field.attribute(u"ref"));
    }
}

void takeTime(FeedEntry &entry, const QString &name, const QString &value)
{
    if (name == "pubDate"_L1 || name == "atom:published"_L1)
        entry.published = value;
    else if (name == "dc:date"_L1 || name == "dc:issued"_L1 || name == "dc:created"_L1)
        setIfEmpty(entry.published, value);
    else if (name == "atom:updated"_L1 || name == "dc:modified"_L1)
        setIfEmpty(entry.updated, value);
}

void takeAuthor(FeedEntry &entry, const QString &name, const XmlElement &field)
{
    if (name == "dc:creator"_L1)
        entry.author = field.text().trimmed();
    else if (name == "author"_L1 || name == "itunes:author"_L1 || name == "dc:author"_L1)
        setIfEmpty(entry.author, field.text());
    else if (name == "atom:author"_L1)
        setIfEmpty(entry.author, field.text().simplified());
}

void takeMedia(FeedEntry &entry, const XmlElement &field)
{
    for (const XmlElement *inner : field.children()) {
        const QString name = feedName(*inner);
        if (name == "media:description"_L1)
            entry.mediaDescriptions << readMarkup(inner->text(), {}).text;
        else if (name == "media:content"_L1 || name == "media:group"_L1)
            takeMedia(entry, *inner);
    }
}

FeedEntry entryOf(const XmlElement &item, const FeedFacts &feed)
{
    FeedEntry entry;
    Bodies bodies;
    QString saidLanguage;
    entry.id = item.attribute(u"about", u"http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    entry.language = item.language;
    for (const XmlElement *field : item.children()) {
        const QString name = feedName(*field);
        if (name == "title"_L1)
            setIfEmpty(entry.title, readMarkup(field->text(), feed.base).text.simplified());
        else if (name == "dc:title"_L1)
            setIfEmpty(entry.title, field->text().simplified());
        else if (name == "content:encoded"_L1 || name == "fullitem"_L1)
            bodies.encoded = field;
        else if (name == "xhtml:body"_L1 || name == "xhtml:div"_L1 || name == "body"_L1)
            bodies.xhtml = field;
        else if (name == "description"_L1)
            bodies.description = field;
        else if (name == "dc:description"_L1 || name == "itunes:summary"_L1 || name == "atom:summary"_L1
                 || name == "atom:content"_L1)
            bodies.summary = field;
        else if (name == "category"_L1 || name == "dc:subject"_L1)
            entry.categories << field->text().simplified();
        else if (name == "dc:language"_L1)
            saidLanguage = field->text().trimmed();
        takePlace(entry, name, *field);
        takeTime(entry, name, field->text().trimmed());
        takeAuthor(entry, name, *field);
    }
    takeMedia(entry, item);
    entry.content = textOf(bodies, feed, entry.language);
    if (!saidLanguage.isEmpty())
        entry.language = saidLanguage;
    if (!entry.link.isEmpty())
        entry.link = feed.base.resolved(item.base).resolved(QUrl(entry.link)).toString(QUrl::FullyEncoded);
    return entry;
}

void takeFacts(const XmlElement &channel, FeedFacts &feed)
{
    for (const XmlElement *field : channel.children()) {
        const QString name = feedName(*field);
        if (name == "title"_L1)
            setIfEmpty(feed.title, readMarkup(field->text(), {}).text.simplified());
        else if (name == "link"_L1)
            setIfEmpty(feed.link, field->text());
        else if (name == "language"_L1 || name == "dc:language"_L1)
            setIfEmpty(feed.language, field->text());
        else if (name == "dc:creator"_L1 || name == "managingEditor"_L1 || name == "itunes:author"_L1)
            setIfEmpty(feed.author, field->text());
    }
    setIfEmpty(feed.language, channel.language);
    feed.base = QUrl(feed.link).resolved(channel.base);
}

} // namespace

/// Versions 0.9x and 2.0 keep their items in the channel, 0.90 and 1.0 beside it.
QVector<ReadEntry> readRss(const XmlElement &root, FeedFacts &feed)
{
    std::vector<const XmlElement *> items;
    const auto collect = [&](const XmlElement &parent) {
        for (const XmlElement *element : parent.children()) {
            if (feedName(*element) == "item"_L1)
                items.push_back(element);
        }
    };
    if (root.name == "channel"_L1) {
        takeFacts(root, feed);
        collect(root);
    }
    for (const XmlElement *element : root.children()) {
        if (feedName(*element) == "channel"_L1) {
            takeFacts(*element, feed);
            collect(*element);
        }
    }
    collect(root);
    QVector<ReadEntry> entries;
    for (const XmlElement *item : items)
        entries.append({item->start, item->end, entryOf(*item, feed)});
    return entries;
}

} // namespace tidemark
