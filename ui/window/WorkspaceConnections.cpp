// How the panes are laid out and listen to each other.
#include "window/Workspace.h"

#include "coding/CodingBar.h"
#include "facets/FacetPanel.h"
#include "jobs/JobBar.h"
#include "list/CountSentence.h"
#include "list/StoryListPane.h"
#include "list/StoryListView.h"
#include "list/Veil.h"
#include "reading/ReadingPane.h"
#include "search/FilterBar.h"
#include "search/SavedFiltersView.h"
#include "search/SearchBox.h"
#include "tables/ThemePage.h"
#include "tables/ThemeTableDialog.h"
#include "timeline/TimelineMenu.h"
#include "timeline/TimelinePanel.h"
#include "window/BorderCommands.h"
#include "window/CodingCommands.h"
#include "window/LayoutMemory.h"
#include "window/LearningCommands.h"
#include "window/LinkOpener.h"
#include "window/MainMenu.h"
#include "window/ReadingCommands.h"
#include "window/SampleCommands.h"
#include "window/StoryCommands.h"
#include "window/TimelineCommands.h"
#include "window/TimelineMemory.h"
#include "window/WindowActions.h"

#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tidemark {

void Workspace::layOut()
{
    m_middle->addWidget(m_timeline);
    m_middle->addWidget(m_listPane);
    m_middle->setStretchFactor(1, 1);
    m_reader->addWidget(m_middle);
    m_reader->addWidget(m_reading);
    m_facets->addAbove(m_savedView);
    m_columns->addWidget(m_facets);
    m_columns->addWidget(m_reader);
    m_columns->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_columns, m_reader, m_middle}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(5);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_codingBar);
    layout->addWidget(m_columns, 1);
    layoutMemory::restoreColumns(u"storyColumns"_s, m_list->horizontalHeader());
    layoutMemory::restoreSplitter(u"columns"_s, m_columns, {250, 1030});
    restoreLayout();
}

void Workspace::connectFilter(WindowActions *actions)
{
    connect(actions->back, &QAction::triggered, &m_history, &FilterHistory::goBack);
    connect(actions->forward, &QAction::triggered, &m_history, &FilterHistory::goForward);
    new SampleCommands(&m_current, &m_history, &m_saved, actions, this);
    connect(actions->saveFilter, &QAction::triggered, m_savedView, &SavedFiltersView::saveCurrent);
    connect(&m_saved, &SavedFilters::keeping, this,
            [this](const Job<std::monostate> &job) { m_jobs->run(tr("Keeping the saved filters"), job); });
    connect(actions->find, &QAction::triggered, m_filterBar->searchBox(), [box = m_filterBar->searchBox()] {
        box->setFocus(Qt::ShortcutFocusReason);
        box->selectAll();
    });
    m_filterBar->searchBox()->setHistory(&m_searches);
    connect(m_filterBar->searchBox(), &SearchBox::leaveWished, this,
            [this] { m_listPane->currentWidget()->setFocus(Qt::ShortcutFocusReason); });
    const auto updateSteps = [this] {
        m_actions->back->setEnabled(m_history.canGoBack());
        m_actions->forward->setEnabled(m_history.canGoForward());
    };
    connect(&m_history, &FilterHistory::filterChanged, this, updateSteps);
    updateSteps();
    connect(m_facets, &FacetPanel::attributesOpened, &m_current, &CurrentSelection::setAttributeFacets);
}

