#pragma once

#include "model/StoryListModel.h"

#include <QTableView>

namespace tidemark {

/// The stories of the selection. What is selected is remembered by story, not by row, so that it outlives a
/// change of the filter; the columns give way to the opening words where the list is narrow.
class StoryListView final : public QTableView
{
    Q_OBJECT

public:
    explicit StoryListView(StoryListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] StoryId currentStory() const;
    [[nodiscard]] QVector<StoryId> selectedStories() const; ///< in the list's order
    void showStory(StoryId story);                          ///< selects it and scrolls to it, if it is listed
    void setCompact(bool compact);

signals:
    void
    currentStoryChanged(tidemark::StoryId story); ///< never noStory: what is read stays until another is chosen
    void selectedStoriesChanged();
    void orderWished();
    void menuWished(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void remember();
    void restore();
    void arrangeColumns();

    StoryListModel *m_model;
    StoryId m_current = noStory;
    QVector<StoryId> m_remembered;
    bool m_restoring = false;
};

} // namespace tidemark
