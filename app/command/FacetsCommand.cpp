#include "command/Terminal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

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

/// Each source's name as it may be printed.
QHash<QString, QString> shownSources(const CollectionFacts &facts, bool withNames)
{
    QHash<QString, QString> shown;
    for (const SourceFacts &source : facts.sources)
        shown.insert(source.name, withNames ? source.name : source.concealedName());
    return shown;
}

QString shownKey(Facet facet, const QString &key, const QHash<QString, QString> &sources)
{
    return facet == Facet::Source ? sources.value(key, key) : key;
}

void printAsJson(const Selection &selection, const QHash<QString, QString> &sources)
{
    QJsonObject object{{u"count"_s, selection.count()}};
    QJsonObject attributes;
    for (const FacetCounts &facet : selection.facets) {
        QJsonObject values;
        for (const FacetValue &value : facet.values)
            values.insert(shownKey(facet.facet, value.key, sources), value.count);
        if (facet.facet == Facet::Attribute)
            attributes.insert(facet.attribute, values);
        else
            object.insert(facetKey(facet.facet), values);
    }
    if (!attributes.isEmpty())
        object.insert(u"attribute"_s, attributes);
    printJson(object);
}

void printAsText(const Selection &selection, const QHash<QString, QString> &sources)
{
    printLine(QString::number(selection.count()));
    for (const FacetCounts &facet : selection.facets) {
        printLine(u'\n' + (facet.facet == Facet::Attribute ? u"attr:"_s + facet.attribute : facetKey(facet.facet)));
        for (const FacetValue &value : facet.values)
            printLine(QString::number(value.count).rightJustified(12) + u"  "_s
                      + shownKey(facet.facet, value.key, sources));
    }
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
        if (!question.collection->names().attributes.contains(name))
            return fail(Error{Error::Kind::Usage,
                              QCoreApplication::translate("Command", "No story has an attribute “%1”.").arg(name)});
        asked.attributeFacets = QStringList{name};
    }
    const auto selection = question.collection->select(asked).result();
    if (!selection)
        return fail(selection.error());
    const auto sources = shownSources(question.collection->facts(), *names);
    if (invocation.has(u"json"_s))
        printAsJson(*selection, sources);
    else
        printAsText(*selection, sources);
    return finished(Done);
}

} // namespace

Command facetsCommand()
{
    return {.name = u"facets"_s,
            .arguments = u"[FILTER]"_s,
            .summary = QCoreApplication::translate(
                "Command", "print the count of every theme, voice, platform, language and source"),
            .details = QCoreApplication::translate("Command",
                                                   "The whole filter applies to every facet. Themes overlap, "
                                                   "so their counts don't add up; “none” is no theme."),
            .options = {collectionOption(),
                        jsonOption(),
                        profileOption(),
                        {u"attribute"_s, u"NAME"_s,
                         QCoreApplication::translate("Command", "count the values of this attribute too")}},
            .run = runFacets};
}

} // namespace tidemark
