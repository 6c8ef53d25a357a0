#pragma once

#include "model/NextUnread.h"

#include <QObject>

namespace tidemark {

class JobBar;
class ReadingPane;
class StoryListModel;
class StoryListView;
class WindowActions;

/// How somebody reads on and how the text looks: next and previous story, unread or not, the matches in the text,
/// reading on with Space, sizes and type.
class ReadingCommands final : public QObject
{
    Q_OBJECT

public:
    ReadingCommands(Collection *collection, StoryListView *list, StoryListModel *model, ReadingPane *pane,
                    JobBar *jobs, WindowActions *actions);

private:
    void connectSteps(WindowActions *actions);
    void connectText(WindowActions *actions);
    void connectType(WindowActions *actions);
    void enableText();
    void goToUnread(bool backward);
    void tellNoneUnread(bool anyElsewhere);
    void print();
    void readOn(bool backward);

    Collection *m_collection;
    StoryListView *m_list;
    StoryListModel *m_model;
    ReadingPane *m_pane;
    JobBar *m_jobs;
    WindowActions *m_actions;
    NextUnread m_unread;
    bool m_wentBackward = false; ///< for the unread story before
};

} // namespace tidemark
