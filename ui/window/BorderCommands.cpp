#include "window/BorderCommands.h"

#include "dialogs/PaneSplitter.h"
#include "list/StoryHeader.h"
#include "window/WindowActions.h"

namespace tidemark {

namespace {

/// The first border of the innermost splitter around a widget.
PaneBorder *borderBeside(QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const auto *splitter = qobject_cast<PaneSplitter *>(widget))
            return qobject_cast<PaneBorder *>(splitter->handle(1));
    }
    return nullptr;
}

} // namespace

BorderCommands::BorderCommands(StoryHeader *header, WindowActions *actions, QWidget *workspace)
    : QObject(workspace), m_header(header), m_workspace(workspace)
{
    connect(actions->resizePanes, &QAction::triggered, this, &BorderCommands::goOn);
}

void BorderCommands::goOn()
{
    QWidget *focus = m_workspace->window()->focusWidget();
    QList<PaneBorder *> borders = m_workspace->findChildren<PaneBorder *>();
    borders.removeIf([](const PaneBorder *border) { return !border->isVisible(); });
    const auto at = borders.indexOf(qobject_cast<PaneBorder *>(focus));
    const bool comesFromPane = at < 0 && focus != m_header;
    QWidget *before = comesFromPane ? focus : at >= 0 ? borders.at(at)->before() : m_header->before();
    PaneBorder *beside = borderBeside(focus);
    PaneBorder *next = comesFromPane && beside && beside->isVisible() ? beside : borders.value(at + 1);
    if (next)
        next->moveByKeys(before);
    else if (m_header->isVisible())
        m_header->takeKeys(before);
    else if (!borders.isEmpty())
        borders.constFirst()->moveByKeys(before);
}

} // namespace tidemark
