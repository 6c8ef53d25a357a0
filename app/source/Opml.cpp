#include "source/Opml.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

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

} // namespace tidemark
