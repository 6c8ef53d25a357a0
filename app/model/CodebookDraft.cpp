#include "model/CodebookDraft.h"

#include "theme/CodebookEditing.h"
#include "theme/CodebookExchange.h"

#include <algorithm>

namespace tidemark {

void CodebookDraft::setSaved(const Codebook &saved)
{
    Codebook next = saved;
    for (const Theme &theme : std::as_const(m_codebook.themes)) {
        const Theme *before = m_saved.theme(theme.id);
        if (before && *before == theme)
            continue;
        const auto same = std::find_if(next.themes.begin(), next.themes.end(),
                                       [&](const Theme &known) { return known.id == theme.id; });
        if (same == next.themes.end() && !before)
            next.themes.append(theme);
        else if (same != next.themes.end() && before)
            *same = theme;
    }
    for (const ThemeGroup &group : std::as_const(m_codebook.groups)) {
        const auto isSame = [&](const ThemeGroup &known) { return known.key == group.key; };
        const auto before = std::find_if(m_saved.groups.cbegin(), m_saved.groups.cend(), isSame);
        const auto same = std::find_if(next.groups.begin(), next.groups.end(), isSame);
        if (same == next.groups.end())
            next.groups.append(group);
        else if (before != m_saved.groups.cend() && *before != group)
            *same = group;
    }
    m_saved = saved;
    m_codebook = next;
    tidy();
}

void CodebookDraft::change(const Theme &theme)
{
    Theme *changed = find(theme.id);
    if (!changed)
        return;
    const int place = changed->number;
    *changed = theme;
    changed->number = place;
    for (Theme &other : m_codebook.themes) {
        if (theme.key != 0 && other.key == theme.key && other.id != theme.id)
            other.key = 0;
    }
    tidy();
}

QString CodebookDraft::add(const QString &name, const QString &group)
{
    if (m_codebook.themes.size() >= ThemeSet::capacity)
        return {};
    Theme theme;
    theme.id = unusedThemeId(m_codebook, themeKey(name));
    theme.name = name;
    theme.group = group;
    m_codebook.themes.append(theme);
    tidy();
    return theme.id;
}

void CodebookDraft::discard(const QString &id)
{
    Theme *theme = find(id);
    if (!theme)
        return;
    if (const Theme *saved = m_saved.theme(id))
        *theme = *saved;
    else
        m_codebook.themes.remove(theme->number);
    tidy();
}

void CodebookDraft::nameGroup(const QString &key, const QString &name)
{
    for (ThemeGroup &group : m_codebook.groups) {
        if (group.key == key && !name.trimmed().isEmpty())
            group.name = name.trimmed();
    }
}

QString CodebookDraft::groupNamed(const QString &name)
{
    return groupKey(m_codebook, name);
}

bool CodebookDraft::isEdited(const QString &id) const
{
    const Theme *saved = m_saved.theme(id);
    const Theme *theme = m_codebook.theme(id);
    return theme && (!saved || *saved != *theme);
}

Result<Codebook> CodebookDraft::checked() const
{
    return checkedCodebook(m_saved, m_codebook);
}

Theme *CodebookDraft::find(const QString &id)
{
    const auto found = std::find_if(m_codebook.themes.begin(), m_codebook.themes.end(),
                                    [&](const Theme &theme) { return theme.id == id; });
    return found == m_codebook.themes.end() ? nullptr : &*found;
}

/// Numbers are places; a group that was made and is empty again goes.
void CodebookDraft::tidy()
{
    m_codebook.groups.removeIf([this](const ThemeGroup &group) {
        const auto isGroup = [&](const ThemeGroup &known) { return known.key == group.key; };
        return std::none_of(m_saved.groups.cbegin(), m_saved.groups.cend(), isGroup)
            && std::none_of(m_codebook.themes.cbegin(), m_codebook.themes.cend(),
                            [&](const Theme &theme) { return theme.group == group.key; });
    });
    for (int place = 0; place < m_codebook.themes.size(); ++place)
        m_codebook.themes[place].number = place;
}

} // namespace tidemark
