#include "source/Xml.h"

#include "source/XmlMending.h"

#include "text/Entities.h"
#include "text/HtmlWriter.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <expat.h>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr size_t deepest = 256;
constexpr int longestTag = 64 * 1024;
constexpr int mostAttributes = 256;
constexpr qsizetype mostExpanded = 64 * 1024;
constexpr int deepestEntity = 16;
constexpr auto xmlSpace = "http://www.w3.org/XML/1998/namespace"_L1;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Xml)
};

/// Builds the tree from what expat finds. Namespaces are resolved here: expat would stop at a prefix that nobody
/// declared, and feeds have such.
class XmlReader
{
public:
    explicit XmlReader(const QByteArray &document)
        : m_document(document), m_parser(XML_ParserCreate("UTF-8"), &XML_ParserFree)
    {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), &XmlReader::onStart, &XmlReader::onEnd);
        XML_SetCharacterDataHandler(m_parser.get(), &XmlReader::onText);
        // With a default handler, entities come here unexpanded; with a foreign DTD, unknown ones are no error.
        XML_SetDefaultHandler(m_parser.get(), [](void *, const XML_Char *, int) {});
        XML_SetSkippedEntityHandler(m_parser.get(), &XmlReader::onEntity);
        XML_SetEntityDeclHandler(m_parser.get(), &XmlReader::onEntityDeclared);
        XML_SetExternalEntityRefHandler(m_parser.get(), &XmlReader::onExternalEntity);
        XML_SetParamEntityParsing(m_parser.get(), XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE);
        XML_UseForeignDTD(m_parser.get(), XML_TRUE);
    }

    XmlDocument read()
    {
        const auto status
            = XML_Parse(m_parser.get(), m_document.constData(), int(m_document.size()), /*isFinal*/ 1);
        if (status != XML_STATUS_OK && m_result.problem.isEmpty()) {
            m_result.problem = Words::tr("The XML breaks off in line %1: %2.")
                                   .arg(XML_GetCurrentLineNumber(m_parser.get()))
                                   .arg(QString::fromLatin1(XML_ErrorString(XML_GetErrorCode(m_parser.get()))));
        }
        if (m_hasExternal)
            m_result.notes << Words::tr("Files that the XML refers to were not read.");
        return std::move(m_result);
    }

