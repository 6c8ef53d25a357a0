// Themes one by one: listed, shown, and their rules changed.
#include "command/ThemesCommand.h"

#include "filter/FilterText.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Command)
};

QJsonObject themeObject(const Theme &theme, qint64 count)
{
    return {{u"id"_s, theme.id},
            {u"name"_s, theme.name},
            {u"group"_s, theme.group},
            {u"definition"_s, theme.definition},
            {u"rule"_s, theme.rule},
            {u"examples"_s, QJsonArray::fromStringList(theme.examples)},
            {u"retired"_s, theme.isRetired},
            {u"count"_s, count}};
}

/// What a rule finds, beside the one that is in force.
Result<RuleTrial> tryRule(Collection &collection, const QString &rule, const QString &inForce)
{
    const auto words = [](const QString &text) {
        const auto parsed = parseWords(text);
        const WordQuery *query = std::get_if<WordQuery>(&parsed);
        return query ? *query : WordQuery();
    };
    return waitFor(collection.tryRule({words(rule), words(inForce)}), Words::tr("Trying the rule"));
}

/// A rule that finds nothing, or nearly everything, is hardly what was meant; empty where it is neither.
QString doubtAbout(const Theme &theme, const RuleTrial &trial)
{
    constexpr qint64 nearlyAll = 90; // percent
    if (theme.rule.isEmpty() || theme.isRetired || trial.readable == 0)
        return {};
    if (trial.matching.count == 0)
        return Words::tr("The rule finds no story: check its words.");
    return 100 * trial.matching.count >= nearlyAll * trial.readable
        ? Words::tr("The rule finds nearly every story: check its words.")
        : QString();
}

Result<qint64> countOf(Collection &collection, const Theme &theme)
{
    Filter filter;
    filter.facets.append({.facet = Facet::Theme, .attribute = {}, .values = {theme.id}});
    const auto selection = collection.select({.filter = filter, .timeline = {}, .facets = false}).result();
    return selection ? Result<qint64>(selection->count()) : Result<qint64>(selection.error());
}

/// earlier: the rule that its own took the place of.
int printTheme(Collection &collection, const Theme &theme, const QString &earlier)
{
    const auto count = countOf(collection, theme);
    const auto trial = tryRule(collection, theme.rule, earlier);
    if (!count || !trial)
        return fail(count ? trial.error() : count.error());
    printLine(theme.name + u" ("_s + theme.id + u")"_s);
    printLine(theme.definition);
    printLine(Words::tr("Stories: %1").arg(*count));
    printLine(Words::tr("Rule: %1").arg(theme.rule));
    printLine(Words::tr("It finds %1 of the %2 stories that rules read.")
                  .arg(trial->matching.count)
                  .arg(trial->readable));
    if (earlier != theme.rule)
        printLine(Words::tr("Against the rule before, %1 entered and %2 left.")
                      .arg(trial->entering.count)
                      .arg(trial->leaving.count));
    if (const QString doubt = doubtAbout(theme, *trial); !doubt.isEmpty())
        printLine(doubt);
    return finished(Done);
}

int showTheme(Collection &collection, const Theme &theme, bool json)
{
    if (!json)
        return printTheme(collection, theme, theme.rule);
    const auto count = countOf(collection, theme);
    if (!count)
        return fail(count.error());
    printJson(themeObject(theme, *count));
    return finished(Done);
}

int writeRule(Collection &collection, Theme theme, const QString &rule)
{
    const auto parsed = parseWords(rule);
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return fail(*mistake, rule);
    const QString earlier = std::exchange(theme.rule, rule);
    const auto changed = waitFor(collection.setThemeDefinition(theme), Words::tr("Coding"));
    return changed ? printTheme(collection, theme, earlier) : fail(changed.error());
}

/// The theme that the second word names. Otherwise an exit code, the reason already said.
std::variant<Theme, int> themeOf(const Collection &collection, const Invocation &invocation)
{
    const QString id = invocation.positional().value(1);
    const Codebook codebook = collection.facts().codebook;
    if (const Theme *theme = codebook.theme(id))
        return *theme;
    return fail(
        Error{Error::Kind::Usage, Words::tr("There is no theme “%1”; “tidemark themes” lists them.").arg(id)});
}

} // namespace

int listThemes(Collection &collection, const Invocation &invocation)
{
    const bool json = invocation.has(u"json"_s);
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
                      + theme.id.leftJustified(16) + u"  "_s
                      + (theme.isRetired ? Words::tr("%1 (retired)").arg(theme.name) : theme.name));
    }
    return finished(Done);
}

int showThemes(Collection &collection, const Invocation &invocation)
{
    if (invocation.has(u"version"_s) || invocation.has(u"codebook"_s))
        return showVersion(collection, invocation);
    const auto theme = themeOf(collection, invocation);
    const int *code = std::get_if<int>(&theme);
    return code ? *code : showTheme(collection, std::get<Theme>(theme), invocation.has(u"json"_s));
}

int setRule(Collection &collection, const Invocation &invocation)
{
    const auto theme = themeOf(collection, invocation);
    const int *code = std::get_if<int>(&theme);
    return code ? *code : writeRule(collection, std::get<Theme>(theme), invocation.positional().value(2));
}

} // namespace tidemark
