#pragma once

#include "collection/CollectionFacts.h"
#include "index/Timeline.h"
#include "story/TimeSpan.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace tidemark {

class TimelineMenu;
class TimelineModel;
class TimelineTable;
class TimelineView;
class Veil;

/// The timeline with a quiet row above it (what is counted, split by what, in which steps, shown how), and below
/// it, in words, what the picture alone doesn't say.
class TimelinePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    /// Names of themes, the time zone, and the events.
    void setFacts(const CollectionFacts &facts);

    /// Shows the answer to what the boxes ask for now; selected is the filter's span, open where there is none.
    void setTimeline(const Timeline &timeline, const TimeSpan &selected);

    /// A new answer is under way: the old one stays, dimmed after a moment.
    void setBusy(bool busy);

    /// What the boxes ask for; the zone is the collection's.
    [[nodiscard]] TimelineQuestion question() const;
    void setQuestion(const TimelineQuestion &question); ///< says nothing back

    [[nodiscard]] TimelineView *view() const { return m_view; }
    [[nodiscard]] TimelineMenu *menu() const { return m_menu; }
    [[nodiscard]] TimelineModel *model() const { return m_model; } ///< the same figures as a table
    [[nodiscard]] QStringList notes() const;                       ///< see timelineNotes()

signals:
    void questionChanged(const tidemark::TimelineQuestion &question);
    void gestureBegan();                             ///< see TimelineView
    void spanChosen(const tidemark::TimeSpan &span); ///< for the filter; open: no span

private:
    void fillBoxes();
    void dressParts();
    void layOutParts();
    void connectParts();
    void showTimeline();
    void showSteps();
    void showUndated(qint64 undated);
    void showNotes();
    void layOutSelectedAlone(bool alone);
    void showTable(bool table);

    TimelineView *m_view;
    TimelineModel *m_model;
    TimelineTable *m_table;
    QStackedWidget *m_pages; ///< picture or table
    Veil *m_veil;
    QLabel *m_steps;
    QLabel *m_undated;
    QLabel *m_notes;
    QComboBox *m_counting;
    QComboBox *m_split;
    QComboBox *m_by;
    TimelineMenu *m_menu;
    QToolButton *m_menuButton;
    TimeSpan m_within; ///< what the timeline is laid out over; open: everything
    CollectionFacts m_facts;
    Timeline m_timeline;
    TimelineQuestion m_answered; ///< by m_timeline
};

} // namespace tidemark
