#pragma once

class QMenu;
class QMenuBar;

namespace tidemark {

class WindowActions;

/// The menus whose entries depend on what is open; their owners fill them when they are about to show.
struct LiveMenus
{
    QMenu *recent = nullptr;
    QMenu *themes = nullptr;
    QMenu *voice = nullptr;
    QMenu *story = nullptr; ///< also the list's context menu
    QMenu *timeline = nullptr;
};

/// Puts the actions into the menu bar.
LiveMenus fillMenuBar(QMenuBar *bar, const WindowActions &actions);

} // namespace tidemark
