#include "filter/FilterText.h"

#include "filter/FilterDate.h"
#include "filter/QueryNames.h"
#include "filter/QueryParser.h"
#include "filter/Quotation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString facetText(const FacetTerm &term)
{
    QString text = term.excluded ? u"-"_s : QString();
    for (const FacetName &name : facetNames) {
        if (term.facet == name.facet)
            text += name.key + u':';
    }
    if (term.facet == Facet::Attribute)
        text += valueForQuery(term.attribute) + u'=';
    QStringList values;
    values.reserve(term.values.size());
    for (const QString &each : term.values)
        values.append(valueForQuery(each));
    return text + values.join(u',');
}

QString propertyText(const PropertyTerm &term)
{
    QString text;
    for (const PropertyName &name : propertyNames) {
        if (term.property != name.property)
            continue;
        if (term.excluded == name.excluded)
            return name.key + u':' + name.value;
        if (text.isEmpty())
            text = u'-' + name.key + u':' + name.value;
    }
    return text;
}

QString copiesText(const CopiesTerm &term)
{
    QString text = term.excluded ? u"-copies:"_s : u"copies:"_s;
    if (!term.most)
        return text + u'>' + QString::number(term.least - 1);
    if (*term.most == term.least)
        return text + QString::number(term.least);
    if (term.least == 0)
        return text + u'<' + QString::number(*term.most + 1);
    return text + QString::number(term.least) + u".."_s + QString::number(*term.most);
}

/// How deep a query's operators stand in each other; at least its parentheses.
int depth(const WordQuery &query)
{
    int deepest = 0;
    for (const WordQuery &operand : query.node().operands)
        deepest = std::max(deepest, depth(operand));
    return deepest + 1;
}

} // namespace

QString filterToText(const Filter &filter, const KnownNames &names)
{
    QStringList parts;
    for (const FacetTerm &term : filter.facets)
        parts.append(facetText(term));
    for (const PropertyTerm &term : filter.properties)
        parts.append(propertyText(term));
    for (const CopiesTerm &term : filter.copies)
        parts.append(copiesText(term));
    if (!filter.ids.isEmpty()) {
        QStringList numbers;
        numbers.reserve(filter.ids.size());
        for (const StoryId id : filter.ids)
            numbers.append(QString::number(toNumber(id)));
        parts.append(u"id:"_s + numbers.join(u','));
    }
    if (filter.span.from)
        parts.append(u"since:"_s + dateBeginningAt(*filter.span.from, names.zone));
    if (filter.span.until)
        parts.append(u"until:"_s + dateEndingAt(*filter.span.until, names.zone));
    if (!filter.words.isEmpty()) {
        const QString words = filter.words.toText();
        // OR joins words only, with or without parentheses; they are for people, where there is room for them.
        const bool brackets = filter.words.node().kind == WordQuery::Kind::Or && !parts.isEmpty()
            && depth(filter.words) < deepestQuery;
        parts.prepend(brackets ? u'(' + words + u')' : words);
    }
    return parts.join(u' ');
}

} // namespace tidemark
