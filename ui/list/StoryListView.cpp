#include "list/StoryListView.h"

#include "list/StoryDelegate.h"
#include "list/StoryHeader.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int comfortableRow = 26;
constexpr int compactRow = 22;
constexpr qsizetype mostRemembered = 10'000; ///< a larger selection is given up rather than looked up one by one

} // namespace

StoryListView::StoryListView(StoryListModel *model, QWidget *parent)
    : QTableView(parent),
      m_model(model),
      m_delegate(new StoryDelegate(this)),
      m_header(new StoryHeader(this)),
      m_columns(this)
{
    setObjectName(u"storyList"_s);
    setAccessibleName(tr("Stories"));
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalHeader(m_header);
    m_header->setSortIndicatorShown(true); // the table took it away, for it doesn't sort by itself
    setCompact(false);

    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &StoryListView::remember);
    setModel(model);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &StoryListView::scrolled);
    connect(model, &QAbstractItemModel::modelReset, this, &StoryListView::restore);
    connect(this, &QAbstractItemView::pressed, this,
            [this](const QModelIndex &index) { choose(m_model->idAt(index.row())); });
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const bool isNewestFirst = m_model->order() == Order::NewestFirst;
        if (section == StoryListModel::TimeColumn)
            emit orderWished(isNewestFirst ? Order::OldestFirst : Order::NewestFirst);
        else if (section == StoryListModel::OpeningColumn)
            emit orderWished(Order::MostRelevant);
    });
    connect(m_header, &StoryHeader::fitWished, this, &StoryListView::fitColumns);
    connect(m_header, &StoryHeader::usualWidthsWished, this, [this] { m_columns.setUsualWidths(); });
    m_columns.setUsualWidths();
    horizontalHeader()->setSectionResizeMode(StoryListModel::OpeningColumn, QHeaderView::Stretch);
    arrangeColumns();
}

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
    if (row >= 0)
        scrollTo(m_model->index(row, StoryListModel::OpeningColumn), PositionAtTop);
}

StoryId StoryListView::topStory() const
{
    return m_model->idAt(rowAt(0));
}

void StoryListView::setWords(const WordQuery &words)
{
    m_delegate->setWords(words);
    viewport()->update();
}

void StoryListView::setCompact(bool compact)
{
    m_compact = compact;
    arrangeRows();
}

void StoryListView::arrangeRows()
{
    const int line = fontMetrics().height();
    const int height = m_cards ? StoryDelegate::cardHeight(font()) + (m_compact ? 6 : 14)
                               : std::max(m_compact ? compactRow : comfortableRow, line + 4);
    if (verticalHeader()->defaultSectionSize() == height)
        return;
    const StoryId top = topStory();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    showAtTop(top);
}

void StoryListView::remember()
{
    qsizetype rows = 0;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges)
        rows += range.height();
    m_top = verticalScrollBar()->value() > 0 ? topStory() : noStory;
    m_orderBefore = m_model->order();
    m_remembered = rows <= mostRemembered ? selectedStories() : QVector<StoryId>();
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
        scrollTo(current);
    } else {
        if (m_outside == noStory)
            m_outside = std::exchange(m_current, noStory); // it is read on
        if (m_model->order() == m_orderBefore && isListed(m_top))
            showAtTop(m_top);
        else
            scrollToTop();
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const bool isRanked = m_model->order() == Order::MostRelevant && m_model->selection().isRanked();
    horizontalHeader()->setSortIndicator(isRanked ? StoryListModel::OpeningColumn : StoryListModel::TimeColumn,
                                         m_model->order() == Order::OldestFirst ? Qt::AscendingOrder
                                                                                : Qt::DescendingOrder);
    emit selectedStoriesChanged();
}

void StoryListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!previous.isValid())
        viewport()->update(); // the frame goes
    if (m_restoring || !current.isValid())
        return;
    choose(m_model->idAt(current.row()));
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
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        emit selectedStoriesChanged();
}

void StoryListView::step(int rows)
{
    const int row = m_model->rowOf(m_current);
    showStory(m_model->idAt(row < 0 ? 0 : row + rows));
}

void StoryListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->modifiers().testFlag(Qt::ControlModifier))
        emit readOnWished(event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QTableView::keyPressEvent(event);
}

/// Unlike in other item views, coming here chooses no story: a story that is chosen is soon a story that was read.
void StoryListView::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    const QScopedValueRollback restoring(m_restoring, true);
    QTableView::focusInEvent(event);
    if (!hadCurrent)
        selectionModel()->clearCurrentIndex();
    viewport()->update();
}

void StoryListView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || currentIndex().isValid())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void StoryListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

void StoryListView::contextMenuEvent(QContextMenuEvent *event)
{
    const QPoint own = visualRect(currentIndex()).center();
    emit menuWished(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                                : viewport()->mapToGlobal(own));
}

void StoryListView::fitColumns()
{
    for (const auto &[column, usual] : m_columns.usualWidths())
        resizeColumnToContents(column);
    arrangeColumns();
}

/// Of the rows in sight: others would have to be read. What a header was before comes back with its widths.
int StoryListView::sizeHintForColumn(int column) const
{
    m_header->setResizeContentsPrecision(0);
    return QTableView::sizeHintForColumn(column);
}

void StoryListView::arrangeColumns()
{
    setCards(!m_columns.fitInto(viewport()->width()));
}

void StoryListView::setCards(bool cards)
{
    horizontalHeader()->setVisible(!cards);
    if (cards == m_cards)
        return;
    m_cards = cards;
    m_delegate->setCards(cards);
    arrangeRows();
}

} // namespace tidemark
