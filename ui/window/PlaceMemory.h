#pragma once

#include "filter/FilterHistory.h"

#include <QObject>

namespace tidemark {

class CurrentSelection;
class StoryListView;

/// Notes with each step of the filter's history which story was read and how far the list was scrolled, and goes
/// there again when the step comes back.
class PlaceMemory final : public QObject
{
    Q_OBJECT

public:
    /// Made after the list follows the selection, for it scrolls in the new answer.
    PlaceMemory(FilterHistory *history, CurrentSelection *current, StoryListView *list, QObject *parent);

private:
    void note();
    void goThere();

    FilterHistory *m_history;
    CurrentSelection *m_current;
    StoryListView *m_list;
    ReadingPlace m_wished; ///< until the step's answer is there
};

} // namespace tidemark
