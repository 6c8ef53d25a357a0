#pragma once

#include "collection/Collection.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace tidemark {

class JobBar;
class WindowActions;

/// Lets the events of the open collection be edited.
class EventCommands final : public QObject
{
    Q_OBJECT

public:
    EventCommands(Collection *collection, WindowActions *actions, JobBar *jobs, QWidget *window);

private:
    void edit();

    QPointer<Collection> m_collection;
    JobBar *m_jobs;
    QWidget *m_window;
};

} // namespace tidemark
