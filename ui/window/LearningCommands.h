#pragma once

#include "collection/Collection.h"

#include <QObject>

class QWidget;

namespace tidemark {

class JobBar;
class WindowActions;

/// Learns themes from what was coded by hand, and goes back to the rules.
class LearningCommands final : public QObject
{
    Q_OBJECT

public:
    LearningCommands(Collection *collection, JobBar *jobs, WindowActions *actions, QWidget *window);

private:
    void open();

    Collection *m_collection;
    JobBar *m_jobs;
    QWidget *m_window;
};

} // namespace tidemark
