#include "source/Opml.h"

#include "source/Decompression.h"
#include "source/TextStream.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qint64 largestList = qint64{16} * 1024 * 1024;

void collect(const XmlElement &parent, QSet<QUrl> &known, QVector<ListedFeed> &feeds)
{
    for (const XmlElement *element : parent.children()) {
        if (element->name == "outline"_L1) {
            QString title = element->attribute(u"title");
            if (title.isEmpty())
                title = element->attribute(u"text");
            QString address = element->attribute(u"xmlUrl");
            if (address.isEmpty())
                address = element->attribute(u"xmlurl");
            const ListedFeed feed{title.simplified(), QUrl(address.trimmed()),
                                  QUrl(element->attribute(u"htmlUrl").trimmed())};
            if (feed.address.isValid() && !feed.address.isEmpty() && !known.contains(feed.address)) {
                known.insert(feed.address);
                feeds.append(feed);
            }
        }
        collect(*element, known, feeds);
    }
}

} // namespace

QVector<ListedFeed> readOpml(const XmlElement &root)
{
    QSet<QUrl> known;
    QVector<ListedFeed> feeds;
    collect(root, known, feeds);
    return feeds;
}

Result<QVector<ListedFeed>> readOpmlFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestList) {
        return Error{Error::Kind::NotFound,
                     QCoreApplication::translate("Opml", "%1 can't be read, or is larger than any list of feeds.")
                         .arg(path)};
    }
    const QByteArray bytes = file.readAll();
    TextStream text(openBytes(bytes), declaredXmlEncoding(bytes));
    const XmlDocument document = readXml(readHead(text, 2 * largestList));
    if (!document.root || document.root->name != "opml"_L1)
        return Error{Error::Kind::Usage,
                     QCoreApplication::translate("Opml", "%1 is no list of feeds (OPML).").arg(path)};
    if (!document.problem.isEmpty()) {
        return Error{Error::Kind::Damaged,
                     QCoreApplication::translate(
                         "Opml", "%1 could not be read to its end, so nothing was added: %2 Get the file again.")
                         .arg(path, document.problem)};
    }
    const QVector<ListedFeed> feeds = readOpml(*document.root);
    if (feeds.isEmpty())
        return Error{
            Error::Kind::Usage,
            QCoreApplication::translate("Opml", "%1 is a list of feeds (OPML) that names none.").arg(path)};
    return feeds;
}

QByteArray writeOpml(const QVector<ListedFeed> &feeds)
{
    QByteArray document;
    QXmlStreamWriter xml(&document);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"opml"_s);
    xml.writeAttribute(u"version"_s, u"2.0"_s);
    xml.writeStartElement(u"head"_s);
    xml.writeTextElement(u"title"_s, u"Tidemark"_s);
    xml.writeEndElement();
    xml.writeStartElement(u"body"_s);
    for (const ListedFeed &feed : feeds) {
        xml.writeEmptyElement(u"outline"_s);
        xml.writeAttribute(u"type"_s, u"rss"_s);
        xml.writeAttribute(u"text"_s, feed.title);
        xml.writeAttribute(u"xmlUrl"_s, feed.address.toString(QUrl::FullyEncoded));
        if (!feed.site.isEmpty())
            xml.writeAttribute(u"htmlUrl"_s, feed.site.toString(QUrl::FullyEncoded));
    }
    xml.writeEndDocument();
    return document;
}

} // namespace tidemark