private:
    struct Scope
    {
        XmlElement *element;
        QHash<QString, QString> spaces; ///< prefix -> namespace
    };

    static XmlReader &of(void *data) { return *static_cast<XmlReader *>(data); }

    static void onStart(void *data, const XML_Char *name, const XML_Char **attributes)
    {
        of(data).start(QString::fromUtf8(name), attributes);
    }

    static void onEnd(void *data, const XML_Char *)
    {
        XmlReader &reader = of(data);
        if (!reader.m_result.problem.isEmpty())
            return; // expat tells the end of an empty element even after it was stopped
        const XML_Parser parser = reader.m_parser.get();
        reader.m_open.back().element->end = XML_GetCurrentByteIndex(parser) + XML_GetCurrentByteCount(parser);
        reader.m_open.pop_back();
    }

    static void onText(void *data, const XML_Char *text, int length)
    {
        of(data).add(QString::fromUtf8(text, length));
    }

    static void onEntity(void *data, const XML_Char *name, int isParameter)
    {
        if (!isParameter)
            of(data).addEntity(QString::fromUtf8(name), 0);
    }

    static void onEntityDeclared(void *data, const XML_Char *name, int isParameter, const XML_Char *value,
                                 int length, const XML_Char *, const XML_Char *, const XML_Char *, const XML_Char *)
    {
        if (!isParameter && value)
            of(data).m_entities.insert(QString::fromUtf8(name), QString::fromUtf8(value, length));
    }

    /// In place of a foreign DTD an empty one is read; other entities from outside stay empty.
    static int onExternalEntity(XML_Parser parser, const XML_Char *context, const XML_Char *,
                                const XML_Char *systemId, const XML_Char *)
    {
        if (systemId)
            of(XML_GetUserData(parser)).m_hasExternal = true;
        if (context)
            return XML_STATUS_OK;
        const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> dtd(
            XML_ExternalEntityParserCreate(parser, nullptr, nullptr), &XML_ParserFree);
        return dtd ? XML_Parse(dtd.get(), "", 0, 1) : XML_STATUS_ERROR;
    }

    void stop(const QString &problem)
    {
        if (m_result.problem.isEmpty())
            m_result.problem = problem;
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    void start(const QString &name, const XML_Char **attributes)
    {
        const int written = XML_GetCurrentByteCount(m_parser.get());
        qsizetype length = 0;
        int count = 0;
        for (const XML_Char **place = attributes; *place; place += 2, ++count)
            length += qstrlen(place[0]) + qstrlen(place[1]);
        if (m_open.size() >= deepest)
            return stop(Words::tr("The XML is nested more than 256 levels deep."));
        if (written > longestTag || count > mostAttributes)
            return stop(Words::tr("The XML has a tag of more than 64 KiB or 256 attributes."));
        m_expanded += std::max<qsizetype>(0, length - written);
        if (m_expanded > mostExpanded)
            return stop(Words::tr("The XML's own entities stand for more than 64 KiB."));

        auto made = std::make_unique<XmlElement>();
        XmlElement *element = made.get();
        element->start = XML_GetCurrentByteIndex(m_parser.get());
        Scope scope{element, {}};
        if (m_open.empty()) {
            m_result.root = std::move(made);
        } else {
            scope.spaces = m_open.back().spaces;
            element->language = m_open.back().element->language;
            element->base = m_open.back().element->base;
            m_open.back().element->nodes.push_back({{}, std::move(made)});
        }
        takeAttributes(scope, attributes);
        split(name, scope.spaces, /*hasDefault*/ true, element->space, element->name);
        m_open.push_back(std::move(scope));
    }

    static void split(const QString &whole, const QHash<QString, QString> &spaces, bool hasDefault, QString &space,
                      QString &name)
    {
        const qsizetype colon = whole.indexOf(u':');
        const QString prefix = whole.left(std::max<qsizetype>(colon, 0));
        name = whole.mid(colon + 1);
        if (prefix == "xml"_L1)
            space = xmlSpace;
        else if (!prefix.isEmpty() || hasDefault)
            space = spaces.value(prefix, prefix);
    }

    static void takeAttributes(Scope &scope, const XML_Char **attributes)
    {
        XmlElement &element = *scope.element;
        for (const XML_Char **place = attributes; *place; place += 2) {
            const QString name = QString::fromUtf8(place[0]);
            if (name == "xmlns"_L1 || name.startsWith("xmlns:"_L1))
                scope.spaces.insert(name.mid(6), QString::fromUtf8(place[1]));
        }
        for (const XML_Char **place = attributes; *place; place += 2) {
            const QString name = QString::fromUtf8(place[0]);
            if (name.startsWith("xmlns"_L1))
                continue;
            XmlElement::Attribute attribute{{}, {}, QString::fromUtf8(place[1])};
            split(name, scope.spaces, false, attribute.space, attribute.name);
            if (attribute.space == xmlSpace && attribute.name == "lang"_L1)
                element.language = attribute.value;
            if (attribute.space == xmlSpace && attribute.name == "base"_L1)
                element.base = element.base.resolved(QUrl(attribute.value.trimmed()));
            element.attributes.push_back(std::move(attribute));
        }
    }

    void add(const QString &text)
    {
        if (m_open.empty() || text.isEmpty() || !m_result.problem.isEmpty())
            return;
        auto &nodes = m_open.back().element->nodes;
        if (nodes.empty() || nodes.back().element)
            nodes.push_back({});
        nodes.back().text += text;
    }

    /// What an entity stands for, as text; entities in it too, which may not name each other for ever.
    void addEntity(const QString &name, int depth)
    {
        const auto own = m_entities.constFind(name);
        if (own == m_entities.constEnd()) {
            const QString written = u'&' + name + u';';
            return add(DecodedText(written).text().toString());
        }
        if (depth == deepestEntity)
            return stop(Words::tr("The XML's own entities refer to each other more than 16 levels deep."));
        m_expanded += own->size();
        if (m_expanded > mostExpanded)
            return stop(Words::tr("The XML's own entities stand for more than 64 KiB."));
        static const QRegularExpression reference(u"&([\\w.:-]+);"_s,
                                                  QRegularExpression::UseUnicodePropertiesOption);
        const QString &value = *own;
        qsizetype done = 0;
        for (auto found = reference.globalMatch(value); found.hasNext() && m_result.problem.isEmpty();) {
            const auto match = found.next();
            add(value.mid(done, match.capturedStart() - done));
            addEntity(match.captured(1), depth + 1);
            done = match.capturedEnd();
        }
        add(value.mid(done));
    }

    const QByteArray &m_document;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> m_parser;
    XmlDocument m_result;
    std::vector<Scope> m_open;
    QHash<QString, QString> m_entities;
    qsizetype m_expanded = 0;
    bool m_hasExternal = false;
};

