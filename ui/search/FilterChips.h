#pragma once

#include "filter/FilterText.h"

#include <QWidget>

namespace tidemark {

class FilterHistory;

/// The filter in force as chips, without the words, which stand in the search box. Gone while there is nothing
/// to show.
class FilterChips final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(FilterHistory *history, QWidget *parent = nullptr);

    void setNames(const KnownNames &names);

private:
    void show(const Filter &filter);
    void clear();

    FilterHistory *m_history;
    KnownNames m_names;
};

} // namespace tidemark
