#include "theme/CodebookEditing.h"

#include "filter/FilterText.h"
#include "text/ShippedWords.h"
#include "theme/CodebookExchange.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Codebook)
};

/// What the rules code, theme by theme; themes without a rule at the end don't count.
QStringList rulesInForce(const Codebook &codebook)
{
    QStringList rules;
    for (const Theme &theme : codebook.themes)
        rules.append(theme.isRetired ? QString() : theme.rule.trimmed());
    while (!rules.isEmpty() && rules.constLast().isEmpty())
        rules.removeLast();
    return rules;
}

Result<> checkTheme(const Theme &theme)
{
    if (theme.name.trimmed().isEmpty())
        return Error{Error::Kind::Usage,
                     Words::tr("The theme “%1” has no name. Give it one, and save again.").arg(theme.id)};
    const auto parsed = parseWords(theme.rule);
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return Error{Error::Kind::Usage,
                     Words::tr("The rule of the theme %1 has a mistake at character %2: %3")
                         .arg(theme.name, QString::number(mistake->position + 1), mistake->message)};
    return {};
}

Result<> checkApart(const Theme &one, const Theme &other)
{
    if (one.isRetired || other.isRetired)
        return {};
    if (one.name.trimmed().compare(other.name.trimmed(), Qt::CaseInsensitive) == 0)
        return Error{
            Error::Kind::Usage,
            Words::tr("Two themes are named “%1”. Give one of them another name, and save again.").arg(one.name)};
    if (one.key != 0 && one.key == other.key)
        return Error{Error::Kind::Usage,
                     Words::tr("The key %1 sets both “%2” and “%3”. Give one of them another key, and save again.")
                         .arg(QString::number(one.key), one.name, other.name)};
    return {};
}

Error noSuchTheme(const QString &id)
{
    return {Error::Kind::NotFound, Words::tr("The codebook has no theme “%1”.").arg(id)};
}

Theme *themeOf(Codebook &codebook, const QString &id)
{
    const auto found = std::find_if(codebook.themes.begin(), codebook.themes.end(),
                                    [&](const Theme &theme) { return theme.id == id; });
    return found == codebook.themes.end() ? nullptr : &*found;
}

/// A rule as one operand of another.
QString inBrackets(const QString &rule)
{
    const auto parsed = parseWords(rule);
    const auto *query = std::get_if<WordQuery>(&parsed);
    const bool isOne = query && !query->isEmpty()
        && (query->node().kind == WordQuery::Kind::Phrase || query->node().kind == WordQuery::Kind::Tag
            || query->node().kind == WordQuery::Kind::Near);
    return isOne ? rule.trimmed() : u'(' + rule.trimmed() + u')';
}

QString eitherRule(const QString &one, const QString &other)
{
    if (one.trimmed().isEmpty() || other.trimmed().isEmpty())
        return one.trimmed().isEmpty() ? other : one;
    return inBrackets(one) + " OR "_L1 + inBrackets(other);
}

} // namespace

int nextVersion(const Codebook &before, const Codebook &after)
{
    const bool isSame = rulesInForce(before) == rulesInForce(after) && before.voices == after.voices
        && before.language == after.language && before.lexicons == after.lexicons;
    return isSame ? before.version : std::max(before.version, after.version - 1) + 1;
}

Result<Codebook> checkedCodebook(const Codebook &before, Codebook after)
{
    if (after.themes.size() > ThemeSet::capacity)
        return Error{Error::Kind::Usage,
                     Words::tr("The codebook would have %1 themes, retired ones included; at most 64 are possible.")
                         .arg(after.themes.size())};
    for (qsizetype i = 0; i < after.themes.size(); ++i) {
        if (auto checked = checkTheme(after.themes.at(i)); !checked)
            return checked.error();
        for (qsizetype other = 0; other < i; ++other) {
            if (auto checked = checkApart(after.themes.at(other), after.themes.at(i)); !checked)
                return checked.error();
        }
    }
    after.groups.removeIf([&](const ThemeGroup &group) {
        return std::none_of(after.themes.cbegin(), after.themes.cend(),
                            [&](const Theme &theme) { return theme.group == group.key; });
    });
    after.version = nextVersion(before, after);
    return after;
}

