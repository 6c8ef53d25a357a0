#include "window/Workspace.h"

#include "coding/CodingBar.h"
#include "dialogs/PaneSplitter.h"
#include "facets/FacetPanel.h"
#include "jobs/JobBar.h"
#include "list/CountSentence.h"
#include "list/StoryListPane.h"
#include "list/StoryListView.h"
#include "list/Veil.h"
#include "model/ChosenParts.h"
#include "reading/ReadingPane.h"
#include "search/FilterBar.h"
#include "search/SavedFiltersView.h"
#include "search/SearchBox.h"
#include "timeline/TimelinePanel.h"
#include "window/CopyCommands.h"
#include "window/ExportCommands.h"
#include "window/FilterMemory.h"
#include "window/LayoutMemory.h"
#include "window/MainMenu.h"
#include "window/PlaceMemory.h"
#include "window/SampleCommands.h"
#include "window/StoryCommands.h"
#include "window/ThemeCommands.h"
#include "window/TimelineMemory.h"
#include "window/UndoCommands.h"
#include "window/WindowActions.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int narrowWindow = 1100;

FilterBar::Actions filterBarActions(const WindowActions *actions)
{
    return {actions->back, actions->forward, actions->queryHelp, actions->exportStories};
}

void enableWhatNeedsStories(const WindowActions *actions, const Selection &selection)
{
    actions->exportStories->setEnabled(selection.count() > 0);
    actions->drawSample->setEnabled(selection.count() > 0 && !selection.isPreview());
}

} // namespace

Workspace::Workspace(std::unique_ptr<Collection> collection, WindowActions *actions, const LiveMenus &menus,
                     JobBar *jobs, QWidget *parent)
    : QWidget(parent),
      m_collection(std::move(collection)),
      m_current(&m_history),
      m_cause(m_collection.get()),
      m_covering(m_collection.get()),
      m_context(m_collection.get(), &m_covering),
      m_round(m_collection.get()),
      m_replies(m_collection.get(), &m_covering),
      m_explanations(m_collection.get()),
      m_saved(m_collection.get()),
      m_searches(m_collection.get()),
      m_memory(std::make_unique<FilterMemory>(m_collection.get(), &m_history, nullptr)),
      m_actions(actions),
      m_jobs(jobs),
      m_filterBar(new FilterBar(&m_history, filterBarActions(actions), this)),
      m_codingBar(new CodingBar(&m_round, {actions->recordCoding, actions->skipCoding, actions->endCoding},
                                {actions->themeKeys, actions->voiceKeys, actions->themePalette}, this)),
      m_savedView(new SavedFiltersView(&m_saved, &m_history, this)),
      m_facets(new FacetPanel(&m_history, this)),
      m_list(new StoryListView(&m_model, this)),
      m_listPane(new StoryListPane(m_list, this)),
      m_timeline(new TimelinePanel(this)),
      m_reading(new ReadingPane(this)),
      m_columns(new PaneSplitter(Qt::Horizontal, this)),
      m_reader(new PaneSplitter(Qt::Horizontal, this)),
      m_middle(new PaneSplitter(Qt::Vertical, this))
{
    setObjectName(u"workspace"_s);
    m_commands = new StoryCommands(m_collection.get(), m_list, &m_model, jobs, actions, menus, window());
    new UndoCommands(m_collection.get(), jobs, actions, this);
    new CopyCommands(m_collection.get(), &m_history, m_list, &m_model, actions);
    auto *themes = new ThemeCommands(m_collection.get(), &m_history, &m_covering, actions, jobs, this);
    connect(themes, &ThemeCommands::storyWished, this, &Workspace::showRelated);
    connect(m_facets->section({Facet::Theme, {}})->view(), &FacetView::aboutWished, themes,
            &ThemeCommands::showPage);
    new ExportCommands(m_collection.get(), &m_model, actions, jobs, this);
    m_commands->setReading(m_reading);
    m_veil = new Veil(m_listPane);
    layOut();
    connectFilter(actions);
    connectList();
    new PlaceMemory(&m_history, &m_current, m_list, m_list);
    connectTimeline(menus.timeline);
    connectReading(actions);
    connectView(actions);
    connectCoding(actions);
    connect(m_list, &StoryListView::menuWished, this,
            [menu = menus.story](const QPoint &position) { menu->popup(position); });
    connect(m_collection.get(), &Collection::changed, this, &Workspace::follow);
    adoptFacts();
    enableWhatNeedsStories(actions, {}); // until it is known that there are any
    m_model.setCollection(m_collection.get());
    m_current.setCollection(m_collection.get());
}

Workspace::~Workspace()
{
    m_reading->keepNote();
    saveLayout();
    m_memory.reset();
    m_current.disconnect(this);
    m_model.disconnect(this);
    m_model.setCollection(nullptr);
}

void Workspace::showPage(const StoryPage &page)
{
    m_reading->showStory(m_round.list().isBlind ? withoutCodings(page) : page);
}

void Workspace::showSelection(const Selection &selection)
{
    m_cause.cancel();
    m_model.setSelection(selection);
    m_list->setPreviewed(selection.isPreview());
    m_facets->setSelection(selection);
    m_filterBar->searchBox()->setFacets(selection.facets);
    const Filter &filter = selection.filter();
    m_timeline->setTimeline(withChosenParts(selection.timeline, filter, m_timeline->question().split), filter.span);
    m_reading->setWords(selection.filter().words);
    m_reading->setOutside(m_story != noStory && m_model.rowOf(m_story) < 0);
    m_list->setWords(selection.filter().words);
    const CollectionFacts facts = m_collection->facts();
    m_filterBar->setCount(facts.isCounting
                              ? tr("%1 stories, being counted").arg(QLocale().toString(facts.stories))
                              : countSentence(selection.count(), facts.stories, !selection.filter().isEmpty())
                                  + progressInWords(selection));
    enableWhatNeedsStories(m_actions, selection);
    if (selection.count() > 0) {
        m_listPane->showStories(order() == Order::MostRelevant ? whyNotByRelevance(selection) : QString());
    } else if (facts.stories == 0) {
        m_listPane->showEmptyCollection();
    } else if (!selection.filter().isEmpty()) {
        m_listPane->showNoMatch();
        m_cause.ask(selection.filter());
    }
}

