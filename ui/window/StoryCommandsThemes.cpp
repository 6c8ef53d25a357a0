// Themes and voices of the chosen stories: their menus, the palette, and the key of a theme.
#include "window/StoryCommands.h"

#include "dialogs/ForeignText.h"
#include "dialogs/Placement.h"
#include "dialogs/ThemePalette.h"
#include "list/StoryListView.h"
#include "model/CodingRound.h"
#include "reading/ReadingPane.h"
#include "text/ShippedWords.h"
#include "window/WindowActions.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// As a menu shows a key that isn't its entry's own.
QString keyOf(const QAction *action)
{
    return u'\t' + action->shortcut().toString(QKeySequence::NativeText);
}

} // namespace

/// What only some of them have is set on all.
void StoryCommands::toggleTheme(int theme)
{
    if (isChosenCoding())
        return m_round->set(theme, !m_round->present().contains(theme));
    withSharedThemes([this, theme](const QVector<StoryId> &stories, const SharedThemes &shared) {
        setTheme(stories, theme, !shared.ofAll.contains(theme));
    });
}

void StoryCommands::openThemePalette()
{
    if (isChosenCoding()) {
        auto *palette = new ThemePalette(m_collection->facts().codebook, {m_round->present(), {}}, m_window);
        connect(palette, &ThemePalette::themeChosen, m_round, &CodingRound::set);
        return openBeside(palette, m_reading);
    }
    withSharedThemes([this](const QVector<StoryId> &stories, const SharedThemes &shared) {
        auto *palette = new ThemePalette(m_collection->facts().codebook, shared, m_window);
        connect(palette, &ThemePalette::themeChosen, this,
                [this, stories](int theme, bool present) { setTheme(stories, theme, present); });
        openBeside(palette, m_reading);
    });
}

void StoryCommands::fillThemes(QMenu *menu)
{
    menu->clear();
    const StoryRow *row = decidingRow();
    const CollectionFacts facts = m_collection->facts();
    menu->setEnabled(true);
    for (const Theme &theme : facts.codebook.themes) {
        const bool has = row && row->themes.contains(theme.number);
        if (theme.isRetired && !has)
            continue;
        QAction *action = menu->addAction(
            asLabel(inReadersLanguage(theme.name))
            + (theme.key != 0 ? keyOf(m_actions->themeKeys.at(static_cast<size_t>(theme.key) - 1)) : QString()));
        action->setCheckable(true);
        action->setChecked(has);
        action->setEnabled(row && !facts.readOnly);
        connect(action, &QAction::triggered, this, [this, number = theme.number] { toggleTheme(number); });
    }
}

void StoryCommands::fillVoices(QMenu *menu)
{
    menu->clear();
    const StoryRow *row = decidingRow();
    const bool possible = row && !m_collection->facts().readOnly;
    for (const Voice voice : allVoices) {
        const QAction *key = m_actions->voiceKeys.at(static_cast<size_t>(menu->actions().size()));
        QAction *action = menu->addAction(asLabel(voiceName(voice)) + keyOf(key));
        action->setCheckable(true);
        action->setChecked(row && row->voice == voice);
        action->setEnabled(possible);
        connect(action, &QAction::triggered, this, [this, voice] { setVoice(m_list->selectedStories(), voice); });
    }
    menu->addSeparator();
    QAction *byRules = menu->addAction(tr("As the &Rules Say"));
    byRules->setEnabled(possible);
    connect(byRules, &QAction::triggered, this, [this] { setVoice(m_list->selectedStories(), std::nullopt); });
}

} // namespace tidemark
