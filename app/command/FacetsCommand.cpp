#include "command/Terminal.h"
#include "text/Pseudonyms.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QString facetKey(Facet facet)
{
    switch (facet) {
    case Facet::Theme:
        return u"theme"_s;
    case Facet::Voice:
        return u"voice"_s;
    case Facet::Platform:
        return u"platform"_s;
    case Facet::Language:
        return u"language"_s;
    case Facet::Source:
        return u"source"_s;
    case Facet::Attribute:
        break;
    }
    return u"attribute"_s;
}

/// A selection's facets as they may be printed; values that read alike without names are counted together.
QVector<FacetCounts> withoutNames(QVector<FacetCounts> facets, const CollectionFacts &facts)
{
    const Pseudonyms pseudonyms = Pseudonyms::numbered(facts.publicAccounts);
    QHash<QString, QString> sources;
    for (const SourceFacts &source : facts.sources)
        sources.insert(source.name, source.concealedName());
    for (FacetCounts &facet : facets) {
        if (facet.facet != Facet::Source && facet.facet != Facet::Attribute)
            continue;
        const auto values = std::exchange(facet.values, {});
        for (const FacetValue &value : values) {
            const QString shown = facet.facet == Facet::Source
                ? sources.value(value.key, value.key)
                : pseudonyms.conceal(value.key, Platform::Other).text;
            const auto same = std::ranges::find(facet.values, shown, &FacetValue::key);
            if (same == facet.values.end())
                facet.values.append({shown, value.count});
            else
                same->count += value.count;
        }
    }
    return facets;
}

void printAsJson(qint64 count, const QVector<FacetCounts> &facets)
{
    QJsonObject object{{u"count"_s, count}};
    QJsonObject attributes;
    for (const FacetCounts &facet : facets) {
        QJsonObject values;
        for (const FacetValue &value : facet.values)
            values.insert(value.key, value.count);
        if (facet.facet == Facet::Attribute)
            attributes.insert(facet.attribute, values);
        else
            object.insert(facetKey(facet.facet), values);
    }
    if (!attributes.isEmpty())
        object.insert(u"attribute"_s, attributes);
    printJson(object);
}

void printAsText(qint64 count, const QVector<FacetCounts> &facets)
{
    printLine(QString::number(count));
    for (const FacetCounts &facet : facets) {
        printLine(u'\n' + (facet.facet == Facet::Attribute ? u"attr:"_s + facet.attribute : facetKey(facet.facet)));
        for (const FacetValue &value : facet.values)
            printLine(QString::number(value.count).rightJustified(12) + u"  "_s + value.key);
    }
}

/// As in the window: columns about people have to be ticked first, and those of free words are none.
Result<> checkAttribute(const QString &name, const CollectionFacts &facts)
{
    const auto attribute = std::ranges::find(facts.attributes, name, &AttributeFacts::name);
    if (attribute == facts.attributes.cend())
        return Error{Error::Kind::Usage, Words::tr("No story has an attribute “%1”.").arg(name)};
    if (!attribute->isVisible())
        return Error{Error::Kind::Usage,
                     Words::tr("“%1” looks as if it were about people. Name it in “settings shown-columns” first.")
                         .arg(name)};
    if (!attribute->isFacet())
        return Error{Error::Kind::Usage,
                     Words::tr("“%1” has %2 different values, too many to count each. Export the column instead.")
                         .arg(name, QString::number(attribute->values))};
    return {};
}

int runFacets(const Invocation &invocation)
{
    auto opened = openQuestion(invocation);
    if (const int *code = std::get_if<int>(&opened))
        return *code;
    auto &question = std::get<Question>(opened);
    const auto names = showsNames(invocation);
    if (!names)
        return fail(names.error());
    SelectionQuestion asked{.filter = question.filter, .timeline = {}};
    if (invocation.has(u"attribute"_s)) {
        const QString name = invocation.value(u"attribute"_s);
        if (auto checked = checkAttribute(name, question.collection->facts()); !checked)
            return fail(checked.error());
        asked.attributeFacets = QStringList{name};
    }
    const auto selection = question.collection->select(asked).result();
    if (!selection)
        return fail(selection.error());
    if (selection->damagedAttributes > 0)
        printNotice(damageInWords(selection->damagedAttributes));
    const auto facets = *names ? selection->facets : withoutNames(selection->facets, question.collection->facts());
    if (invocation.has(u"json"_s))
        printAsJson(selection->count(), facets);
    else
        printAsText(selection->count(), facets);
    return finished(Done);
}

} // namespace

Command facetsCommand()
{
    return {.name = u"facets"_s,
            .arguments = u"[FILTER]"_s,
            .summary = Words::tr("print the count of every theme, voice, platform, language and source"),
            .details = Words::tr("The whole filter applies to every facet. Themes overlap, "
                                 "so their counts don't add up; “none” is no theme."),
            .options = {collectionOption(),
                        jsonOption(),
                        profileOption(),
                        {u"attribute"_s, u"NAME"_s, Words::tr("count the values of this attribute too")}},
            .run = runFacets};
}

} // namespace tidemark
