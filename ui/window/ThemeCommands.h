#pragma once

#include "collection/Collection.h"
#include "filter/FilterHistory.h"

#include <QObject>
#include <QWidget>

namespace tidemark {

class Covering;
class JobBar;
class WindowActions;

/// What can be asked of themes beside filtering by them: tables, a theme's page, and the lexicons of other
/// languages.
class ThemeCommands final : public QObject
{
    Q_OBJECT

public:
    ThemeCommands(Collection *collection, FilterHistory *history, Covering *covering, WindowActions *actions,
                  JobBar *jobs, QWidget *window);

    void showPage(const QString &theme); ///< by id; empty: the codebook's first

signals:
    void storyWished(tidemark::StoryId story);

private:
    void showTable();
    void chooseLexicons();

    Collection *m_collection;
    FilterHistory *m_history;
    Covering *m_covering;
    JobBar *m_jobs;
    QWidget *m_window;
};

} // namespace tidemark
