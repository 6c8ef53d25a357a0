#include "filter/FilterText.h"

#include "filter/FilterDate.h"
#include "filter/Quotation.h"
#include "story/Platform.h"
#include "story/Voice.h"
#include "text/Language.h"
#include "text/ShippedWords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Makes the chips of one filter, part by part.
class ChipMaker
{
    Q_DECLARE_TR_FUNCTIONS(FilterChips)

public:
    ChipMaker(const Filter &filter, const KnownNames &names) : m_filter(filter), m_names(names) {}

    QVector<FilterChip> make()
    {
        addWords();
        for (qsizetype i = 0; i < m_filter.facets.size(); ++i)
            addFacet(i);
        for (qsizetype i = 0; i < m_filter.properties.size(); ++i)
            addProperty(i);
        for (qsizetype i = 0; i < m_filter.copies.size(); ++i)
            addCopies(i);
        addIds();
        addSpan();
        return std::move(m_chips);
    }

private:
    void addWords()
    {
        if (m_filter.words.isEmpty())
            return;
        const WordQuery::Node &node = m_filter.words.node();
        const QVector<WordQuery> parts
            = node.kind == WordQuery::Kind::And ? node.operands : QVector<WordQuery>{m_filter.words};
        for (qsizetype i = 0; i < parts.size(); ++i) {
            FilterChip chip{.label = {}, .without = m_filter, .inverted = m_filter, .alone = {}};
            const WordQuery contrary = WordQuery::negation(parts.at(i));
            chip.excluded = parts.at(i).node().kind == WordQuery::Kind::Not;
            chip.label
                = chip.excluded ? tr("not %1").arg(isolated(contrary.toText())) : isolated(parts.at(i).toText());
            QVector<WordQuery> rest = parts;
            rest[i] = contrary;
            chip.inverted.words = WordQuery::all(rest);
            rest.removeAt(i);
            chip.alone.words = parts.at(i);
            chip.without.words = WordQuery::all(rest);
            m_chips.append(chip);
        }
    }

    void addFacet(qsizetype i)
    {
        const FacetTerm &term = m_filter.facets.at(i);
        FilterChip chip{
            .label = {}, .without = m_filter, .inverted = m_filter, .alone = {}, .excluded = term.excluded};
        QStringList values;
        values.reserve(term.values.size());
        for (const QString &value : term.values)
            values.append(valueName(term.facet, value));
        const QString label = facetLabel(term).arg(values.join(tr(" or ")));
        chip.label = term.excluded ? tr("not %1").arg(label) : label;
        chip.without.facets.removeAt(i);
        chip.inverted.facets[i].excluded = !term.excluded;
        chip.alone.facets = {term};
        m_chips.append(chip);
    }

    static QString facetLabel(const FacetTerm &term)
    {
        switch (term.facet) {
        case Facet::Theme:
            return tr("theme: %1");
        case Facet::Voice:
            return tr("voice: %1");
        case Facet::Platform:
            return tr("platform: %1");
        case Facet::Language:
            return tr("language: %1");
        case Facet::Source:
            return tr("source: %1");
        case Facet::Attribute:
            break;
        }
        // A name that looks like a place marker must not swallow the value.
        return isolated(QString(term.attribute).replace(u'%', u'\uff05')) + tr(": %1");
    }

    [[nodiscard]] QString valueName(Facet facet, const QString &key) const
    {
        switch (facet) {
        case Facet::Theme:
            if (key == "none"_L1)
                return tr("no theme");
            if (!m_names.themes.contains(key)) // of another codebook, or one of before
                return tr("%1 (not in the codebook in force)").arg(isolated(key));
            return isolated(inReadersLanguage(m_names.themes.value(key)));
        case Facet::Voice:
            return voiceName(voiceFromKey(key).value_or(Voice::Unknown));
        case Facet::Platform:
            return platformName(platformFromKey(key).value_or(Platform::Other));
        case Facet::Language:
            return key == "unknown"_L1 ? tr("unknown") : languageName(key);
        case Facet::Source:
        case Facet::Attribute:
            break;
        }
        return isolated(key);
    }

