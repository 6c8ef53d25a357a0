#pragma once

#include "filter/WordQuery.h"
#include "list/EvenTable.h"
#include "list/StoryColumns.h"
#include "model/StoryListModel.h"

#include <functional>
#include <optional>

namespace tidemark {

class StoryDelegate;
class StoryHeader;

/// The stories of the selection. What is selected is remembered by story, not by row, so that it outlives a
/// change of the filter. Columns are as wide as somebody made them, and the openings have the rest. Where the
/// window has no room for them, or somebody likes it better, a story takes two lines instead.
class StoryListView final : public EvenTable
{
    Q_OBJECT

public:
    explicit StoryListView(StoryListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] StoryId currentStory() const;             ///< what is read, listed or not
    [[nodiscard]] QVector<StoryId> selectedStories() const; ///< in the list's order; else one that isn't listed
    /// Gathers them, in whatever thread: there may be millions.
    [[nodiscard]] std::function<QVector<StoryId>()> selectedStoriesLater() const;
    [[nodiscard]] bool hasSelectedStories() const;
    [[nodiscard]] bool isListed(StoryId story) const;
    void showStory(StoryId story);   ///< selects it and scrolls to it, if it is listed
    void readOutside(StoryId story); ///< one that isn't listed; the list's own place stays, but isn't selected
    void showAtTop(StoryId story);   ///< scrolls so that it is the first one in sight, if it is listed
    [[nodiscard]] StoryId topStory() const;
    void step(int rows); ///< from the current story of those that are listed; from none, the first
    void setCompact(bool compact);
    void setAlwaysCards(bool always); ///< also where there is room for columns
    [[nodiscard]] StoryHeader *header() const { return m_header; }
    /// Of a preview one story at most is selected, for of more not all might be known. A row that was chosen before
    /// its story was known is read as soon as that is.
    void setPreviewed(bool previewed);
    void setWords(const WordQuery &words);                  ///< of the search, to be marked in the openings
    [[nodiscard]] bool hasCards() const { return m_cards; } ///< two lines a story instead of columns

signals:
    void
    currentStoryChanged(tidemark::StoryId story); ///< never noStory: what is read stays until another is chosen
    void selectedStoriesChanged();
    void scrolled();
    void readOnWished(bool backward); ///< Space, Shift+Space
    void orderWished(tidemark::Order order);
    void menuWished(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Letters are shortcuts, and a search from row to row would fetch every story.
    void keyboardSearch(const QString &) override {}
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    /// By relevance to these words, or about to be.
    struct Ranking
    {
        WordQuery words;
        bool isThere = false;

        friend bool operator==(const Ranking &, const Ranking &) = default;
    };

    void remember();
    void restore();
    [[nodiscard]] bool isRanked() const;
    [[nodiscard]] std::optional<Ranking> ranking() const; ///< absent: no words, or another order
    void choose(StoryId story);
    void fitColumns();
    void arrangeColumns();
    void arrangeRows();
    void setCards(bool cards);

    StoryListModel *m_model;
    StoryDelegate *m_delegate;
    StoryHeader *m_header;
    StoryColumns m_columns;
    StoryId m_current = noStory; ///< of those that are listed, or were
    StoryId m_outside = noStory; ///< what is read instead of it
    QVector<StoryId> m_remembered;
    StoryId m_top = noStory;                  ///< the first in sight before a change; noStory: that of the list
    Order m_orderBefore = Order::NewestFirst; ///< the place is kept within an order only
    std::optional<Ranking> m_rankingBefore;
    bool m_restoring = false;
    bool m_compact = false;
    bool m_alwaysCards = false;
    bool m_cards = false;
    bool m_isPreviewed = false;
};

} // namespace tidemark
