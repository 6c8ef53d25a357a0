#include "window/CopyCommands.h"

#include "jobs/WhenDone.h"
#include "list/StoryListView.h"
#include "model/StoryListModel.h"
#include "model/TypedFilter.h"
#include "window/WindowActions.h"

#include <algorithm>

namespace tidemark {

namespace {

constexpr qsizetype mostShown = 10'000; ///< a filter's text holds no more than some twenty thousand

Filter originals()
{
    Filter filter;
    filter.properties.append({Property::Original, false});
    return filter;
}

} // namespace

CopyCommands::CopyCommands(Collection *collection, FilterHistory *history, StoryListView *list,
                           StoryListModel *model, WindowActions *actions)
    : QObject(list), m_collection(collection), m_history(history), m_list(list), m_model(model), m_actions(actions)
{
    connect(actions->foldCopies, &QAction::triggered, this, &CopyCommands::fold);
    connect(actions->showCopies, &QAction::triggered, this, &CopyCommands::showCopies);
    connect(history, &FilterHistory::filterChanged, this, &CopyCommands::update);
    connect(list, &StoryListView::currentStoryChanged, this, &CopyCommands::update);
    connect(model, &QAbstractItemModel::dataChanged, this, &CopyCommands::update);
    update();
}

void CopyCommands::fold(bool folded)
{
    const Filter filter = m_history->filter();
    m_history->setFilter(folded ? withPart(filter, originals()) : withoutPart(filter, originals()));
}

void CopyCommands::showCopies()
{
    whenDone(m_collection->copiesOf(m_list->currentStory()), this, [this](const Result<QVector<StoryId>> &copies) {
        if (!copies)
            return;
        Filter filter;
        filter.ids = copies->first(std::min(copies->size(), mostShown));
        m_history->setFilter(filter);
    });
}

void CopyCommands::update()
{
    m_actions->foldCopies->setChecked(hasPart(m_history->filter(), originals()));
    const StoryRow *row = m_model->storyAt(m_model->rowOf(m_list->currentStory()));
    m_actions->showCopies->setEnabled(row && row->copies > 0);
}

} // namespace tidemark
