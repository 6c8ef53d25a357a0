#include "search/FilterChips.h"

#include "filter/FilterHistory.h"
#include "model/TypedFilter.h"
#include "search/FilterChipButton.h"
#include "search/FlowLayout.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tidemark {

FilterChips::FilterChips(FilterHistory *history, QWidget *parent) : QWidget(parent), m_history(history)
{
    setObjectName(u"filterChips"_s);
    setAccessibleName(tr("Filter in force"));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(history, &FilterHistory::filterChanged, this, &FilterChips::show);
    show(history->filter());
}

void FilterChips::setNames(const KnownNames &names)
{
    m_names = names;
    show(m_history->filter());
}

void FilterChips::show(const Filter &filter)
{
    clear();
    QVector<FilterChip> chips = filterChips(withoutWords(filter), m_names);
    for (FilterChip &chip : chips) {
        const bool invertible = chip.inverted != withoutWords(filter);
        chip.without.words = filter.words;
        chip.inverted.words = filter.words;
        auto *button = new FilterChipButton(chip, invertible, this);
        connect(button, &FilterChipButton::removed, m_history, &FilterHistory::setFilter, Qt::QueuedConnection);
        connect(button, &FilterChipButton::inverted, m_history, &FilterHistory::setFilter, Qt::QueuedConnection);
        layout()->addWidget(button);
        button->show();
    }
    if (!filter.isEmpty()) {
        auto *all = new QPushButton(tr("Clear All"), this);
        all->setObjectName(u"clearAll"_s);
        all->setFlat(true);
        all->setAutoDefault(false);
        connect(
            all, &QPushButton::clicked, m_history, [this] { m_history->setFilter({}); }, Qt::QueuedConnection);
        layout()->addWidget(all);
        all->show();
    }
    setVisible(!filter.isEmpty());
    updateGeometry();
}

void FilterChips::clear()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace tidemark
