#include "theme/CodebookExchange.h"

#include "filter/FilterText.h"
#include "text/Tokens.h"
#include "theme/CodebookEditing.h"
#include "theme/CodebookGuid.h"
#include "theme/ThemeColours.h"

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
        if (theme.isRetired)
            continue;
        if (names.contains(folded))
            return namedTwice(theme.name);
        names.insert(folded);
    }
    return {};
}

/// The theme that another codebook's means: of the same GUID, else of the same id, or else of the same name among
/// those that were there before. One in use comes first, and one that is retired there means none in use.
Theme *themeLike(Codebook &codebook, qsizetype before, const ForeignTheme &theme)
{
    const auto by = [&](qsizetype count, auto same) {
        const auto end = codebook.themes.begin() + count;
        const auto found = std::find_if(codebook.themes.begin(), end, same);
        return found == end ? nullptr : &*found;
    };
    if (Theme *same = by(before, [&](const Theme &known) { return isSameGuid(guidOf(known), theme.guid); }))
        return same;
    if (Theme *same = by(codebook.themes.size(), [&](const Theme &known) { return known.id == theme.id; }))
        return same;
    const auto named = [&](bool isRetired) {
        return by(before, [&theme, isRetired](const Theme &known) {
            return known.isRetired == isRetired && known.name.compare(theme.name, Qt::CaseInsensitive) == 0;
        });
    };
    Theme *inUse = theme.isRetired ? nullptr : named(false);
    return inUse ? inUse : named(true);
}

bool isYes(const QString &cell)
{
    return cell == "1"_L1 || cell.compare("yes"_L1, Qt::CaseInsensitive) == 0
        || cell.compare("true"_L1, Qt::CaseInsensitive) == 0;
}

QStringList linesOf(const QString &cell)
{
    QStringList lines = cell.split(u'\n');
    for (QString &line : lines)
        line = line.trimmed();
    lines.removeAll(QString());
    return lines;
}

int keyOf(const QString &cell)
{
    const int key = cell.toInt();
    return key >= 1 && key <= 9 ? key : 0;
}

Result<> checkRules(const QVector<ForeignTheme> &themes)
{
    for (const ForeignTheme &theme : themes) {
        const auto parsed = parseWords(theme.rule);
        if (const auto *mistake = std::get_if<Mistake>(&parsed))
            return Error{Error::Kind::Damaged,
                         Words::tr("The rule of the theme %1 has a mistake at character %2: %3")
                             .arg(theme.name, QString::number(mistake->position + 1), mistake->message)};
    }
    return {};
}

/// The columns of a table by what they hold; -1: there is none.
struct TableColumns
{
    qsizetype name, definition, id, group, rule, examples, colour, key, coveredFirst, retired, guid;
};

TableColumns columnsOf(const QStringList &header)
{
    return {.name = columnNamed(header, {u"name"_s, u"code"_s, u"theme"_s}),
            .definition = columnNamed(header, {u"definition"_s, u"description"_s}),
            .id = columnNamed(header, {u"id"_s}),
            .group = columnNamed(header, {u"group"_s}),
            .rule = columnNamed(header, {u"rule"_s, u"query"_s}),
            .examples = columnNamed(header, {u"examples"_s}),
            .colour = columnNamed(header, {u"colour"_s, u"color"_s}),
            .key = columnNamed(header, {u"key"_s}),
            .coveredFirst = columnNamed(header, {u"covered_first"_s}),
            .retired = columnNamed(header, {u"retired"_s}),
            .guid = columnNamed(header, {u"guid"_s})};
}

ForeignTheme themeOf(const QStringList &row, const TableColumns &columns)
{
    const auto cell = [&row](qsizetype column) { return row.value(column).trimmed(); };
    ForeignTheme theme{cell(columns.id), cell(columns.name), cell(columns.group), cell(columns.definition)};
    if (theme.id.isEmpty())
        theme.id = themeKey(theme.name);
    theme.rule = cell(columns.rule);
    theme.examples = linesOf(cell(columns.examples));
    theme.colour = colourLike(cell(columns.colour));
    theme.key = keyOf(cell(columns.key));
    theme.isCoveredFirst = isYes(cell(columns.coveredFirst));
    theme.isRetired = isYes(cell(columns.retired));
    theme.guid = checkedGuid(cell(columns.guid));
    return theme;
}

/// The key of the group that another codebook's theme is in. One that is known by its GUID takes the other's name,
/// where no group has that.
QString groupOf(const ForeignTheme &other, Codebook &codebook)
{
    const auto known = std::find_if(codebook.groups.begin(), codebook.groups.end(), [&](const ThemeGroup &group) {
        return isSameGuid(guidOf(group), other.groupGuid);
    });
    const bool isKnown = known != codebook.groups.end();
    const bool isNamed
        = std::any_of(codebook.groups.cbegin(), codebook.groups.cend(), [&](const ThemeGroup &group) {
              return group.name.compare(other.group, Qt::CaseInsensitive) == 0;
          });
    if (isKnown && !isNamed) {
        known->name = other.group;
        return known->key;
    }
    const QString key = groupKey(codebook, other.group);
    for (ThemeGroup &group : codebook.groups) {
        if (group.key == key && !isKnown && !other.groupGuid.isEmpty())
            group.guid = other.groupGuid;
    }
    return key;
}

