#pragma once

#include "collection/Collection.h"
#include "filter/FilterHistory.h"

#include <QObject>

namespace tidemark {

class StoryListModel;
class StoryListView;
class WindowActions;

/// Folds near-copies away and brings those of one story in sight. Both are filters, so that list, counts, timeline
/// and export agree: folded is `is:original`, and the copies of a story are chosen by their numbers.
class CopyCommands final : public QObject
{
    Q_OBJECT

public:
    CopyCommands(Collection *collection, FilterHistory *history, StoryListView *list, StoryListModel *model,
                 WindowActions *actions);

private:
    void fold(bool folded);
    void showCopies();
    void update(); ///< what the actions say

    Collection *m_collection;
    FilterHistory *m_history;
    StoryListView *m_list;
    StoryListModel *m_model;
    WindowActions *m_actions;
};

} // namespace tidemark
