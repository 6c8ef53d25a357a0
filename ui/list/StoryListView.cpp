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

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int comfortableRow = 26;
constexpr int compactRow = 22;

} // namespace

StoryListView::StoryListView(StoryListModel *model, QWidget *parent)
    : EvenTable(parent),
      m_model(model),
      m_delegate(new StoryDelegate(this)),
      m_header(new StoryHeader(this)),
      m_columns(this)
{
    setObjectName(u"storyList"_s);
    setAccessibleName(tr("Stories"));
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalHeader(m_header);
    m_header->setSortIndicatorShown(true); // the table took it away, for it doesn't sort by itself
    setCompact(false);

    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &StoryListView::remember);
    setModel(model);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &StoryListView::scrolled);
    connect(model, &QAbstractItemModel::modelReset, this, &StoryListView::restore);
    const auto showOrder = [this] {
        m_header->setSortIndicator(isRanked() ? StoryListModel::OpeningColumn : StoryListModel::TimeColumn,
                                   m_model->order() == Order::OldestFirst ? Qt::AscendingOrder
                                                                          : Qt::DescendingOrder);
    };
    connect(model, &QAbstractItemModel::modelReset, this, showOrder);
    connect(model, &QAbstractItemModel::dataChanged, this, showOrder); // the rows may be the same ones
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

void StoryListView::setAlwaysCards(bool always)
{
    m_alwaysCards = always;
    arrangeColumns();
}

void StoryListView::arrangeRows()
{
    const int line = fontMetrics().height();
    const int height = m_cards ? StoryDelegate::cardHeight(font()) + (m_compact ? 6 : 14)
                               : std::max(m_compact ? compactRow : comfortableRow, line + 4);
    if (heightOfRows() == height)
        return;
    const StoryId top = topStory();
    setHeightOfRows(height);
    showAtTop(top);
}

void StoryListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->modifiers().testFlag(Qt::ControlModifier))
        emit readOnWished(event->modifiers().testFlag(Qt::ShiftModifier));
    else if (!event->matches(QKeySequence::Copy)) // the window's: a cell is no story
        EvenTable::keyPressEvent(event);
}

/// Unlike in other item views, coming here chooses no story: a story that is chosen is soon a story that was read.
void StoryListView::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    const QScopedValueRollback restoring(m_restoring, true);
    EvenTable::focusInEvent(event);
    if (!hadCurrent)
        selectionModel()->clearCurrentIndex();
    viewport()->update();
}

void StoryListView::paintEvent(QPaintEvent *event)
{
    EvenTable::paintEvent(event);
    if (!hasFocus() || currentIndex().isValid())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void StoryListView::resizeEvent(QResizeEvent *event)
{
    EvenTable::resizeEvent(event);
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

void StoryListView::arrangeColumns()
{
    if (m_alwaysCards)
        m_columns.hide();
    setCards(m_alwaysCards || !m_columns.fitInto(viewport()->width()));
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
