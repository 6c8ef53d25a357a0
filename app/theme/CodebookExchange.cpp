#include "theme/CodebookExchange.h"

#include "text/Tokens.h"
#include "theme/CodebookEditing.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

qsizetype columnNamed(const QStringList &header, const QStringList &names)
{
    for (const QString &name : names) {
        for (qsizetype column = 0; column < header.size(); ++column) {
            if (header.at(column).trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return column;
        }
    }
    return -1;
}

Error namedTwice(const QString &name)
{
    return {Error::Kind::Damaged,
            Words::tr("Two themes are named “%1”. Give one of them another name, and import the codebook again.")
                .arg(name)};
}

Result<> checkNames(const QVector<ForeignTheme> &themes)
{
    QSet<QString> names;
    for (const ForeignTheme &theme : themes) {
        const QString folded = theme.name.toCaseFolded();
        if (names.contains(folded))
            return namedTwice(theme.name);
        names.insert(folded);
    }
    return {};
}

Theme *themeLike(Codebook &codebook, const ForeignTheme &theme)
{
    const auto by = [&](auto same) {
        const auto found = std::find_if(codebook.themes.begin(), codebook.themes.end(), same);
        return found == codebook.themes.end() ? nullptr : &*found;
    };
    if (Theme *same = by([&](const Theme &known) { return known.id == theme.id; }))
        return same;
    return by([&](const Theme &known) { return known.name.compare(theme.name, Qt::CaseInsensitive) == 0; });
}

/// What a codebook of ours says of a theme beyond what any program's does. Keys stay as they are here.
void takeOver(const Theme &other, Theme &theme)
{
    if (!other.rule.isEmpty()) {
        theme.rule = other.rule;
        theme.isRetired = other.isRetired;
    }
    if (!other.examples.isEmpty())
        theme.examples = other.examples;
    if (other.colour != 0)
        theme.colour = other.colour;
}

} // namespace

QString themeKey(const QString &name)
{
    return queryWords(name).join(u'_').left(64);
}

Result<QVector<ForeignTheme>> themesFromTable(const QStringList &header, const QVector<QStringList> &rows)
{
    const qsizetype name = columnNamed(header, {u"name"_s, u"code"_s, u"theme"_s});
    if (name < 0)
        return Error{
            Error::Kind::Damaged,
            Words::tr(
                "The table has no column “name”. It needs one, and may have “definition”, “id” and “group”.")};
    const qsizetype definition = columnNamed(header, {u"definition"_s, u"description"_s});
    const qsizetype id = columnNamed(header, {u"id"_s});
    const qsizetype group = columnNamed(header, {u"group"_s});
    QVector<ForeignTheme> themes;
    for (const QStringList &row : rows) {
        ForeignTheme theme{row.value(id).trimmed(), row.value(name).trimmed(), row.value(group).trimmed(),
                           row.value(definition).trimmed()};
        if (theme.name.isEmpty())
            continue;
        if (theme.id.isEmpty())
            theme.id = themeKey(theme.name);
        themes.append(theme);
    }
    if (auto checked = checkNames(themes); !checked)
        return checked.error();
    if (themes.isEmpty())
        return Error{Error::Kind::Damaged, Words::tr("The table names no theme.")};
    return themes;
}

Result<Codebook> mergedCodebook(const Codebook &here, const QVector<ForeignTheme> &other)
{
    if (auto checked = checkNames(other); !checked)
        return checked.error();
    Codebook merged = here;
    for (const ForeignTheme &foreign : other) {
        Theme *theme = themeLike(merged, foreign);
        if (!theme) {
            const int number = static_cast<int>(merged.themes.size());
            merged.themes.append({number, unusedThemeId(merged, foreign.id), {}, {}, {}, {}});
            theme = &merged.themes.last();
        }
        theme->name = foreign.name;
        if (!foreign.definition.isEmpty())
            theme->definition = foreign.definition;
        if (!foreign.group.isEmpty())
            theme->group = groupKey(merged, foreign.group);
    }
    if (merged.themes.size() > ThemeSet::capacity)
        return Error{
            Error::Kind::Usage,
            Words::tr("Together the codebooks have %1 themes; at most 64 are possible.").arg(merged.themes.size())};
    for (const Theme &theme : std::as_const(merged.themes)) {
        const auto same = std::count_if(merged.themes.cbegin(), merged.themes.cend(), [&](const Theme &known) {
            return known.name.compare(theme.name, Qt::CaseInsensitive) == 0;
        });
        if (same > 1)
            return namedTwice(theme.name);
    }
    return merged;
}

Result<Codebook> mergedCodebook(const Codebook &here, const Codebook &other)
{
    QVector<ForeignTheme> themes;
    for (const Theme &theme : other.themes)
        themes.append({theme.id, theme.name, other.groupName(theme.group), theme.definition});
    auto merged = mergedCodebook(here, themes);
    if (!merged)
        return merged;
    for (qsizetype i = 0; i < other.themes.size(); ++i)
        takeOver(other.themes.at(i), *themeLike(*merged, themes.at(i)));
    merged->version = nextVersion(here, *merged);
    return merged;
}

QStringList codebookChanges(const Codebook &before, const Codebook &after)
{
    QStringList changes;
    for (const Theme &theme : after.themes) {
        const Theme *old = before.theme(theme.id);
        if (!old)
            changes << u"+ "_s + theme.id;
        else if (*old != theme)
            changes << u"~ "_s + theme.id;
    }
    return changes;
}

} // namespace tidemark
