#pragma once

#include <QObject>

class QMainWindow;

namespace tidemark {

class Shortcuts;
class WindowActions;

/// The Help menu.
class HelpCommands final : public QObject
{
    Q_OBJECT

public:
    HelpCommands(WindowActions *actions, Shortcuts *shortcuts, QMainWindow *window);

private:
    void openHandbook();
    void showHelplines();

    QMainWindow *m_window;
};

/// The handbook's first page beside the program or where it is installed; empty: it is not there.
QString handbookPage();

} // namespace tidemark