void Workspace::follow(const CollectionChange &change)
{
    if (change.stories || change.codebook || change.settings)
        adoptFacts();
    if (m_story != noStory && (change.ids.isEmpty() || change.ids.contains(m_story)))
        loadStory();
}

void Workspace::adoptFacts()
{
    const CollectionFacts facts = m_collection->facts();
    m_facets->setFacts(facts);
    m_codingBar->setCodebook(facts.codebook);
    m_filterBar->setNames(m_collection->names());
    m_model.setFacts(facts);
    m_timeline->setFacts(facts);
    m_reading->setFacts(facts);
}

void Workspace::chooseStory(StoryId story)
{
    m_story = story;
    m_readSoon.stop();
    m_unnoted = m_collection->facts().readOnly ? noStory : story;
    m_reading->setLoading(true);
    m_reading->setOutside(story != noStory && m_model.rowOf(story) < 0);
    loadStory();
}

void Workspace::loadStory()
{
    whenDone(m_collection->story(m_story), this, [this, story = m_story](const Result<StoryPage> &page) {
        if (story != m_story)
            return;
        m_reading->setLoading(false);
        if (page) {
            const StoryPage meanwhile = m_context.ask(page.value());
            if (m_reading->story() != story)
                showPage(meanwhile);
            m_replies.ask(story);
            m_explanations.ask(page.value());
        } else if (page.error().kind == Error::Kind::NotFound) {
            m_story = noStory;
            m_reading->showNothing();
        } else if (page.error().kind != Error::Kind::Cancelled) {
            m_reading->showError(page.error());
        }
    });
}

/// A story that another one answers or quotes. The way back leads to the one that was read.
void Workspace::showRelated(StoryId story)
{
    if (story != m_story)
        m_history.goToStory(story);
    else
        m_list->showStory(story);
}

void Workspace::setOrder(Order order)
{
    m_current.setRanked(order == Order::MostRelevant);
    m_model.setOrder(order);
    (order == Order::MostRelevant      ? m_actions->mostRelevant
         : order == Order::OldestFirst ? m_actions->oldestFirst
                                       : m_actions->newestFirst)
        ->setChecked(true);
    if (order != Order::MostRelevant && selection().count() > 0)
        m_listPane->showStories();
}

/// Not by a focus proxy: Tab would go from before the workspace straight to the list, past filter and facets.
void Workspace::focusInEvent(QFocusEvent *event)
{
    m_listPane->currentWidget()->setFocus(event->reason());
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setNarrow(width() < narrowWindow);
}

void Workspace::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    saveLayout();
    m_narrow = narrow;
    m_reader->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    restoreLayout();
}

void Workspace::goToPane(bool backward)
{
    const std::array<std::pair<QWidget *, QWidget *>, 6> panes{{
        {m_notices, m_notices},
        {m_filterBar, m_filterBar->searchBox()},
        {m_facets, m_facets},
        {m_timeline, m_timeline},
        {m_listPane, m_listPane->currentWidget()},
        {m_reading, m_reading},
    }};
    const QWidget *focus = window()->focusWidget();
    if (const auto *border = qobject_cast<const PaneBorder *>(focus); border && border->before())
        focus = border->before(); // between two panes: on from where one was
    const auto at = std::find_if(panes.cbegin(), panes.cend(), [focus](const auto &pane) {
        return focus && pane.first && (pane.first == focus || pane.first->isAncestorOf(focus));
    });
    size_t next = at == panes.cend() ? panes.size() - 1 : static_cast<size_t>(at - panes.cbegin());
    for (size_t tried = 0; tried < panes.size(); ++tried) {
        next = (next + (backward ? panes.size() - 1 : 1)) % panes.size();
        QWidget *pane = panes.at(next).second;
        if (!pane)
            continue;
        const QWidget *takes = pane->focusProxy() ? pane->focusProxy() : pane;
        if (takes->isVisible()) // the reading pane's text is not there while no story is chosen
            return pane->setFocus(Qt::ShortcutFocusReason);
    }
}

void Workspace::saveLayout() const
{
    timelineMemory::save(m_timeline);
    layoutMemory::saveColumns(u"storyColumns"_s, m_list->horizontalHeader());
    layoutMemory::saveSplitter(u"columns"_s, m_columns);
    layoutMemory::saveSplitter(m_narrow ? u"middleAbove"_s : u"middle"_s, m_middle);
    layoutMemory::saveSplitter(m_narrow ? u"readerBelow"_s : u"reader"_s, m_reader);
}

/// Where the story stands below, the timeline leaves more of what is left to the list.
void Workspace::restoreLayout()
{
    layoutMemory::restoreSplitter(m_narrow ? u"middleAbove"_s : u"middle"_s, m_middle,
                                  m_narrow ? QList<int>{150, 250} : QList<int>{210, 480});
    layoutMemory::restoreSplitter(m_narrow ? u"readerBelow"_s : u"reader"_s, m_reader,
                                  m_narrow ? QList<int>{400, 250} : QList<int>{530, 500});
}

} // namespace tidemark
