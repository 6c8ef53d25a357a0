#include "list/StoryListView.h"

#include "list/StoryDelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr int comfortableRow = 26;
constexpr int compactRow = 22;
constexpr qsizetype mostRemembered = 10'000; ///< a larger selection is given up rather than looked up one by one

} // namespace

StoryListView::StoryListView(StoryListModel *model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setObjectName(u"storyList"_s);
    setAccessibleName(tr("Stories"));
    setItemDelegate(new StoryDelegate(this));
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
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(20);
    horizontalHeader()->setSectionsClickable(true);
    setCompact(false);

    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &StoryListView::remember);
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &StoryListView::restore);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        if (section == StoryListModel::TimeColumn)
            emit orderWished();
    });
    arrangeColumns();
}

StoryId StoryListView::currentStory() const
{
    return m_current;
}

QVector<StoryId> StoryListView::selectedStories() const
{
    QVector<StoryId> stories;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        if (range.left() <= StoryListModel::OpeningColumn && range.right() >= StoryListModel::OpeningColumn)
            stories += m_model->selection().ids(range.top(), range.height(), m_model->order());
    }
    return stories;
}

void StoryListView::showStory(StoryId story)
{
    const int row = m_model->rowOf(story);
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, StoryListModel::OpeningColumn);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void StoryListView::setCompact(bool compact)
{
    const int height = std::max(compact ? compactRow : comfortableRow, fontMetrics().height() + 4);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void StoryListView::remember()
{
    qsizetype rows = 0;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges)
        rows += range.height();
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
    const int row = m_current == noStory ? -1 : m_model->rowOf(m_current);
    if (row >= 0) {
        const QModelIndex current = m_model->index(row, StoryListModel::OpeningColumn);
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        scrollTo(current);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    arrangeColumns();
    emit selectedStoriesChanged();
}

void StoryListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_restoring || !current.isValid())
        return;
    const StoryId story = m_model->idAt(current.row());
    if (story == noStory || story == m_current)
        return;
    m_current = story;
    emit currentStoryChanged(story);
}

void StoryListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        emit selectedStoriesChanged();
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

void StoryListView::arrangeColumns()
{
    if (m_model->columnCount() == 0)
        return;
    const QFontMetrics metrics = fontMetrics();
    const int digit = metrics.horizontalAdvance(u'0');
    const int width = viewport()->width();
    const int time = digit * 17 + 10;
    const int platform = digit * 10 + 12;
    const int voice = digit * 11 + 12;
    const int themes = digit * 24;
    const int marks = 44;
    const bool withVoice = width > 620;
    const bool withThemes = width > 760;
    setColumnHidden(StoryListModel::VoiceColumn, !withVoice);
    setColumnHidden(StoryListModel::ThemesColumn, !withThemes);
    setColumnHidden(StoryListModel::PlatformColumn, width < 420);
    const int rest
        = width - time - (width < 420 ? 0 : platform) - marks - (withVoice ? voice : 0) - (withThemes ? themes : 0);
    setColumnWidth(StoryListModel::TimeColumn, time);
    setColumnWidth(StoryListModel::PlatformColumn, platform);
    setColumnWidth(StoryListModel::OpeningColumn, std::max(rest, 80));
    setColumnWidth(StoryListModel::ThemesColumn, themes);
    setColumnWidth(StoryListModel::VoiceColumn, voice);
    setColumnWidth(StoryListModel::MarksColumn, marks);
}

} // namespace tidemark
