#pragma once

#include "collection/Collection.h"
#include "filter/FilterHistory.h"
#include "model/CodingRound.h"
#include "model/Covering.h"
#include "model/CurrentSelection.h"
#include "model/EmptyCause.h"
#include "model/SavedFilters.h"
#include "model/SearchHistory.h"
#include "model/StoryContext.h"
#include "model/StoryListModel.h"
#include "model/StoryReplies.h"
#include "model/ThemeExplanations.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QSplitter;

namespace tidemark {

class CodingBar;
class FacetPanel;
class FilterBar;
class FilterMemory;
class JobBar;
class ReadingPane;
class SavedFiltersView;
class StoryCommands;
class StoryListPane;
class StoryListView;
class TimelinePanel;
class Veil;
class WindowActions;
struct LiveMenus;

/// One open collection on screen: the filter above, facets to the left, timeline over list, the story to the
/// right. It only puts the panes together: each listens to the filter's history or to the current selection.
class Workspace final : public QWidget
{
    Q_OBJECT

public:
    Workspace(std::unique_ptr<Collection> collection, WindowActions *actions, const LiveMenus &menus, JobBar *jobs,
              QWidget *parent = nullptr);
    ~Workspace() override;

    void setNotices(QWidget *notices) { m_notices = notices; } ///< F6 leads there, too, while it is seen

    [[nodiscard]] Collection *collection() const { return m_collection.get(); }
    [[nodiscard]] Covering *covering() { return &m_covering; }
    [[nodiscard]] FilterHistory *history() { return &m_history; }
    [[nodiscard]] const Selection &selection() const { return m_current.selection(); }
    [[nodiscard]] Order order() const { return m_model.order(); }

signals:
    void importWished();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectFilter(WindowActions *actions);
    void connectList();
    void connectTimeline(QMenu *menu);
    void connectReading(WindowActions *actions);
    void connectView(WindowActions *actions);
    void connectCoding(WindowActions *actions);
    void hideCodings(bool hidden);
    void showPage(const StoryPage &page);
    void showSelection(const Selection &selection);
    void follow(const CollectionChange &change);
    void adoptFacts();
    void chooseStory(StoryId story);
    void loadStory();
    void showRelated(StoryId story);
    void setOrder(Order order);
    void setNarrow(bool narrow);
    void goToPane(bool backward);
    void saveLayout() const;
    void restoreLayout();

    std::unique_ptr<Collection> m_collection;
    FilterHistory m_history;
    CurrentSelection m_current;
    StoryListModel m_model;
    EmptyCause m_cause;
    Covering m_covering;
    StoryContext m_context;
    CodingRound m_round;
    StoryReplies m_replies;
    ThemeExplanations m_explanations;
    SavedFilters m_saved;
    SearchHistory m_searches;
    std::unique_ptr<FilterMemory> m_memory;
    QTimer m_readSoon; ///< a story is read once it was looked at for a moment
    StoryId m_story = noStory;
    StoryId m_unnoted = noStory; ///< the same until it is noted as read, or somebody says what it is
    FilterHistory::Gesture m_spanGesture = FilterHistory::Gesture::None; ///< on the timeline

    WindowActions *m_actions;
    JobBar *m_jobs;
    QWidget *m_notices = nullptr;
    FilterBar *m_filterBar;
    CodingBar *m_codingBar;
    SavedFiltersView *m_savedView; ///< before the facets above which it stands: Tab goes in the order of making
    FacetPanel *m_facets;
    StoryListView *m_list;
    StoryListPane *m_listPane;
    TimelinePanel *m_timeline;
    ReadingPane *m_reading;
    StoryCommands *m_commands = nullptr;
    Veil *m_veil = nullptr;
    QSplitter *m_columns; ///< facets | the rest
    QSplitter *m_reader;  ///< timeline and list | story; one above the other where the window is narrow
    QSplitter *m_middle;  ///< timeline over list
    bool m_narrow = false;
};

} // namespace tidemark
