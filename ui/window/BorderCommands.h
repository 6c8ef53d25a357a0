#pragma once

#include <QObject>

class QWidget;

namespace tidemark {

class StoryHeader;
class WindowActions;

/// Leads the keys to what can be resized: first the border beside the pane that has the focus, then the other
/// borders, one after another, and the list's columns. The pane that had the focus gets it back from each of them.
class BorderCommands final : public QObject
{
    Q_OBJECT

public:
    BorderCommands(StoryHeader *header, WindowActions *actions, QWidget *workspace);

private:
    void goOn();

    StoryHeader *m_header;
    QWidget *m_workspace;
};

} // namespace tidemark
