#pragma once

#include "collection/CollectionFacts.h"
#include "index/Timeline.h"
#include "story/TimeSpan.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace tidemark {

class TimelineView;
class Veil;

/// The timeline with a quiet row above it: what is counted, split by what, in which steps.
class TimelinePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    /// Names of themes and the time zone.
    void setFacts(const CollectionFacts &facts);

    /// Shows an answer; selected is the filter's span, open where there is none. The split of the question that
    /// was answered says what the series' keys mean.
    void setTimeline(const Timeline &timeline, const TimeSpan &selected);

    /// A new answer is under way: the old one stays, dimmed after a moment.
    void setBusy(bool busy);

    /// What the boxes ask for; the zone is the collection's.
    [[nodiscard]] TimelineQuestion question() const;
    void setQuestion(const TimelineQuestion &question); ///< says nothing back

    [[nodiscard]] TimelineView *view() const { return m_view; }

signals:
    void questionChanged(const tidemark::TimelineQuestion &question);
    void gestureBegan();                             ///< see TimelineView
    void spanChosen(const tidemark::TimeSpan &span); ///< for the filter; open: no span

private:
    void fillBoxes();
    void showTimeline();
    void showSteps();
    void showUndated(qint64 undated);

    TimelineView *m_view;
    Veil *m_veil;
    QLabel *m_steps;
    QLabel *m_undated;
    QComboBox *m_counting;
    QComboBox *m_split;
    QComboBox *m_by;
    CollectionFacts m_facts;
    Timeline m_timeline;
};

} // namespace tidemark
