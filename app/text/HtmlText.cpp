#include "text/HtmlText.h"

#include "text/Entities.h"
#include "text/HtmlLexer.h"
#include "text/HtmlWriter.h"

#include <QHash>
#include <QSet>

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype longestBody = 256 * 1024;
constexpr qsizetype longestTag = 16 * 1024;
constexpr int mostOpen = 512;
constexpr qsizetype mostBreaks
    = 1024; ///< in a tag: an upper bound of its attributes, which Gumbo compares in pairs
constexpr qint64 mostWork = 4'000'000; ///< open elements, summed over all tags: what a tree builder may walk over

bool isVoid(const QString &name)
{
    static const QSet<QString> names{u"br"_s,    u"img"_s,  u"hr"_s,     u"input"_s, u"meta"_s,  u"link"_s,
                                     u"embed"_s, u"area"_s, u"source"_s, u"wbr"_s,   u"param"_s, u"col"_s};
    return names.contains(name);
}

/// Elements under which a tree builder reads tags in ways of their own.
bool changesRules(const QString &name)
{
    static const QSet<QString> names{u"svg"_s,    u"math"_s,     u"template"_s,
                                     u"select"_s, u"frameset"_s, u"plaintext"_s};
    return names.contains(name);
}

/// Places at which an attribute may end.
qsizetype breaksIn(QStringView attributes)
{
    return std::count_if(attributes.begin(), attributes.end(),
                         [](QChar c) { return c.isSpace() || c == u'/' || c == u'=' || c == u'"' || c == u'\''; });
}

/// Whether Gumbo will be done with it in linear time. Elements count as open until a tag of their name closes them,
/// so that what hides closing tags from one parser and not from the other can't make the count too small.
bool isTame(const QString &html)
{
    if (html.size() > longestBody || html.contains("<![CDATA["_L1, Qt::CaseInsensitive))
        return false;
    QHash<QString, int> openOf;
    int open = 0;
    qint64 work = 0;
    HtmlLexer lexer(html);
    for (HtmlToken token = lexer.next(); token.kind != HtmlToken::Kind::End; token = lexer.next()) {
        if (token.kind == HtmlToken::Kind::Text) {
            if (token.isRaw && token.text.contains("<!--"_L1))
                return false;
            continue;
        }
        if (token.text.size() > longestTag || breaksIn(token.attributes) > mostBreaks || changesRules(token.name))
            return false;
        if (token.kind == HtmlToken::Kind::Open && !isVoid(token.name)) {
            ++openOf[token.name];
            ++open;
        } else if (const auto found = openOf.find(token.name); found != openOf.end() && *found > 0) {
            --*found;
            --open;
        }
        work += open;
        if (open > mostOpen || work > mostWork)
            return false;
    }
    return true;
}

QString elementName(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return QString::fromLatin1(gumbo_normalized_tagname(element.tag));
    return {};
}

/// Walks Gumbo's tree without recursion and tells the writer.
void writeTree(const GumboNode &root, HtmlWriter &writer)
{
    struct Step
    {
        const GumboNode *node;
        unsigned next = 0;
        QString name = {};
    };
    std::vector<Step> path{{&root}};
    const auto enter = [&](Step &step) {
        const GumboElement &element = step.node->v.element;
        step.name = elementName(element);
        writer.open(step.name, [&](QStringView name) {
            const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name.toLatin1().constData());
            return found ? QString::fromUtf8(found->value) : QString();
        });
    };
    enter(path.front());
    while (!path.empty()) {
        Step &step = path.back();
        const GumboVector &children = step.node->v.element.children;
        if (step.next == children.length) {
            writer.close(step.name);
            path.pop_back();
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(children.data[step.next++]);
        if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
            path.push_back({child});
            enter(path.back());
        } else if (child->type != GUMBO_NODE_COMMENT) {
            writer.text(QString::fromUtf8(child->v.text.text));
        }
    }
}

void writeByGumbo(const QString &html, HtmlWriter &writer)
{
    const QByteArray bytes = html.toUtf8();
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto destroy = [](GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, bytes.constData(), size_t(bytes.size())), destroy);
    writeTree(*output->root, writer);
}

void writeWithoutTags(const QString &html, HtmlWriter &writer)
{
    HtmlLexer lexer(html);
    for (HtmlToken token = lexer.next(); token.kind != HtmlToken::Kind::End; token = lexer.next()) {
        switch (token.kind) {
        case HtmlToken::Kind::Open:
            writer.open(token.name, [&](QStringView name) { return htmlAttribute(token.attributes, name); });
            break;
        case HtmlToken::Kind::Close:
            writer.close(token.name);
            break;
        default:
            writer.text(token.isRaw ? token.text : DecodedText(token.text).text());
        }
    }
}

} // namespace

ReadableText readHtml(const QString &html, const HtmlReading &reading)
{
    HtmlWriter writer(reading);
    if (isTame(html))
        writeByGumbo(html, writer);
    else
        writeWithoutTags(html, writer);
    return writer.take();
}

bool looksLikeHtml(const QString &text)
{
    HtmlLexer lexer(text);
    for (HtmlToken token = lexer.next(); token.kind != HtmlToken::Kind::End; token = lexer.next()) {
        if (token.kind != HtmlToken::Kind::Text || DecodedText(token.text).text() != token.text)
            return true;
    }
    return false;
}

} // namespace tidemark
