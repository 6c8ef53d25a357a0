#include "window/UndoCommands.h"

#include "collection/Collection.h"
#include "dialogs/ForeignText.h"
#include "jobs/JobBar.h"
#include "window/WindowActions.h"

namespace tidemark {

UndoCommands::UndoCommands(Collection *collection, JobBar *jobs, WindowActions *actions, QObject *parent)
    : QObject(parent), m_collection(collection), m_jobs(jobs), m_actions(actions)
{
    connect(actions->undo, &QAction::triggered, this, &UndoCommands::undo);
    connect(actions->redo, &QAction::triggered, this, &UndoCommands::redo);
    connect(collection, &Collection::undoChanged, this, &UndoCommands::updateWords);
    updateWords();
}

void UndoCommands::undo()
{
    m_jobs->run(tr("Undoing: %1").arg(m_collection->undoText()), m_collection->undo());
}

void UndoCommands::redo()
{
    m_jobs->run(tr("Redoing: %1").arg(m_collection->redoText()), m_collection->redo());
}

void UndoCommands::updateWords()
{
    const QString undoText = m_collection->undoText();
    const QString redoText = m_collection->redoText();
    const bool writable = !m_collection->facts().readOnly;
    m_actions->undo->setEnabled(writable && !undoText.isEmpty());
    m_actions->redo->setEnabled(writable && !redoText.isEmpty());
    m_actions->undo->setText(undoText.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(asLabel(isolated(undoText))));
    m_actions->redo->setText(redoText.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(asLabel(isolated(redoText))));
}

} // namespace tidemark
