#pragma once

#include "collection/CollectionFacts.h"
#include "filter/FilterText.h"
#include "index/Selection.h"
#include "story/Result.h"

#include <QStackedWidget>

class QLabel;

namespace tidemark {

class MessageCard;
class StoryListView;

/// The place of the story list: the list, or why there is none and what to do about it.
class StoryListPane final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit StoryListPane(StoryListView *list, QWidget *parent = nullptr);

    void showStories(const QString &remark = {}); ///< the remark stands above them
    void showEmptyCollection();
    void showNoMatch(); ///< before the cause is known
    void showCause(const FilterChip &chip, qint64 stories);
    void showError(const Error &error);

signals:
    void importWished();
    void filterWished(const tidemark::Filter &filter);
    void clearWished(); ///< of the filter
    void retryWished();

private:
    void showMessage();

    StoryListView *m_list;
    QWidget *m_stories; ///< the remark over the list
    QLabel *m_remark;
    MessageCard *m_message;
};

} // namespace tidemark
