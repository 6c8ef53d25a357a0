#include "model/QueryCompletion.h"

#include "filter/QueryLexer.h"
#include "filter/QueryNames.h"
#include "filter/Quotation.h"
#include "model/FacetNames.h"
#include "story/Platform.h"
#include "story/Voice.h"
#include "text/ShippedWords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryCompletion)
};

/// Where the run of characters begins that ends at the cursor; a space inside quotes belongs to it.
qsizetype runStart(const QString &text, qsizetype cursor)
{
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < cursor; ++i) {
        const QChar c = text.at(i);
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c.isSpace() || c == u'(' || c == u')'))
            start = i + 1;
    }
    return start < cursor && text.at(start) == u'-' ? start + 1 : start;
}

/// Where the value begins that ends with the run: there, or behind the last comma outside quotes.
qsizetype valueStart(const QString &run, qsizetype start)
{
    bool quoted = false;
    for (qsizetype i = start; i < run.size(); ++i) {
        if (run.at(i) == u'"')
            quoted = !quoted;
        else if (run.at(i) == u',' && !quoted)
            start = i + 1;
    }
    return start;
}

QString keyMeaning(const QString &key)
{
    static const QHash<QString, const char *> meanings{
        {u"theme"_s, QT_TRANSLATE_NOOP("QueryCompletion", "a theme of the codebook")},
        {u"voice"_s, QT_TRANSLATE_NOOP("QueryCompletion", "testimony, support, ...")},
        {u"platform"_s, QT_TRANSLATE_NOOP("QueryCompletion", "where it was shared")},
        {u"lang"_s, QT_TRANSLATE_NOOP("QueryCompletion", "language, as en or es")},
        {u"source"_s, QT_TRANSLATE_NOOP("QueryCompletion", "what brought it")},
        {u"attr"_s, QT_TRANSLATE_NOOP("QueryCompletion", "a further column, as attr:name=value")},
        {u"id"_s, QT_TRANSLATE_NOOP("QueryCompletion", "a story's number")},
        {u"since"_s, QT_TRANSLATE_NOOP("QueryCompletion", "the first day, as 2017-10-15")},
        {u"until"_s, QT_TRANSLATE_NOOP("QueryCompletion", "the last day")},
        {u"is"_s, QT_TRANSLATE_NOOP("QueryCompletion", "unread, starred, undated, original, ...")},
        {u"has"_s, QT_TRANSLATE_NOOP("QueryCompletion", "note, theme, warning")},
        {u"copies"_s, QT_TRANSLATE_NOOP("QueryCompletion", "how many near-copies, as 2 or >10")},
        {u"coded"_s, QT_TRANSLATE_NOOP("QueryCompletion", "by hand")},
    };
    return Words::tr(meanings.value(key, ""));
}

/// Whether these are the counts of what stands behind the key: `lang`, or `attr:` with a name.
bool isAskedFor(const FacetCounts &counts, const QString &key, const QString &attribute)
{
    if (attribute.isEmpty())
        return counts.facet == Facet::Language && key == "lang"_L1;
    return counts.facet == Facet::Attribute
        && (counts.attribute.compare(attribute, Qt::CaseInsensitive) == 0
            || quotedForQuery(counts.attribute).compare(attribute, Qt::CaseInsensitive) == 0);
}

QVector<Completion> countedValues(const FacetCounts &counts)
{
    QVector<Completion> values;
    for (const FacetValue &value : counts.values) {
        const bool hasName = counts.facet == Facet::Language;
        values.append(
            {valueForQuery(value.key), hasName ? facetValueName(counts.facet, value.key, {}) : QString()});
    }
    return values;
}

QVector<Completion> valuesOf(const QString &key, const KnownNames &names)
{
    QVector<Completion> values;
    if (key == "theme"_L1) {
        for (auto theme = names.themes.cbegin(); theme != names.themes.cend(); ++theme)
            values.append({theme.key(), inReadersLanguage(theme.value())});
        std::sort(values.begin(), values.end(),
                  [](const Completion &a, const Completion &b) { return a.text < b.text; });
        values.append({u"none"_s, Words::tr("no theme")});
    } else if (key == "voice"_L1) {
        for (const Voice voice : allVoices)
            values.append({voiceKey(voice), voiceName(voice)});
    } else if (key == "platform"_L1) {
        for (const Platform platform : allPlatforms)
            values.append({platformKey(platform), platformName(platform)});
    } else if (key == "source"_L1) {
        for (const QString &source : names.sources)
            values.append({valueForQuery(source), {}});
    } else if (key == "attr"_L1) {
        for (const QString &attribute : names.attributes)
            values.append({valueForQuery(attribute) + u'=', {}});
    }
    if (key == "copies"_L1) {
        values = {{u"0"_s, Words::tr("nobody copied it")},
                  {u">0"_s, Words::tr("it has copies")},
                  {u">10"_s, Words::tr("more than ten")}};
    }
    for (const PropertyName &property : propertyNames) {
        if (property.key == key)
            values.append({QString(property.value), {}});
    }
    return values;
}

Completions keysFor(const QString &begun, qsizetype start)
{
    Completions completions{start, {}, false};
    for (const QString &key : queryKeys()) {
        if (!begun.isEmpty() && key.startsWith(begun, Qt::CaseInsensitive))
            completions.offers.append({key + u':', keyMeaning(key)});
    }
    return completions;
}

} // namespace

Completions completionsAt(const QString &text, qsizetype cursor, const KnownNames &names,
                          const QVector<FacetCounts> &facets)
{
    const qsizetype start = runStart(text, cursor);
    const QString run = text.sliced(start, cursor - start);
    const qsizetype colon = run.indexOf(u':');
    if (colon < 0)
        return keysFor(run, start);
    const QString key = run.first(colon).toLower();
    const qsizetype equals = key == "attr"_L1 ? run.indexOf(u'=') : -1;
    const QString attribute = equals >= 0 ? run.sliced(colon + 1, equals - colon - 1) : QString();
    const qsizetype from = valueStart(run, std::max(colon, equals) + 1);
    QString begun = run.sliced(from);
    if (begun.startsWith(u'"'))
        begun.remove(0, 1);
    Completions completions{start + from, {}, true};
    if (equals < 0)
        completions.offers = valuesOf(key, names);
    for (const FacetCounts &counts : facets) {
        if (isAskedFor(counts, key, attribute))
            completions.offers = countedValues(counts);
    }
    completions.offers.removeIf([&](const Completion &offer) {
        return !offer.text.contains(begun, Qt::CaseInsensitive)
            && !offer.meaning.contains(begun, Qt::CaseInsensitive);
    });
    if (completions.offers.size() == 1 && completions.offers.constFirst().text == run.sliced(from))
        completions.offers.clear();
    return completions;
}

} // namespace tidemark