QString groupKey(Codebook &codebook, const QString &name)
{
    if (name.trimmed().isEmpty())
        return {};
    for (const ThemeGroup &group : std::as_const(codebook.groups)) {
        if (group.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return group.key;
    }
    const QString words = themeKey(name);
    QString key = words.isEmpty() ? u"group"_s : words;
    while (std::any_of(codebook.groups.cbegin(), codebook.groups.cend(),
                       [&](const ThemeGroup &group) { return group.key == key; }))
        key += u'_';
    codebook.groups.append({key, name.trimmed()});
    return key;
}

QString unusedThemeId(const Codebook &codebook, const QString &wanted)
{
    const QString first = wanted.isEmpty() || wanted == "none"_L1 ? u"theme"_s : wanted;
    QString id = first;
    for (int number = 2; codebook.theme(id); ++number)
        id = first + u'_' + QString::number(number);
    return id;
}

Result<Codebook> mergedThemes(const Codebook &before, const QString &kept, const QString &gone)
{
    Codebook after = before;
    Theme *into = themeOf(after, kept);
    Theme *from = themeOf(after, gone);
    if (!into || !from || into == from)
        return noSuchTheme(into && from ? kept : into ? gone : kept);
    into->rule = eitherRule(into->rule, from->isRetired ? QString() : from->rule);
    into->examples += from->examples;
    into->isCoveredFirst = into->isCoveredFirst || from->isCoveredFirst;
    if (into->key == 0)
        into->key = from->key;
    from->key = 0;
    from->isRetired = true;
    return checkedCodebook(before, after);
}

Result<Codebook> splitTheme(const Codebook &before, const ThemeSplit &split)
{
    Codebook after = before;
    Theme *from = themeOf(after, split.from);
    if (!from)
        return noSuchTheme(split.from);
    Theme part;
    part.number = static_cast<int>(before.themes.size());
    part.id = unusedThemeId(before, themeKey(split.name));
    part.name = split.name.trimmed();
    part.group = from->group;
    part.isCoveredFirst = from->isCoveredFirst;
    if (split.words && !from->rule.trimmed().isEmpty()) {
        const QString whole = inBrackets(from->rule);
        const QString words = inBrackets(*split.words);
        part.rule = whole + " AND "_L1 + words;
        from->rule = whole + " NOT "_L1 + words;
    }
    after.themes.append(part);
    return checkedCodebook(before, after);
}

Codebook newCodebook(const QString &title, const Codebook &themes, const Codebook &like)
{
    Codebook made = themes;
    made.title = title;
    made.version = 1;
    if (made.language.isEmpty())
        made.language = like.language;
    if (made.voices.isEmpty())
        made.voices = like.voices;
    return made;
}

namespace {

bool isMade(const Result<Codebook> &made, const Codebook &after)
{
    Codebook codebook = made ? made.value() : Codebook();
    codebook.version = after.version;
    return made && codebook == after;
}

/// Empty: it is no merging.
QString mergeInWords(const Codebook &before, const Codebook &after, const QVector<const Theme *> &changed)
{
    if (changed.size() != 2 || before.themes.size() != after.themes.size())
        return {};
    for (const Theme *gone : changed) {
        const Theme *was = before.theme(gone->id);
        if (!gone->isRetired || !was || was->isRetired)
            continue;
        for (const Theme *kept : changed) {
            if (kept != gone && isMade(mergedThemes(before, kept->id, gone->id), after))
                return QCoreApplication::translate("Action", "Merge theme %1 into %2")
                    .arg(inReadersLanguage(was->name), inReadersLanguage(kept->name));
        }
    }
    return {};
}

/// Empty: it is no splitting of a rule. (One by hand alone leaves no trace but the new theme.)
QString splitInWords(const Codebook &before, const Codebook &after)
{
    if (after.themes.size() != before.themes.size() + 1)
        return {};
    const Theme &part = after.themes.constLast();
    for (const Theme &from : before.themes) {
        const QString whole = inBrackets(from.rule) + " AND "_L1;
        if (from.rule.trimmed().isEmpty() || !part.rule.startsWith(whole))
            continue;
        const QString words = part.rule.mid(whole.size());
        const bool isBracketed = words.size() > 2 && words.startsWith(u'(') && words.endsWith(u')');
        const QString inside = isBracketed ? words.sliced(1, words.size() - 2) : words;
        if (isMade(splitTheme(before, {from.id, part.name, words}), after)
            || isMade(splitTheme(before, {from.id, part.name, inside}), after))
            return QCoreApplication::translate("Action", "Split theme %1 off %2")
                .arg(part.name, inReadersLanguage(from.name));
    }
    return {};
}

} // namespace

QString changeInWords(const Codebook &before, const Codebook &after)
{
    if (before.title != after.title)
        return Words::tr("Codebook %1").arg(after.title);
    QVector<const Theme *> changed;
    for (const Theme &theme : after.themes) {
        const Theme *old = before.theme(theme.id);
        if (!old || *old != theme)
            changed.append(&theme);
    }
    if (const QString merge = mergeInWords(before, after, changed); !merge.isEmpty())
        return merge;
    if (const QString split = splitInWords(before, after); !split.isEmpty())
        return split;
    if (changed.size() != 1 || before.themes.size() > after.themes.size())
        return Words::tr("Change the codebook");
    const Theme &theme = *changed.constFirst();
    const Theme *old = before.theme(theme.id);
    const QString pattern = !old             ? Words::tr("Add theme %1")
        : theme.isRetired && !old->isRetired ? Words::tr("Retire theme %1")
        : !theme.isRetired && old->isRetired ? Words::tr("Bring back theme %1")
                                             : Words::tr("Change theme %1");
    return pattern.arg(inReadersLanguage(theme.name));
}

} // namespace tidemark
