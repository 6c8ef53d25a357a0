#pragma once

#include "collection/Collection.h"

#include <QObject>

class QWidget;

namespace tidemark {

class JobBar;
class WindowActions;

/// What is done to a collection as a whole: the Collection menu.
class CollectionCommands final : public QObject
{
    Q_OBJECT

public:
    CollectionCommands(Collection *collection, WindowActions *actions, JobBar *jobs, QWidget *window);

private:
    void editThemes();
    void undoImport();
    void removeSource();
    void chooseTimeZone();
    void editPublicAccounts();
    void chooseColumns();
    void check();

    Collection *m_collection;
    JobBar *m_jobs;
    QWidget *m_window;
};

} // namespace tidemark
