#include "filter/FilterText.h"

#include "filter/FilterDate.h"
#include "filter/NearestName.h"
#include "filter/QueryNames.h"
#include "filter/QueryParser.h"
#include "filter/Quotation.h"
#include "story/Platform.h"
#include "story/Voice.h"
#include "text/Language.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Names that a person may write in any case, or by another name, and what they stand for.
class NameTable
{
public:
    void add(const QString &written, const QString &meant)
    {
        m_exact.insert(written, meant);
        m_folded.insert(written.toCaseFolded(), meant);
        m_written.append(written);
    }
    [[nodiscard]] std::optional<QString> find(const QString &written) const
    {
        if (const auto exact = m_exact.constFind(written); exact != m_exact.cend())
            return *exact;
        if (const auto folded = m_folded.constFind(written.toCaseFolded()); folded != m_folded.cend())
            return *folded;
        return std::nullopt;
    }
    [[nodiscard]] const QStringList &written() const { return m_written; }

private:
    QHash<QString, QString> m_exact;
    QHash<QString, QString> m_folded;
    QStringList m_written;
};

NameTable namesOf(Facet facet, const KnownNames &known)
{
    NameTable table;
    switch (facet) {
    case Facet::Theme: {
        QStringList ids = known.themes.keys();
        ids.sort();
        for (const QString &id : std::as_const(ids))
            table.add(known.themes.value(id), id);
        for (const QString &id : std::as_const(ids))
            table.add(id, id);
        table.add(u"none"_s, u"none"_s);
        break;
    }
    case Facet::Voice:
        for (const Voice voice : allVoices)
            table.add(voiceKey(voice), voiceKey(voice));
        break;
    case Facet::Platform:
        for (const Platform platform : allPlatforms)
            table.add(platformKey(platform), platformKey(platform));
        break;
    case Facet::Source:
        for (const QString &source : known.sources)
            table.add(source, source);
        break;
    case Facet::Attribute:
        for (const QString &attribute : known.attributes)
            table.add(attribute, attribute);
        break;
    case Facet::Language:
        break;
    }
    return table;
}

