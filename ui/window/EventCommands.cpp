#include "window/EventCommands.h"

#include "dialogs/EventsDialog.h"
#include "jobs/JobBar.h"
#include "window/WindowActions.h"

namespace tidemark {

EventCommands::EventCommands(Collection *collection, WindowActions *actions, JobBar *jobs, QWidget *window)
    : QObject(window), m_collection(collection), m_jobs(jobs), m_window(window)
{
    connect(actions->events, &QAction::triggered, this, &EventCommands::edit);
}

void EventCommands::edit()
{
    auto *dialog = new EventsDialog(m_collection->facts().events, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_jobs->run(tr("Keeping the events"), m_collection->setEvents(dialog->events())); });
    dialog->open();
}

} // namespace tidemark