void Workspace::connectList()
{
    connect(&m_current, &CurrentSelection::selectionChanged, this, &Workspace::showSelection);
    connect(&m_current, &CurrentSelection::busyChanged, m_veil, &Veil::setBusy);
    connect(&m_current, &CurrentSelection::failed, m_listPane, &StoryListPane::showError);
    connect(&m_model, &StoryListModel::failed, m_listPane, &StoryListPane::showError);
    connect(m_listPane, &StoryListPane::retryWished, &m_current, &CurrentSelection::ask);
    connect(m_listPane, &StoryListPane::filterWished, &m_history, &FilterHistory::setFilter);
    connect(m_listPane, &StoryListPane::clearWished, &m_history, &FilterHistory::clear);
    connect(m_listPane, &StoryListPane::importWished, this, &Workspace::importWished);
    connect(&m_cause, &EmptyCause::found, m_listPane, &StoryListPane::showCause);
    connect(m_list, &StoryListView::currentStoryChanged, this, &Workspace::chooseStory);
    connect(m_list, &StoryListView::orderWished, this, &Workspace::setOrder);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(1s);
    connect(m_reading, &ReadingPane::storyInSight, &m_readSoon, qOverload<>(&QTimer::start));
    connect(&m_readSoon, &QTimer::timeout, this, [this] {
        if (m_unnoted != noStory && !m_reading->isCovered())
            m_collection->noteRead(std::exchange(m_unnoted, noStory));
    });
    connect(m_commands, &StoryCommands::readMarked, this, [this] { m_unnoted = noStory; });
}

void Workspace::connectTimeline(QMenu *menu)
{
    timelineMemory::restore(m_timeline);
    m_current.setTimelineQuestion(m_timeline->question());
    menu->addActions(m_timeline->menu()->actions());
    QAction *const entry = menu->menuAction(); // out of sight; whether it is enabled, others say
    connect(&m_round, &CodingRound::begun, entry, [this, entry] { entry->setVisible(!m_round.list().isBlind); });
    connect(&m_round, &CodingRound::ended, entry, [entry] { entry->setVisible(true); });
    new TimelineCommands(m_timeline, &m_current, m_jobs, this);
    connect(m_timeline, &TimelinePanel::questionChanged, &m_current, &CurrentSelection::setTimelineQuestion);
    connect(m_timeline, &TimelinePanel::gestureBegan, this, [this] { m_spanGesture = m_history.beginGesture(); });
    connect(m_timeline, &TimelinePanel::spanChosen, this, [this](const TimeSpan &span) {
        Filter filter = m_history.filter();
        filter.span = span;
        m_history.setFilterWithin(m_spanGesture, filter);
    });
    connect(&m_current, &CurrentSelection::busyChanged, m_timeline, &TimelinePanel::setBusy);
}

void Workspace::connectReading(WindowActions *actions)
{
    connect(m_reading, &ReadingPane::starToggled, m_commands,
            [this](StoryId story, bool on) { m_commands->setMark({story}, Collection::Mark::Starred, on); });
    connect(m_reading, &ReadingPane::readToggled, m_commands,
            [this](StoryId story, bool on) { m_commands->setMark({story}, Collection::Mark::Read, on); });
    connect(m_reading, &ReadingPane::doNotQuoteToggled, m_commands,
            [this](StoryId story, bool on) { m_commands->setMark({story}, Collection::Mark::DoNotQuote, on); });
    connect(m_reading, &ReadingPane::noteEdited, m_commands,
            [commands = m_commands](StoryId story, const QString &note) { commands->setNote({story}, note); });
    connect(m_reading, &ReadingPane::themeChanged, m_commands,
            [this](StoryId story, int theme, std::optional<bool> present) {
                m_commands->setTheme({story}, theme, present);
            });
    connect(m_reading, &ReadingPane::voiceChanged, m_commands,
            [this](StoryId story, std::optional<Voice> voice) { m_commands->setVoice({story}, voice); });
    connect(m_reading, &ReadingPane::linkActivated, new LinkOpener(this), &LinkOpener::open);
    connect(m_reading, &ReadingPane::storyActivated, this, &Workspace::showRelated);
    connect(&m_context, &StoryContext::found, m_reading, [this](const StoryPage &story) {
        if (story.row.id == m_story)
            showPage(story);
    });
    connect(&m_replies, &StoryReplies::found, m_reading, &ReadingPane::setReplies);
    connect(&m_explanations, &ThemeExplanations::found, m_reading, &ReadingPane::setModelsExplained);
    connect(m_reading, &ReadingPane::explainedChanged, actions->explainThemes, &QAction::setChecked);
    connect(actions->explainThemes, &QAction::toggled, m_reading, &ReadingPane::setExplained);
    connect(&m_covering, &Covering::keeping, this,
            [this](const Job<std::monostate> &job) { m_jobs->run(tr("Keeping which themes are covered"), job); });
    connect(actions->showCovered, &QAction::toggled, &m_covering, &Covering::setAlwaysShown);
    m_covering.setAlwaysShown(actions->showCovered->isChecked());
    connect(&m_covering, &Covering::changed, this, [this] { // what the story quotes may be covered, too
        if (m_story != noStory)
            loadStory();
    });
    m_model.setCovering(&m_covering);
    m_reading->setCovering(&m_covering);
    new ReadingCommands(m_collection.get(), m_list, &m_model, m_reading, m_jobs, actions);
    connect(actions->showAuthors, &QAction::toggled, m_reading, &ReadingPane::setAuthorsShown);
    connect(actions->showAuthors, &QAction::toggled, &m_model, &StoryListModel::setAuthorsShown);
    m_reading->setExplained(actions->explainThemes->isChecked());
    const bool shown = m_collection->facts().showAuthors;
    actions->showAuthors->setChecked(shown);
    actions->keepAuthorsShown->setChecked(shown);
    m_reading->setAuthorsShown(shown);
    m_model.setAuthorsShown(shown);
}

