#include "search/FilterChips.h"

#include "filter/FilterHistory.h"
#include "model/TypedFilter.h"
#include "search/FilterChipButton.h"
#include "search/FlowLayout.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool areSame(const KnownNames &a, const KnownNames &b)
{
    return a.themes == b.themes && a.sources == b.sources && a.attributes == b.attributes && a.zone == b.zone;
}

} // namespace

FilterChips::FilterChips(FilterHistory *history, QWidget *parent) : QWidget(parent), m_history(history)
{
    setObjectName(u"filterChips"_s);
    setAccessibleName(tr("Filter in force"));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(history, &FilterHistory::filterChanged, this, &FilterChips::showFilter);
    showFilter(history->filter());
}

void FilterChips::setTabAfter(QWidget *before)
{
    m_before = before;
    putInTabOrder(-1);
}

void FilterChips::setNames(const KnownNames &names)
{
    if (areSame(names, m_names)) // else every batch of an import would replace the chips under the pointer
        return;
    m_names = names;
    showFilter(m_history->filter());
}

void FilterChips::showFilter(const Filter &filter)
{
    const int focused = layout()->indexOf(window()->focusWidget());
    clear();
    m_off.removeIf([&](const FilterChip &chip) { return hasPart(filter, chip.alone); });
    const QVector<FilterChip> chips = filterChips(withoutWords(filter), m_names);
    for (const FilterChip &part : chips) {
        FilterChip chip = part;
        chip.without.words = filter.words;
        chip.inverted.words = filter.words;
        add(chip, false);
    }
    for (const FilterChip &chip : std::as_const(m_off))
        add(chip, true);
    if (filter.isEmpty() && m_off.isEmpty())
        addNothing();
    else
        addClearAll();
    putInTabOrder(focused);
    updateGeometry();
}

/// New buttons would come last in the window, behind the story. Where the one with the focus goes, its neighbour
/// has it.
void FilterChips::putInTabOrder(int focused)
{
    if (!m_before)
        return;
    QWidget *last = m_before;
    QWidget *next = m_before;
    for (int i = 0; i < layout()->count(); ++i) {
        QWidget *button = layout()->itemAt(i)->widget();
        if (button->focusPolicy() == Qt::NoFocus)
            continue;
        setTabOrder(last, button);
        last = button;
        if (i <= focused)
            next = button;
    }
    if (focused >= 0)
        next->setFocus(Qt::OtherFocusReason);
}

void FilterChips::add(const FilterChip &chip, bool off)
{
    FilterChipButton::State state;
    state.off = off;
    state.invertible = chip.inverted != m_history->filter();
    state.locked = !off && hasPart(m_history->locked(), chip.alone);
    auto *button = new FilterChipButton(chip, state, this);
    // Queued, for the button goes when the filter changes.
    connect(
        button, &FilterChipButton::removed, this,
        [this, chip, off] {
            if (off)
                forget(chip);
            else
                m_history->setFilter(chip.without);
        },
        Qt::QueuedConnection);
    connect(
        button, &FilterChipButton::inverted, this, [this, chip] { m_history->setFilter(chip.inverted); },
        Qt::QueuedConnection);
    connect(
        button, &FilterChipButton::switched, this,
        [this, chip](bool on) {
            if (on)
                switchOn(chip);
            else
                switchOff(chip);
        },
        Qt::QueuedConnection);
    connect(
        button, &FilterChipButton::lockTurned, this, [this, chip](bool locked) { setLocked(chip, locked); },
        Qt::QueuedConnection);
    layout()->addWidget(button);
    button->show();
}

/// As high as a line of chips, lest everything below moves away under the pointer with the first one.
void FilterChips::addNothing()
{
    auto *all = new QLabel(tr("All stories"), this);
    all->setObjectName(u"noFilter"_s);
    all->setForegroundRole(QPalette::PlaceholderText);
    all->setMinimumHeight(QPushButton(tr("Clear All")).sizeHint().height());
    layout()->addWidget(all);
    all->show();
}

void FilterChips::addClearAll()
{
    auto *all = new QPushButton(tr("Clear All"), this);
    all->setObjectName(u"clearAll"_s);
    all->setFlat(true);
    connect(
        all, &QPushButton::clicked, this,
        [this] {
            m_off.clear();
            m_history->clear();
            showFilter(m_history->filter());
        },
        Qt::QueuedConnection);
    layout()->addWidget(all);
    all->show();
}

void FilterChips::switchOff(const FilterChip &chip)
{
    m_off.append(chip);
    m_history->setFilter(chip.without);
}

void FilterChips::switchOn(const FilterChip &chip)
{
    m_history->setFilter(withPart(m_history->filter(), chip.alone));
}

void FilterChips::forget(const FilterChip &chip)
{
    m_off.removeIf([&](const FilterChip &other) { return other.alone == chip.alone; });
    showFilter(m_history->filter());
}

void FilterChips::setLocked(const FilterChip &chip, bool locked)
{
    const Filter before = m_history->locked();
    m_history->setLocked(locked ? withPart(before, chip.alone) : withoutPart(before, chip.alone));
    showFilter(m_history->filter());
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
