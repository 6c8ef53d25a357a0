#pragma once

#include <QByteArray>
#include <QStringList>

namespace tidemark {

struct MendedXml
{
    QByteArray document;
    QStringList notes; ///< sentences on what was mended
};

/// UTF-8 of a document as XML allows it: what comes before the declaration is left out, signs that XML forbids
/// become U+FFFD, and a & that begins no reference is written &amp; (outside of CDATA sections and comments).
/// Linear.
MendedXml mendedXml(const QByteArray &document);

} // namespace tidemark
