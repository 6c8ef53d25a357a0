#pragma once

#include "coding/CodingDialog.h"
#include "collection/Collection.h"
#include "filter/FilterHistory.h"
#include "model/CodingRound.h"
#include "model/CurrentSelection.h"
#include "model/SavedFilters.h"

#include <QObject>

namespace tidemark {

class JobBar;
class StoryListView;
class WindowActions;

/// Coding story after story: asks what to code, lets the list show nothing but that, follows the round from story
/// to story, and compares what several coders said.
class CodingCommands final : public QObject
{
    Q_OBJECT

public:
    CodingCommands(CodingRound *round, Collection *collection, const CurrentSelection *current,
                   FilterHistory *history, SavedFilters *saved, StoryListView *list, JobBar *jobs,
                   WindowActions *actions, QWidget *window);

private:
    void connectRound();
    void ask();
    void gather(const CodingWish &wish);
    void suggest(const CodingWish &wish, const QVector<StoryId> &among);
    void findColleagues(const CodingWish &wish, const Filter &within);
    void begin(const CodingWish &wish, const QVector<StoryId> &stories, const QString &remark = {});
    void showStory(StoryId story);
    void updateActions();
    void compare();

    CodingRound *m_round;
    Collection *m_collection;
    const CurrentSelection *m_current;
    FilterHistory *m_history;
    SavedFilters *m_saved;
    StoryListView *m_list;
    JobBar *m_jobs;
    WindowActions *m_actions;
    QWidget *m_window;
    CodingWish m_wish; ///< the last one
};

} // namespace tidemark
