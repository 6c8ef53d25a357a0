#pragma once

#include "filter/FilterHistory.h"
#include "model/CurrentSelection.h"
#include "model/ReadingSample.h"
#include "model/SavedFilters.h"

#include <QObject>

namespace tidemark {

class WindowActions;

/// Draws reading samples. A sample is a filter of nothing but its stories, so that list, counts, timeline and
/// export all show it; it is kept under a name that says how it was drawn.
class SampleCommands final : public QObject
{
    Q_OBJECT

public:
    SampleCommands(const CurrentSelection *current, FilterHistory *history, SavedFilters *saved,
                   WindowActions *actions, QWidget *window);

private:
    void ask();
    void draw(const SampleQuestion &question);

    const CurrentSelection *m_current;
    FilterHistory *m_history;
    SavedFilters *m_saved;
    QWidget *m_window;
    SampleQuestion m_question;
};

/// ": 12 read, 3 coded by hand", of a selection of chosen stories; else empty.
QString progressInWords(const Selection &selection);

} // namespace tidemark
