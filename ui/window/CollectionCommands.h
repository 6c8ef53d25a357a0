#pragma once

#include "collection/Collection.h"

#include <QObject>

class QWidget;

namespace tidemark {

class Covering;
class JobBar;
class WindowActions;

/// What is done to a collection as a whole: the Collection menu, and copies of it.
class CollectionCommands final : public QObject
{
    Q_OBJECT

public:
    CollectionCommands(Collection *collection, Covering *covering, WindowActions *actions, JobBar *jobs,
                       QWidget *window);

    /// Asks which themes to cover, or (without asking) covers none.
    void cover(bool choose);

private:
    void saveCopy();
    void editThemes();
    void undoImport();
    void removeSource();
    void chooseTimeZone();
    void editPublicAccounts();
    void chooseColumns();
    void showRejected();
    void check();

    Collection *m_collection;
    Covering *m_covering;
    JobBar *m_jobs;
    QWidget *m_window;
};

} // namespace tidemark
