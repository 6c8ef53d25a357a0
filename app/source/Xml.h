#pragma once

#include "text/HtmlText.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tidemark {

/// An element of an XML document with what it holds, in order.
struct XmlElement
{
    struct Attribute
    {
        QString space; ///< namespace; empty: none
        QString name;
        QString value;
    };
    /// A piece of text, or an element.
    struct Node
    {
        QString text;
        std::unique_ptr<XmlElement> element;
    };

    QString space; ///< namespace, as its address; of a prefix that nobody declared, the prefix
    QString name;
    std::vector<Attribute> attributes;
    std::vector<Node> nodes;
    QString language; ///< xml:lang in force
    QUrl base;        ///< xml:base in force, resolved
    qint64 start = 0; ///< where it stands in the document, in bytes
    qint64 end = 0;   ///< behind it; 0: it wasn't closed

    [[nodiscard]] bool is(QStringView ofSpace, QStringView ofName) const
    {
        return name == ofName && space == ofSpace;
    }
    [[nodiscard]] const XmlElement *child(QStringView ofSpace, QStringView ofName) const; ///< null: none
    [[nodiscard]] std::vector<const XmlElement *> children() const;
    [[nodiscard]] QString attribute(QStringView ofName, QStringView ofSpace = {}) const;
    [[nodiscard]] QString text() const; ///< of all it holds, as written
};

/// A document, or as much of it as could be read.
struct XmlDocument
{
    QByteArray bytes;                 ///< UTF-8, mended; what elements' places count in
    std::unique_ptr<XmlElement> root; ///< null: none
    QStringList notes;                ///< sentences on what was mended or passed over
    QString problem;                  ///< a sentence: why the rest couldn't be read; empty: it was read to its end
};

/// Reads UTF-8 by expat. Nothing outside of the document is read: external entities are passed over. Entities of
/// the document's own are expanded as text, to 64 KiB in all; elements may lie 256 deep, a tag may have 64 KiB and
/// 256 attributes: what passes a limit ends the reading there. Signs that XML doesn't allow, a lone & among them,
/// are taken as text; HTML's names of characters are understood. Linear; any thread.
XmlDocument readXml(const QByteArray &document);

/// The encoding that an XML document's first line declares; empty: none that can be.
QByteArray declaredXmlEncoding(QByteArrayView head);

/// The XHTML that an element holds as plain text; see readHtml.
ReadableText readXhtml(const XmlElement &element, const QUrl &base);

} // namespace tidemark
