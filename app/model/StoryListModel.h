#pragma once

#include "collection/CollectionFacts.h"
#include "index/Selection.h"
#include "story/Result.h"
#include "story/StoryRow.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QFuture>
#include <QSet>

#include <functional>

namespace tidemark {

class Collection;

/// The stories of a selection as a table, any number of them: rows come in pages of 100 when they are looked
/// at, and stand as "…" until then. At most about 200 pages are kept.
class StoryListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, PlatformColumn, OpeningColumn, ThemesColumn, VoiceColumn, MarksColumn, ColumnCount };
    enum Role {
        StoryIdRole = Qt::UserRole + 1, ///< qint64: known at once, for every row
        RowRole,                        ///< StoryRow: invalid while the page is under way
        RawRole,                        ///< what the column shows, untranslated: milliseconds, key, ids
        LoadedRole                      ///< bool
    };

    static constexpr int pageSize = 100;
    static constexpr int mostPages = 200;
    static constexpr int mostRows = 50'000'000; ///< a table view overflows beyond 82 million

    using FetchRows = std::function<QFuture<Result<QVector<StoryRow>>>(const QVector<StoryId> &)>;

    explicit StoryListModel(QObject *parent = nullptr);

    void setCollection(Collection *collection);  ///< rows come from it; null: no rows come
    void setFetch(FetchRows fetch);              ///< rows come from anywhere
    void setFacts(const CollectionFacts &facts); ///< names of themes, and the time zone
    /// Resets the model; rows of stories that stay are kept until their page has come anew.
    void setSelection(const Selection &selection);
    void setOrder(Order order);
    /// Asks again for the rows of these stories (empty: of all), without a reset: a mark or coding changed.
    void refresh(const QVector<StoryId> &ids);

    [[nodiscard]] const Selection &selection() const { return m_selection; }
    [[nodiscard]] Order order() const { return m_order; }
    [[nodiscard]] StoryId idAt(int row) const; ///< noStory outside the rows
    [[nodiscard]] int rowOf(StoryId id) const; ///< -1 if it isn't in the selection
    [[nodiscard]] const StoryRow *
    storyAt(int row) const; ///< null while it isn't loaded; valid until the next event

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    void failed(const tidemark::Error &error);

private:
    struct Page
    {
        QVector<StoryRow> rows;
        bool stale = false; ///< shown until its successor has come
    };

    void want(int page) const;
    void fetch(int page);
    void pageCame(int page, const Result<QVector<StoryRow>> &rows);
    void forgetPages();
    [[nodiscard]] QVariant display(const StoryRow &story, int column) const;
    [[nodiscard]] QVariant raw(const StoryRow &story, int column) const;
    [[nodiscard]] QString accessible(const StoryRow &story) const;

    FetchRows m_fetch;
    Codebook m_codebook;
    QTimeZone m_zone = QTimeZone::utc();
    Selection m_selection;
    Order m_order = Order::NewestFirst;
    int m_rows = 0;
    quint64 m_generation = 0; ///< answers to an older one are dropped
    mutable QCache<int, Page> m_pages;
    mutable QSet<int> m_underway;
};

} // namespace tidemark