    void addProperty(qsizetype i)
    {
        const PropertyTerm &term = m_filter.properties.at(i);
        FilterChip chip{.label = propertyLabel(term),
                        .without = m_filter,
                        .inverted = m_filter,
                        .alone = {},
                        .excluded = term.excluded};
        chip.without.properties.removeAt(i);
        chip.inverted.properties[i].excluded = !term.excluded;
        chip.alone.properties = {term};
        m_chips.append(chip);
    }

    static QString propertyLabel(const PropertyTerm &term)
    {
        switch (term.property) {
        case Property::Unread:
            return term.excluded ? tr("read") : tr("unread");
        case Property::Starred:
            return term.excluded ? tr("not starred") : tr("starred");
        case Property::DoNotQuote:
            return term.excluded ? tr("may be quoted") : tr("do not quote");
        case Property::Undated:
            return term.excluded ? tr("dated") : tr("undated");
        case Property::HasNote:
            return term.excluded ? tr("without a note") : tr("with a note");
        case Property::HasTheme:
            return term.excluded ? tr("without a theme") : tr("with a theme");
        case Property::HasWarning:
            return term.excluded ? tr("without a content warning") : tr("with a content warning");
        case Property::CodedByHand:
            return term.excluded ? tr("not coded by hand") : tr("coded by hand");
        case Property::Original:
            return term.excluded ? tr("copies of earlier stories") : tr("originals, without their copies");
        }
        return {};
    }

    void addCopies(qsizetype i)
    {
        const CopiesTerm &term = m_filter.copies.at(i);
        FilterChip chip{
            .label = {}, .without = m_filter, .inverted = m_filter, .alone = {}, .excluded = term.excluded};
        const QString label = copiesLabel(term);
        chip.label = term.excluded ? tr("not %1").arg(label) : label;
        chip.without.copies.removeAt(i);
        chip.inverted.copies[i].excluded = !term.excluded;
        chip.alone.copies = {term};
        m_chips.append(chip);
    }

    static QString copiesLabel(const CopiesTerm &term)
    {
        const QLocale locale;
        if (!term.most)
            return tr("copies: more than %1").arg(locale.toString(term.least - 1));
        if (*term.most == term.least)
            return tr("copies: %1").arg(locale.toString(term.least));
        if (term.least == 0)
            return tr("copies: fewer than %1").arg(locale.toString(*term.most + 1));
        return tr("copies: %1 to %2").arg(locale.toString(term.least), locale.toString(*term.most));
    }

    void addIds()
    {
        if (m_filter.ids.isEmpty())
            return;
        constexpr qsizetype most = 5;
        FilterChip chip{.label = {}, .without = m_filter, .inverted = m_filter, .alone = {}};
        QStringList numbers;
        for (const StoryId id : m_filter.ids.first(std::min(m_filter.ids.size(), most)))
            numbers.append(QString::number(toNumber(id)));
        chip.label = m_filter.ids.size() <= most
            ? tr("story number: %1").arg(numbers.join(tr(" or ")))
            : tr("%n chosen stories", nullptr, static_cast<int>(m_filter.ids.size()));
        chip.without.ids.clear();
        chip.alone.ids = m_filter.ids;
        m_chips.append(chip);
    }

    void addSpan()
    {
        if (m_filter.span.isOpen())
            return;
        FilterChip chip{.label = spanForPeople(m_filter.span, m_names.zone),
                        .without = m_filter,
                        .inverted = m_filter,
                        .alone = {}};
        chip.without.span = {};
        chip.alone.span = m_filter.span;
        m_chips.append(chip);
    }

    const Filter &m_filter;
    const KnownNames &m_names;
    QVector<FilterChip> m_chips;
};

} // namespace

QVector<FilterChip> filterChips(const Filter &filter, const KnownNames &names)
{
    return ChipMaker(filter, names).make();
}

QString partsInWords(const Filter &filter, const KnownNames &names)
{
    QStringList parts;
    for (const FilterChip &chip : filterChips(filter, names))
        parts.append(chip.label);
    return parts.join(u"; "_s);
}

QString describeFilter(const Filter &filter, const KnownNames &names)
{
    return filter.isEmpty()
        ? QCoreApplication::translate("FilterChips", "All stories")
        : QCoreApplication::translate("FilterChips", "Stories: %1").arg(partsInWords(filter, names));
}

} // namespace tidemark
