#include "command/Terminal.h"

#include "filter/FilterText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

QJsonObject themeObject(const Theme &theme, qint64 count)
{
    return {{u"id"_s, theme.id},       {u"name"_s, theme.name},
            {u"group"_s, theme.group}, {u"definition"_s, theme.definition},
            {u"rule"_s, theme.rule},   {u"count"_s, count}};
}

int listThemes(Collection &collection, bool json)
{
    const auto selection = collection.select({}).result();
    if (!selection)
        return fail(selection.error());
    QHash<QString, qint64> counts;
    for (const FacetCounts &facet : selection->facets) {
        if (facet.facet == Facet::Theme) {
            for (const FacetValue &value : facet.values)
                counts.insert(value.key, value.count);
        }
    }
    const Codebook codebook = collection.facts().codebook;
    for (const Theme &theme : codebook.themes) {
        if (json)
            printJson(themeObject(theme, counts.value(theme.id)));
        else
            printLine(QString::number(counts.value(theme.id)).rightJustified(12) + u"  "_s
                      + theme.id.leftJustified(16) + u"  "_s + theme.name);
    }
    return finished(Done);
}

int showTheme(Collection &collection, const Theme &theme, bool json)
{
    Filter filter;
    filter.facets.append({.facet = Facet::Theme, .attribute = {}, .values = {theme.id}});
    const auto selection = collection.select({.filter = filter, .timeline = {}, .facets = false}).result();
    if (!selection)
        return fail(selection.error());
    if (json) {
        printJson(themeObject(theme, selection->count()));
    } else {
        printLine(theme.name + u" ("_s + theme.id + u")"_s);
        printLine(theme.definition);
        printLine(tr("Stories: %1").arg(selection->count()));
        printLine(tr("Rule: %1").arg(theme.rule));
    }
    return finished(Done);
}

int setRule(Collection &collection, Theme theme, const QString &rule)
{
    const auto parsed = parseWords(rule);
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return fail(*mistake, rule);
    theme.rule = rule;
    const auto changed = waitFor(collection.setThemeDefinition(theme), tr("Coding"));
    return changed ? showTheme(collection, theme, false) : fail(changed.error());
}

int runThemes(const Invocation &invocation)
{
    const QStringList &words = invocation.positional();
    const QString what = words.value(0, u"list"_s);
    const qsizetype wanted = what == "list"_L1 ? 1 : what == "show"_L1 ? 2 : what == "rule"_L1 ? 3 : 0;
    if (wanted == 0 || std::max<qsizetype>(1, words.size()) != wanted)
        return fail(
            Error{Error::Kind::Usage, tr("Say “themes list”, “themes show THEME” or “themes rule THEME QUERY”.")});
    auto collection = openCollection(invocation, Collection::Missing::Fail);
    if (!collection)
        return fail(collection.error());
    const bool json = invocation.has(u"json"_s);
    if (what == "list"_L1)
        return listThemes(**collection, json);
    const Codebook codebook = (*collection)->facts().codebook;
    const Theme *theme = codebook.theme(words.at(1));
    if (!theme)
        return fail(Error{Error::Kind::Usage,
                          tr("There is no theme “%1”; “tidemark themes” lists them.").arg(words.at(1))});
    return what == "show"_L1 ? showTheme(**collection, *theme, json) : setRule(**collection, *theme, words.at(2));
}

} // namespace

Command themesCommand()
{
    return {.name = u"themes"_s,
            .arguments = u"[list | show THEME | rule THEME QUERY]"_s,
            .summary = tr("list the themes with their counts, show one, or give one another rule"),
            .details
            = tr("A changed rule codes all stories anew; what was set by hand stays. A rule is a query over "
                 "words: word, \"a phrase\", pre*, NEAR(a b, 5), AND, OR, NOT, ( )."),
            .options = {collectionOption(), jsonOption()},
            .run = runThemes};
}

} // namespace tidemark
