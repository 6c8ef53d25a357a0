#pragma once

#include "source/Xml.h"
#include "story/Result.h"

#include <QVector>

namespace tidemark {

/// A feed that a list of feeds names.
struct ListedFeed
{
    QString title;
    QUrl address; ///< of the feed
    QUrl site;

    friend bool operator==(const ListedFeed &, const ListedFeed &) = default;
};

/// The feeds that an OPML document lists, those in folders too, each address once.
QVector<ListedFeed> readOpml(const XmlElement &root);

/// The same of a file in any encoding; the Error says that it can't be read, not to its end either, or is no such
/// list, or names no feed.
Result<QVector<ListedFeed>> readOpmlFile(const QString &path);

/// An OPML document, in UTF-8.
QByteArray writeOpml(const QVector<ListedFeed> &feeds);

} // namespace tidemark