/// That another program gave it.
QString guidOfGroup(const Codebook &codebook, const QString &key)
{
    const auto group = std::find_if(codebook.groups.cbegin(), codebook.groups.cend(),
                                    [&](const ThemeGroup &known) { return known.key == key; });
    return group == codebook.groups.cend() ? QString() : group->guid;
}

/// What there is to know of the theme of another codebook replaces what is known here.
void takeOver(const ForeignTheme &other, Theme &theme, Codebook &codebook)
{
    theme.name = other.name;
    if (!other.definition.isEmpty())
        theme.definition = other.definition;
    if (!other.group.isEmpty())
        theme.group = groupOf(other, codebook);
    if (!other.rule.isEmpty())
        theme.rule = other.rule;
    if (!other.rule.isEmpty() || other.isRetired)
        theme.isRetired = other.isRetired;
    if (!other.examples.isEmpty())
        theme.examples = other.examples;
    if (other.colour != 0)
        theme.colour = other.colour;
    if (!other.guid.isEmpty() && !isSameGuid(guidOf(theme), other.guid))
        theme.guid = other.guid;
    theme.isCoveredFirst = theme.isCoveredFirst || other.isCoveredFirst; // nobody is uncovered by a file
}

Theme *addTheme(Codebook &codebook, const ForeignTheme &theme)
{
    Theme added;
    added.number = static_cast<int>(codebook.themes.size());
    added.id = unusedThemeId(codebook, theme.id);
    added.key = theme.isRetired || codebook.themeAtKey(theme.key) ? 0 : theme.key;
    codebook.themes.append(added);
    return &codebook.themes.last();
}

} // namespace

QString themeKey(const QString &name)
{
    return queryWords(name).join(u'_').left(64);
}

Result<> checkTableHeader(const QStringList &header)
{
    if (columnsOf(header).name >= 0)
        return {};
    return Error{Error::Kind::Damaged,
                 Words::tr("The table has no column “name”. It needs one, and may have “definition”, “id”, “group” "
                           "and “rule”.")};
}

Result<QVector<ForeignTheme>> themesFromTable(const QStringList &header, const QVector<QStringList> &rows)
{
    if (auto checked = checkTableHeader(header); !checked)
        return checked.error();
    const TableColumns columns = columnsOf(header);
    QVector<ForeignTheme> themes;
    for (const QStringList &row : rows) {
        const ForeignTheme theme = themeOf(row, columns);
        if (!theme.name.isEmpty())
            themes.append(theme);
    }
    if (themes.isEmpty())
        return Error{Error::Kind::Damaged, Words::tr("The table names no theme.")};
    for (const Result<> &checked : {checkNames(themes), checkRules(themes)}) {
        if (!checked)
            return checked.error();
    }
    return themes;
}

QStringList codebookTableHeader()
{
    return {u"name"_s, u"definition"_s,    u"id"_s,      u"group"_s, u"rule"_s, u"examples"_s, u"colour"_s,
            u"key"_s,  u"covered_first"_s, u"retired"_s, u"guid"_s};
}

QStringList codebookTableRow(const Codebook &codebook, const Theme &theme)
{
    const auto yes = [](bool is) { return is ? u"1"_s : u"0"_s; };
    return {theme.name,
            theme.definition,
            theme.id,
            codebook.groupName(theme.group),
            theme.rule,
            theme.examples.join(u'\n'),
            colourCode(theme.colour),
            theme.key == 0 ? QString() : QString::number(theme.key),
            yes(theme.isCoveredFirst),
            yes(theme.isRetired),
            theme.guid};
}

Result<Codebook> mergedCodebook(const Codebook &here, const QVector<ForeignTheme> &other)
{
    if (auto checked = checkNames(other); !checked)
        return checked.error();
    Codebook merged = here;
    for (const ForeignTheme &foreign : other) {
        Theme *theme = themeLike(merged, here.themes.size(), foreign);
        takeOver(foreign, theme ? *theme : *addTheme(merged, foreign), merged);
    }
    if (merged.themes.size() > ThemeSet::capacity)
        return Error{
            Error::Kind::Usage,
            Words::tr("Together the codebooks have %1 themes; at most 64 are possible.").arg(merged.themes.size())};
    for (const Theme &theme : std::as_const(merged.themes)) {
        const auto same = std::count_if(merged.themes.cbegin(), merged.themes.cend(), [&](const Theme &known) {
            return !known.isRetired && known.name.compare(theme.name, Qt::CaseInsensitive) == 0;
        });
        if (!theme.isRetired && same > 1)
            return namedTwice(theme.name);
    }
    merged.version = nextVersion(here, merged);
    return merged;
}

Result<Codebook> mergedCodebook(const Codebook &here, const Codebook &other)
{
    QVector<ForeignTheme> themes;
    for (const Theme &theme : other.themes)
        themes.append({theme.id, theme.name, other.groupName(theme.group), theme.definition, theme.rule,
                       theme.examples, theme.colour, theme.key, theme.isCoveredFirst, theme.isRetired, theme.guid,
                       guidOfGroup(other, theme.group)});
    return mergedCodebook(here, themes);
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
