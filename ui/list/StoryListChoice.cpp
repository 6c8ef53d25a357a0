// What is chosen and read, which outlives a change of the filter, and so does the place in the list.
#include "list/StoryListView.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

namespace tidemark {

namespace {

constexpr qsizetype mostRemembered = 10'000; ///< a larger selection is given up rather than looked up one by one

} // namespace

StoryId StoryListView::currentStory() const
{
    return m_outside != noStory ? m_outside : m_current;
}

bool StoryListView::hasSelectedStories() const
{
    return m_outside != noStory || selectionModel()->hasSelection();
}

bool StoryListView::isListed(StoryId story) const
{
    return m_model->rowOf(story) >= 0;
}

QVector<StoryId> StoryListView::selectedStories() const
{
    return selectedStoriesLater()();
}

std::function<QVector<StoryId>()> StoryListView::selectedStoriesLater() const
{
    QVector<std::pair<int, int>> rows; // the first, and how many
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        if (range.left() <= StoryListModel::OpeningColumn && range.right() >= StoryListModel::OpeningColumn)
            rows.append({range.top(), range.height()});
    }
    const StoryId outside = rows.isEmpty() ? m_outside : noStory;
    return [rows, outside, selection = m_model->selection(), order = m_model->order()] {
        QVector<StoryId> stories;
        for (const auto &[first, count] : rows)
            stories += selection.ids(first, count, order);
        if (outside != noStory)
            stories.append(outside);
        return stories;
    };
}

void StoryListView::showStory(StoryId story)
{
    const int row = m_model->rowOf(story);
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, StoryListModel::OpeningColumn);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    choose(story); // the place in the list may have been there already
    scrollTo(index);
}

void StoryListView::readOutside(StoryId story)
{
    m_outside = story;
    clearSelection();
    emit currentStoryChanged(story);
}

void StoryListView::showAtTop(StoryId story)
{
    const int row = m_model->rowOf(story);
    if (row < 0)
        return;
    scrollTo(m_model->index(row, StoryListModel::OpeningColumn), PositionAtTop);
    if (visualRect(currentIndex()).intersects(viewport()->rect())) // not cut, where the first one was cut before
        scrollTo(currentIndex());
}

StoryId StoryListView::topStory() const
{
    return m_model->idAt(rowAt(0));
}

void StoryListView::remember()
{
    qsizetype rows = 0;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges)
        rows += range.height();
    m_top = verticalScrollBar()->value() > 0 ? topStory() : noStory;
    m_orderBefore = m_model->order();
    m_rankingBefore = ranking();
    m_remembered = rows <= mostRemembered ? selectedStories() : QVector<StoryId>();
}

bool StoryListView::isRanked() const
{
    return m_model->order() == Order::MostRelevant && m_model->selection().isRanked();
}

std::optional<StoryListView::Ranking> StoryListView::ranking() const
{
    const WordQuery &words = m_model->selection().filter().words;
    if (m_model->order() != Order::MostRelevant || words.isEmpty())
        return {};
    return Ranking{words, isRanked()};
}

void StoryListView::restore()
{
    const QScopedValueRollback restoring(m_restoring, true);
    QItemSelection selection;
    for (const StoryId story : std::as_const(m_remembered)) {
        const int row = m_model->rowOf(story);
        if (row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, StoryListModel::ColumnCount - 1));
    }
    m_remembered.clear();
    if (m_model->rowOf(m_outside) >= 0)
        m_current = std::exchange(m_outside, noStory);
    const int row = m_current == noStory ? -1 : m_model->rowOf(m_current);
    if (row >= 0) {
        const QModelIndex current = m_model->index(row, StoryListModel::OpeningColumn);
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    } else if (m_outside == noStory) {
        m_outside = std::exchange(m_current, noStory); // it is read on
    }
    if (const auto now = ranking(); now && now != m_rankingBefore)
        scrollToTop(); // who asks what fits best wants to see that
    else if (row >= 0)
        scrollTo(currentIndex());
    else if (m_model->order() == m_orderBefore && isListed(m_top))
        showAtTop(m_top);
    else
        scrollToTop();
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    emit selectedStoriesChanged();
}

void StoryListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    EvenTable::currentChanged(current, previous);
    if (!previous.isValid())
        viewport()->update(); // the frame goes
    if (m_restoring || !current.isValid())
        return;
    choose(m_model->idAt(current.row()));
}

void StoryListView::setPreviewed(bool previewed)
{
    if (previewed == m_isPreviewed)
        return;
    m_isPreviewed = previewed;
    setSelectionMode(previewed ? SingleSelection : ExtendedSelection);
    if (previewed)
        return;
    if (m_outside != noStory && isListed(m_outside)) { // only the preview didn't know where
        m_current = std::exchange(m_outside, noStory);
        showStory(m_current);
    } else if (m_outside == noStory && currentIndex().isValid()) {
        choose(m_model->idAt(currentIndex().row()));
    }
}

void StoryListView::choose(StoryId story)
{
    if (story == noStory || story == currentStory())
        return;
    m_outside = noStory;
    m_current = story;
    emit currentStoryChanged(story);
}

void StoryListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    EvenTable::selectionChanged(selected, deselected);
    if (!m_restoring)
        emit selectedStoriesChanged();
}

void StoryListView::step(int rows)
{
    const int row = m_model->rowOf(m_current);
    showStory(m_model->idAt(row < 0 ? 0 : row + rows));
}

} // namespace tidemark