/// The number of `copies:`, in one of its four forms.
std::optional<CopiesTerm> copiesFromText(const QString &text)
{
    static const QRegularExpression form(u"^(?:([<>])([0-9]{1,16})|([0-9]{1,16})(?:\\.\\.([0-9]{1,16}))?)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    CopiesTerm term;
    if (match.hasCaptured(1)) {
        const qint64 bound = match.captured(2).toLongLong();
        if (match.captured(1) == ">"_L1)
            term.least = bound + 1;
        else
            term.most = bound - 1;
    } else {
        term.least = match.captured(3).toLongLong();
        term.most = match.hasCaptured(4) ? match.captured(4).toLongLong() : term.least;
    }
    return term.most && *term.most < term.least ? std::nullopt : std::optional(term);
}

/// Gives the terms of a parsed query their meaning; the first mistake ends it.
class FilterReader
{
    Q_DECLARE_TR_FUNCTIONS(FilterReader)

public:
    explicit FilterReader(const KnownNames &names) : m_names(names) {}

    std::variant<Filter, Mistake> read(const ParsedQuery &query)
    {
        m_filter.words = query.words;
        for (const QueryTerm &term : query.terms) {
            readTerm(term);
            if (m_mistake)
                return *m_mistake;
        }
        return std::move(m_filter);
    }

private:
    void fail(const QString &message, Place place)
    {
        if (!m_mistake)
            m_mistake = Mistake{message, place.position, place.length};
    }

    void readTerm(const QueryTerm &term)
    {
        for (const FacetName &name : facetNames) {
            if (term.key == name.key)
                return readFacet(term, name.facet);
        }
        if (term.key == "id"_L1)
            readIds(term);
        else if (term.key == "copies"_L1)
            readCopies(term);
        else if (term.key == "since"_L1 || term.key == "until"_L1)
            readTime(term);
        else
            readProperty(term);
    }

    void readFacet(const QueryTerm &term, Facet facet)
    {
        FacetTerm result{.facet = facet, .attribute = {}, .values = {}, .excluded = term.excluded};
        if (facet == Facet::Attribute)
            result.attribute = known(facet, term.attribute);
        QSet<QString> seen;
        for (const TermValue &value : term.values) {
            const QString meant = facet == Facet::Attribute ? value.text
                : facet == Facet::Language                  ? language(value)
                                                            : known(facet, value);
            if (m_mistake)
                return;
            if (!seen.contains(meant))
                result.values.append(meant);
            seen.insert(meant);
        }
        m_filter.facets.append(result);
    }

    QString known(Facet facet, const TermValue &value)
    {
        if (!m_tables.contains(facet))
            m_tables.insert(facet, namesOf(facet, m_names));
        const NameTable &table = *m_tables.constFind(facet);
        if (const auto meant = table.find(value.text))
            return *meant;
        fail(unknownName(facet).arg(quotedForPeople(value.text), didYouMean(value.text, table.written())),
             value.place);
        return {};
    }

    static QString unknownName(Facet facet)
    {
        switch (facet) {
        case Facet::Theme:
            return tr("There is no theme %1.%2");
        case Facet::Voice:
            return tr("There is no voice %1: a voice is testimony, solidarity, support, commentary or unknown.%2");
        case Facet::Platform:
            return tr("There is no platform %1.%2");
        case Facet::Source:
            return tr("There is no source %1 in this collection.%2");
        default:
            return tr("There is no attribute %1 in this collection.%2");
        }
    }

    QString language(const TermValue &value)
    {
        const QString code = value.text.toLower();
        if (code == "unknown"_L1)
            return code;
        const QString primary = code.section(u'-', 0, 0);
        const bool isCode = (primary.size() == 2 || primary.size() == 3)
            && std::ranges::all_of(primary, [](QChar c) { return c >= u'a' && c <= u'z'; });
        if (!isCode) {
            fail(tr("%1 is no language code: write two or three letters, such as es, or unknown.")
                     .arg(quotedForPeople(value.text)),
                 value.place);
            return {};
        }
        const QString renewed = languageCode(code);
        return renewed.isEmpty() ? u"unknown"_s : renewed; // stories may name a language that nobody knows
    }

    void readIds(const QueryTerm &term)
    {
        if (term.excluded)
            return fail(tr("id: can't be turned round with - or NOT."), term.place);
        if (!m_filter.ids.isEmpty())
            return fail(tr("id: stands twice. Write all the numbers behind one, such as id:12,15."), term.place);
        QSet<qint64> seen;
        for (const TermValue &value : term.values) {
            bool isNumber = false;
            const qint64 number = value.text.toLongLong(&isNumber);
            if (!isNumber || number <= 0) {
                return fail(tr("%1 is no number of a story: write such as id:12 or id:12,15.")
                                .arg(quotedForPeople(value.text)),
                            value.place);
            }
            if (!seen.contains(number))
                m_filter.ids.append(StoryId(number));
            seen.insert(number);
        }
    }

    void readCopies(const QueryTerm &term)
    {
        const TermValue &value = term.values.constFirst();
        if (term.values.size() > 1)
            return fail(tr("One number is enough here, or two as in copies:2..10."), term.values.at(1).place);
        const auto copies = copiesFromText(value.text);
        if (!copies) {
            return fail(
                tr("%1 is no number of copies: write such as copies:2, copies:>10, copies:<3 or copies:2..10.")
                    .arg(quotedForPeople(value.text)),
                value.place);
        }
        m_filter.copies.append({copies->least, copies->most, term.excluded});
    }

    void readTime(const QueryTerm &term)
    {
        const bool isSince = term.key == "since"_L1;
        std::optional<Instant> &end = isSince ? m_filter.span.from : m_filter.span.until;
        const TermValue &value = term.values.constFirst();
        if (term.excluded) {
            return fail(isSince ? tr("since: can't be turned round; write until: instead.")
                                : tr("until: can't be turned round; write since: instead."),
                        term.place);
        }
        if (end)
            return fail(tr("%1 stands twice.").arg(quotedForPeople(QString(term.key + u':'))), term.place);
        if (term.values.size() > 1)
            return fail(tr("One date is enough here."), term.values.at(1).place);
        const auto span = readFilterDate(value.text, m_names.zone);
        if (!span) {
            return fail(
                tr("%1 is no date, or a time that doesn't exist. Dates are written 2017, 2017-10, 2017-10-15 "
                   "or 2017-10-15T06:30.")
                    .arg(quotedForPeople(value.text)),
                value.place);
        }
        end = isSince ? span->from : span->until;
        if (m_filter.span.from && m_filter.span.until && *m_filter.span.from >= *m_filter.span.until)
            fail(tr("since: lies after until:, so that no story could be found."), term.place);
    }

    void readProperty(const QueryTerm &term)
    {
        if (term.values.size() > 1) {
            return fail(tr("%1 takes one value; write it again for the next.")
                            .arg(quotedForPeople(QString(term.key + u':'))),
                        term.values.at(1).place);
        }
        const TermValue &value = term.values.constFirst();
        QStringList possible;
        for (const PropertyName &name : propertyNames) {
            if (term.key != name.key)
                continue;
            if (value.text.compare(name.value, Qt::CaseInsensitive) == 0) {
                m_filter.properties.append({name.property, name.excluded != term.excluded});
                return;
            }
            possible.append(name.value);
        }
        fail(tr("%1 can't be asked for with %2; possible are: %3.%4")
                 .arg(quotedForPeople(value.text), QString(term.key + u':'), possible.join(u", "_s),
                      didYouMean(value.text, possible)),
             value.place);
    }

    const KnownNames &m_names;
    QHash<Facet, NameTable> m_tables;
    Filter m_filter;
    std::optional<Mistake> m_mistake;
};

} // namespace

std::variant<Filter, Mistake> parseFilter(QStringView text, const KnownNames &names)
{
    auto parsed = parseQuery(text, QueryParts::WordsAndTerms);
    if (auto *mistake = std::get_if<Mistake>(&parsed))
        return std::move(*mistake);
    return FilterReader(names).read(std::get<ParsedQuery>(parsed));
}

std::variant<WordQuery, Mistake> parseWords(QStringView text)
{
    auto parsed = parseQuery(text, QueryParts::WordsOnly);
    if (auto *mistake = std::get_if<Mistake>(&parsed))
        return std::move(*mistake);
    return std::move(std::get<ParsedQuery>(parsed).words);
}

} // namespace tidemark
