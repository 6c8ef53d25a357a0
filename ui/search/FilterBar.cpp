#include "search/FilterBar.h"

#include "search/FilterChips.h"
#include "search/SearchBox.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QToolButton *toolButton(QAction *action, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setObjectName(name);
    return button;
}

} // namespace

FilterBar::FilterBar(FilterHistory *history, const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_search(new SearchBox(history, this)),
      m_chips(new FilterChips(history, this)),
      m_mistake(new QLabel(this)),
      m_count(new QLabel(this))
{
    setObjectName(u"filterBar"_s);
    m_mistake->setObjectName(u"searchMistake"_s);
    m_mistake->setTextFormat(Qt::PlainText);
    m_mistake->setWordWrap(true);
    auto *below = new QStackedLayout; // one place for both, lest what is below moves while a query is typed
    below->addWidget(m_chips);
    below->addWidget(m_mistake);
    connect(m_search, &SearchBox::mistakeChanged, below, [this, below](const QString &sentence) {
        m_mistake->setText(sentence);
        below->setCurrentWidget(sentence.isEmpty() ? static_cast<QWidget *>(m_chips) : m_mistake);
    });

    m_count->setObjectName(u"countLabel"_s);
    m_count->setTextFormat(Qt::PlainText);

    // Without its letter, which opens a menu.
    auto *exportButton = new QPushButton(actions.exportStories->text().remove(u'&'), this);
    exportButton->setObjectName(u"exportButton"_s);
    exportButton->setEnabled(actions.exportStories->isEnabled());
    connect(exportButton, &QPushButton::clicked, actions.exportStories, &QAction::trigger);
    connect(actions.exportStories, &QAction::enabledChanged, exportButton, &QWidget::setEnabled);

    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    auto *back = toolButton(actions.back, u"backButton"_s, this);
    auto *forward = toolButton(actions.forward, u"forwardButton"_s, this);
    auto *help = toolButton(actions.help, u"queryHelpButton"_s, this);
    row->addWidget(back);
    row->addWidget(forward);
    row->addSpacing(4);
    row->addWidget(m_search, 1);
    row->addWidget(help);
    row->addSpacing(16);
    row->addWidget(m_count);
    row->addSpacing(12);
    row->addWidget(exportButton);

    // As they stand, not as they were made.
    setTabOrder(back, forward);
    setTabOrder(forward, m_search);
    setTabOrder(m_search, help);
    setTabOrder(help, exportButton);
    m_chips->setTabAfter(exportButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addLayout(below);
}

void FilterBar::setNames(const KnownNames &names)
{
    m_search->setNames(names);
    m_chips->setNames(names);
}

void FilterBar::setCount(const QString &sentence)
{
    m_count->setText(sentence);
}

} // namespace tidemark
