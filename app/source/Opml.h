#pragma once

#include "source/Xml.h"

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

} // namespace tidemark