void writeXhtml(const XmlElement &element, HtmlWriter &writer)
{
    for (const XmlElement::Node &node : element.nodes) {
        if (!node.element) {
            writer.text(node.text);
            continue;
        }
        const XmlElement &inner = *node.element;
        writer.open(inner.name, [&](QStringView name) { return inner.attribute(name); });
        writeXhtml(inner, writer);
        writer.close(inner.name);
    }
}

void collectText(const XmlElement &element, QString &text)
{
    for (const XmlElement::Node &node : element.nodes) {
        if (node.element)
            collectText(*node.element, text);
        else
            text += node.text;
    }
}

} // namespace

const XmlElement *XmlElement::child(QStringView ofSpace, QStringView ofName) const
{
    for (const Node &node : nodes) {
        if (node.element && node.element->is(ofSpace, ofName))
            return node.element.get();
    }
    return nullptr;
}

std::vector<const XmlElement *> XmlElement::children() const
{
    std::vector<const XmlElement *> found;
    for (const Node &node : nodes) {
        if (node.element)
            found.push_back(node.element.get());
    }
    return found;
}

QString XmlElement::attribute(QStringView ofName, QStringView ofSpace) const
{
    for (const Attribute &attribute : attributes) {
        if (attribute.name == ofName && attribute.space == ofSpace)
            return attribute.value;
    }
    return {};
}

QString XmlElement::text() const
{
    QString text;
    collectText(*this, text);
    return text;
}

XmlDocument readXml(const QByteArray &document)
{
    const MendedXml mended = mendedXml(document);
    XmlDocument result = XmlReader(mended.document).read();
    result.bytes = mended.document;
    result.notes = mended.notes + result.notes;
    return result;
}

QByteArray declaredXmlEncoding(QByteArrayView head)
{
    QByteArray start = head.first(std::min<qsizetype>(head.size(), 512)).toByteArray();
    if (start.startsWith("\x4c\x6f\xa7\x94"))
        return "IBM037"; // "<?xm" in EBCDIC, whose further kinds differ in signs that feeds hardly use
    start.truncate(std::max<qsizetype>(start.indexOf("?>"), 0));
    static const QRegularExpression pattern(u"^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']\\s*([\\w.:-]+)"_s);
    const auto match = pattern.match(QString::fromLatin1(start));
    const QByteArray name = match.captured(1).toLatin1().toUpper();
    // The declaration was readable as single bytes, so it can't be one of these.
    const bool isWide
        = name.contains("UTF-16") || name.contains("UTF16") || name.contains("UTF-32") || name.contains("UCS-");
    return isWide ? QByteArray() : name;
}

ReadableText readXhtml(const XmlElement &element, const QUrl &base)
{
    HtmlWriter writer({.base = base});
    writeXhtml(element, writer);
    return writer.take();
}

} // namespace tidemark
