#pragma once

#include "source/Xml.h"
#include "story/Story.h"

namespace tidemark {

/// What a feed says of itself and its entries take over.
struct FeedFacts
{
    QString title;
    QString link; ///< the site's
    QString language;
    QString author;
    QUrl base;            ///< what relative links are resolved against
    QString address = {}; ///< that the feed was asked for at; empty: not known
};

/// An entry of any kind of feed, before it is a story.
struct FeedEntry
{
    QString id; ///< as the feed gives it; it need not be unique beyond the feed
    bool idIsLink = false;
    QString link;
    QString title; ///< plain text
    ReadableText content;
    QString published; ///< as written
    QString updated;
    QString language;
    QString author; ///< a name, perhaps with a mail address
    QString authorLink;
    QStringList categories;
    QStringList mediaDescriptions;
    QString replyTo; ///< the link of what it answers
};

/// The entry as a story: its title and content are the text, its categories the hashtags. An id that is no address
/// counts within its feed only, or where that isn't known, within its site. Mail addresses of authors are left out.
Story storyOf(const FeedEntry &entry, const FeedFacts &feed, Instant now);

/// An entry of a feed with the bytes that it stood in.
struct ReadEntry
{
    qint64 start = 0; ///< in the document
    qint64 end = 0;   ///< 0: the document breaks off in it
    FeedEntry entry;
};

/// The entries of a document whose root is that of a feed, and what the feed says of itself. One format a function.
QVector<ReadEntry> readRss(const XmlElement &root, FeedFacts &feed);
QVector<ReadEntry> readAtom(const XmlElement &root, FeedFacts &feed);

/// An element's name with the short name of its module before it: "item", "dc:date", "content:encoded",
/// "media:description", "atom:link"; elements of RSS itself have no module.
QString feedName(const XmlElement &element);

/// HTML, or what may be HTML, as text: plain text keeps its line ends.
ReadableText readMarkup(const QString &markup, const QUrl &base);

} // namespace tidemark