void Workspace::connectView(WindowActions *actions)
{
    connect(actions->newestFirst, &QAction::triggered, this, [this] { setOrder(Order::NewestFirst); });
    connect(actions->oldestFirst, &QAction::triggered, this, [this] { setOrder(Order::OldestFirst); });
    connect(actions->mostRelevant, &QAction::triggered, this, [this] { setOrder(Order::MostRelevant); });
    connect(actions->nextPane, &QAction::triggered, this, [this] { goToPane(false); });
    connect(actions->previousPane, &QAction::triggered, this, [this] { goToPane(true); });
    new BorderCommands(m_list->header(), actions, this);
    connect(actions->compact, &QAction::toggled, m_list, &StoryListView::setCompact);
    connect(actions->compact, &QAction::toggled, m_facets, &FacetPanel::setCompact);
    connect(actions->cards, &QAction::toggled, m_list, &StoryListView::setAlwaysCards);
    m_list->setCompact(actions->compact->isChecked());
    m_list->setAlwaysCards(actions->cards->isChecked());
    m_facets->setCompact(actions->compact->isChecked());
    setOrder(actions->mostRelevant->isChecked()      ? Order::MostRelevant
                 : actions->oldestFirst->isChecked() ? Order::OldestFirst
                                                     : Order::NewestFirst);
}

void Workspace::connectCoding(WindowActions *actions)
{
    m_commands->setCodingRound(&m_round);
    new LearningCommands(m_collection.get(), m_jobs, actions, this);
    new CodingCommands(&m_round, m_collection.get(), &m_current, &m_history, &m_saved, m_list, m_jobs, actions,
                       this);
    connect(&m_round, &CodingRound::begun, this, [this] { hideCodings(m_round.list().isBlind); });
    connect(&m_round, &CodingRound::ended, this, [this] { hideCodings(false); });
}

/// What others said must not be seen in a blind round: neither in list and story nor in the figures of facets,
/// timeline and tables.
void Workspace::hideCodings(bool hidden)
{
    if (m_facets->isHidden() == hidden)
        return;
    m_facets->setHidden(hidden);
    m_timeline->setHidden(hidden);
    for (QAction *action : {m_actions->themeTables, m_actions->themePage, m_actions->agreement})
        action->setEnabled(!hidden);
    if (hidden) { // they stay open beside the window, and follow what is coded
        const auto tables = window()->findChildren<ThemeTableDialog *>();
        std::ranges::for_each(tables, &QWidget::close);
        const auto pages = window()->findChildren<ThemePage *>();
        std::ranges::for_each(pages, &QWidget::close);
    }
    m_model.setCodingsHidden(hidden);
    m_reading->setCodingsHidden(hidden);
    if (m_story != noStory)
        loadStory();
}

} // namespace tidemark
