#include "model/QueryCompletion.h"

#include "filter/QueryLexer.h"
#include "filter/QueryNames.h"
#include "filter/Quotation.h"
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

Completions completionsAt(const QString &text, qsizetype cursor, const KnownNames &names)
{
    const qsizetype start = runStart(text, cursor);
    const QString run = text.sliced(start, cursor - start);
    const qsizetype colon = run.indexOf(u':');
    if (colon < 0)
        return keysFor(run, start);
    const qsizetype valueStart = std::max(colon, run.lastIndexOf(u',')) + 1;
    QString begun = run.sliced(valueStart);
    if (begun.startsWith(u'"'))
        begun.remove(0, 1);
    Completions completions{start + valueStart, valuesOf(run.first(colon).toLower(), names), true};
    completions.offers.removeIf([&](const Completion &offer) {
        return !offer.text.contains(begun, Qt::CaseInsensitive)
            && !offer.meaning.contains(begun, Qt::CaseInsensitive);
    });
    if (completions.offers.size() == 1 && completions.offers.constFirst().text == run.sliced(valueStart))
        completions.offers.clear();
    return completions;
}

} // namespace tidemark
