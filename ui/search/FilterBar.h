#pragma once

#include "filter/FilterText.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace tidemark {

class FilterChips;
class FilterHistory;
class SearchBox;

/// The top of the window: back and forward, the search box with its help, and below it the filter as chips
/// or, while a query is wrong, what is wrong with it.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *back;
        QAction *forward;
        QAction *help;
        QAction *exportStories;
    };

    FilterBar(FilterHistory *history, const Actions &actions, QWidget *parent = nullptr);

    void setNames(const KnownNames &names);
    void setCount(const QString &sentence); ///< "1,204 of 2,000 stories"
    [[nodiscard]] SearchBox *searchBox() const { return m_search; }

private:
    SearchBox *m_search;
    FilterChips *m_chips;
    QLabel *m_mistake;
    QLabel *m_count;
};

} // namespace tidemark
