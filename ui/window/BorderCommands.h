#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace tidemark {

class StoryHeader;
class WindowActions;

/// Leads the keys to what can be resized: first the border beside the pane that has the focus, then the other
/// borders, one after another, and the list's columns.
class BorderCommands final : public QObject
{
    Q_OBJECT

public:
    BorderCommands(StoryHeader *columns, WindowActions *actions, QWidget *workspace);

private:
    void goOn();

    StoryHeader *m_columns;
    QWidget *m_workspace;
    QPointer<QWidget> m_before; ///< the pane that had the focus, which gets it back
};

} // namespace tidemark
