// REFI-QDA's codebook, QDC 1.0: <CodeBook><Codes><Code guid name isCodable
// color><Description/><Code/>...</Code></Codes>.

#include "theme/CodebookExchange.h"

#include "theme/CodebookGuid.h"
#include "theme/ThemeColours.h"

#include <QCoreApplication>
#include <QSet>
#include <QUuid>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostBytes = 16 * 1024 * 1024;
constexpr qsizetype longestTag = 64 * 1024;
constexpr int deepest = 64;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

Error damaged(const QString &why)
{
    return {
        Error::Kind::Damaged,
        Words::tr(
            "The file is no REFI-QDA codebook that can be read: %1. Export it anew from the program that made it.")
            .arg(why.endsWith(u'.') ? why.chopped(1) : why)}; // Qt's own reasons are sentences
}

/// What Qt's reader takes too long over is refused before it sees it.
Result<> checkHarmless(const QByteArray &xml)
{
    if (xml.size() > mostBytes)
        return damaged(Words::tr("it is larger than 16 MiB"));
    if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY"))
        return damaged(Words::tr("it has a DOCTYPE, which a codebook doesn't need"));
    for (qsizetype open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', open + 1)) {
        const qsizetype close = xml.indexOf('>', open);
        if (close < 0 || close - open > longestTag)
            return damaged(Words::tr("one of its tags has no end"));
    }
    return {};
}

/// Reads codes as they open and close.
class QdcReader
{
public:
    explicit QdcReader(const QByteArray &bytes) : m_xml(bytes) {}

    Result<QVector<ForeignTheme>> read()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::StartElement && !opened())
                return damaged(Words::tr("its elements are nested too deeply"));
            if (token == QXmlStreamReader::EndElement)
                closed();
            if (token == QXmlStreamReader::Characters && m_describes && !m_open.empty())
                m_open.back().theme.definition += m_xml.text();
        }
        if (m_xml.hasError())
            return damaged(Words::tr("line %1: %2").arg(m_xml.lineNumber()).arg(m_xml.errorString()));
        if (!m_isCodebook)
            return damaged(Words::tr("it has no CodeBook"));
        if (m_themes.isEmpty())
            return damaged(Words::tr("it has no codes"));
        std::stable_sort(m_themes.begin(), m_themes.end(),
                         [](const Found &a, const Found &b) { return a.order < b.order; });
        QVector<ForeignTheme> themes;
        for (Found &found : m_themes) {
            found.theme.definition = found.theme.definition.trimmed();
            themes.append(found.theme);
        }
        return themes;
    }

private:
    struct Found
    {
        int order = 0;
        bool isTheme = true; ///< false: a group
        ForeignTheme theme;
    };

    bool opened()
    {
        if (++m_depth > deepest)
            return false;
        const QStringView name = m_xml.name();
        m_isCodebook = m_isCodebook || name == "CodeBook"_L1;
        m_describes = name == "Description"_L1;
        if (name == "Code"_L1) {
            const auto attributes = m_xml.attributes();
            Found found{m_codes++, attributes.value("isCodable"_L1) != "false"_L1, {}};
            found.theme.name = attributes.value("name"_L1).trimmed().toString();
            found.theme.id = themeKey(found.theme.name);
            found.theme.colour = colourLike(attributes.value("color"_L1).trimmed());
            found.theme.guid = firstUse(checkedGuid(attributes.value("guid"_L1)));
            if (!m_open.empty()) {
                const Found &group = m_open.front();
                found.theme.group = group.theme.name;
                found.theme.groupGuid = group.isTheme ? QString() : group.theme.guid;
            }
            m_open.push_back(found);
        }
        return true;
    }

    /// Two codes of one GUID are two codes: the second has none.
    QString firstUse(const QString &guid)
    {
        const auto read = QUuid::fromString(guid);
        if (m_guids.contains(read))
            return {};
        m_guids.insert(read);
        return guid;
    }

    void closed()
    {
        --m_depth;
        m_describes = false;
        if (m_xml.name() != "Code"_L1)
            return;
        if (m_open.back().isTheme && !m_open.back().theme.name.isEmpty())
            m_themes.append(m_open.back());
        m_open.pop_back();
    }

    QXmlStreamReader m_xml;
    std::vector<Found> m_open;
    QVector<Found> m_themes;
    QSet<QUuid> m_guids;
    int m_codes = 0;
    int m_depth = 0;
    bool m_isCodebook = false;
    bool m_describes = false;
};

/// Its element is left open, for the codes that it may hold.
void beginTheme(QXmlStreamWriter &xml, const Theme &theme)
{
    xml.writeStartElement(u"Code"_s);
    xml.writeAttribute(u"guid"_s, guidOf(theme));
    xml.writeAttribute(u"name"_s, theme.name);
    xml.writeAttribute(u"isCodable"_s, u"true"_s);
    if (theme.colour != 0)
        xml.writeAttribute(u"color"_s, colourCode(theme.colour));
    if (!theme.definition.isEmpty())
        xml.writeTextElement(u"Description"_s, theme.definition);
}

void writeTheme(QXmlStreamWriter &xml, const Theme &theme)
{
    beginTheme(xml, theme);
    xml.writeEndElement();
}

bool hasGroup(const Codebook &codebook, const Theme &theme)
{
    return std::any_of(codebook.groups.cbegin(), codebook.groups.cend(),
                       [&](const ThemeGroup &group) { return group.key == theme.group; });
}

/// The theme that other programs show as the group itself; null: there is none.
const Theme *headOf(const Codebook &codebook, const ThemeGroup &group)
{
    const auto head = std::find_if(codebook.themes.cbegin(), codebook.themes.cend(), [&](const Theme &theme) {
        return !hasGroup(codebook, theme) && theme.name.compare(group.name, Qt::CaseInsensitive) == 0;
    });
    return head == codebook.themes.cend() ? nullptr : &*head;
}

void writeGroup(QXmlStreamWriter &xml, const Codebook &codebook, const ThemeGroup &group)
{
    if (const Theme *head = headOf(codebook, group)) {
        beginTheme(xml, *head);
    } else {
        xml.writeStartElement(u"Code"_s);
        xml.writeAttribute(u"guid"_s, guidOf(group));
        xml.writeAttribute(u"name"_s, group.name);
        xml.writeAttribute(u"isCodable"_s, u"false"_s);
    }
    for (const Theme &theme : codebook.themes) {
        if (theme.group == group.key)
            writeTheme(xml, theme);
    }
    xml.writeEndElement();
}

} // namespace

Result<QVector<ForeignTheme>> themesFromQdc(const QByteArray &xml)
{
    if (auto checked = checkHarmless(xml); !checked)
        return checked.error();
    return QdcReader(xml).read();
}

QByteArray codebookToQdc(const Codebook &codebook)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"CodeBook"_s);
    xml.writeDefaultNamespace(u"urn:QDA-XML:codebook:1.0"_s);
    xml.writeAttribute(u"origin"_s, u"Tidemark "_s + QStringLiteral(TIDEMARK_VERSION));
    xml.writeStartElement(u"Codes"_s);
    QSet<QString> heads;
    for (const ThemeGroup &group : codebook.groups) {
        writeGroup(xml, codebook, group);
        if (const Theme *head = headOf(codebook, group))
            heads.insert(head->id);
    }
    for (const Theme &theme : codebook.themes) {
        if (!hasGroup(codebook, theme) && !heads.contains(theme.id))
            writeTheme(xml, theme);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace tidemark
