#pragma once

#include "filter/FilterText.h"

#include <QWidget>

namespace tidemark {

class FilterHistory;

/// The filter in force as chips, without the words, which stand in the search box; and parts that are switched off,
/// in sight until they come into force again or are removed. Gone while there is nothing to show.
class FilterChips final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(FilterHistory *history, QWidget *parent = nullptr);

    void setTabAfter(QWidget *before); ///< from where Tab leads to the first chip
    void setNames(const KnownNames &names);

private:
    void showFilter(const Filter &filter);
    void add(const FilterChip &chip, bool off);
    void addNothing(); ///< no filter is in force
    void addClearAll();
    void clear();
    void putInTabOrder(int focused); ///< focused: the place of the button that had the focus; -1: none had it
    void switchOff(const FilterChip &chip);
    void switchOn(const FilterChip &chip);
    void forget(const FilterChip &chip); ///< one that is switched off
    void setLocked(const FilterChip &chip, bool locked);

    FilterHistory *m_history;
    QWidget *m_before = nullptr;
    KnownNames m_names;
    QVector<FilterChip> m_off;
};

} // namespace tidemark
