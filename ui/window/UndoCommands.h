#pragma once

#include <QObject>

namespace tidemark {

class Collection;
class JobBar;
class WindowActions;

/// Undo and redo, which say in the menu what of.
class UndoCommands final : public QObject
{
    Q_OBJECT

public:
    UndoCommands(Collection *collection, JobBar *jobs, WindowActions *actions, QObject *parent);

private:
    void undo();
    void redo();
    void updateWords();

    Collection *m_collection;
    JobBar *m_jobs;
    WindowActions *m_actions;
};

} // namespace tidemark
