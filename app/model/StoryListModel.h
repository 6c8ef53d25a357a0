#pragma once

#include "collection/CollectionFacts.h"
#include "index/Selection.h"
#include "story/Result.h"
#include "story/StoryRow.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QFuture>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>

namespace tidemark {

class Collection;
class Covering;

/// The stories of a selection as a table, any number of them: rows come in pages of 100 when they are looked
/// at, with the neighbouring pages, and stand as "…" until then. At most about 200 pages are kept. A story's row
/// outlives a change of filter or order, so what is on screen doesn't flicker.
class StoryListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, PlatformColumn, OpeningColumn, ThemesColumn, VoiceColumn, MarksColumn, ColumnCount };
    enum Role {
        StoryIdRole = Qt::UserRole + 1, ///< qint64: known at once, for every row but those that a preview lacks
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
    /// Resets the model, unless the same stories stand in the same order; then what failed is asked for again. Of a
    /// preview, rows that it doesn't know stand as "…" until the selection itself comes.
    void setSelection(const Selection &selection);
    void setOrder(Order order);
    void setAuthorsShown(bool shown); ///< names in the openings, or person-N; at once, nothing known is kept
    void setCovering(const Covering *covering); ///< openings of covered stories aren't shown; null: all are
    void setCodingsHidden(bool hidden); ///< themes and voice aren't shown: somebody codes without knowing them
    /// Asks again for the rows of these stories (empty: of all), without a reset: a mark or coding changed.
    void refresh(const QVector<StoryId> &ids);

    /// "+12 copies": what stands before the opening of a story that has some.
    static QString copiesText(qint64 copies);

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
        QVector<StoryId> ids;
        QSet<StoryId> absent; ///< asked for and not given: gone, or the question failed
    };
    struct KnownRow
    {
        StoryRow story;
        quint64 asked = 0; ///< m_clock at the question; 0: outdated
    };

    [[nodiscard]] Page &page(int number) const;
    [[nodiscard]] const StoryRow *rowAt(int row) const; ///< also wants its page, if it isn't there or is outdated
    void want(int number) const;
    void fetchWanted();
    void fetch(int number);
    [[nodiscard]] bool isOutdated(const KnownRow *known) const;
    void rowsCame(int number, quint64 generation, quint64 asked, const QVector<StoryId> &ids,
                  const Result<QVector<StoryRow>> &answer);
    void prefetch();
    void forgetPages();
    void forgetOtherPages();
    void forgetAbsent();
    void tellAllChanged();
    [[nodiscard]] QString opening(const StoryRow &story) const;
    [[nodiscard]] QString themeNames(ThemeSet themes) const;
    [[nodiscard]] QString markNames(const StoryRow &story) const;
    [[nodiscard]] QVariant display(const StoryRow &story, int column) const;
    [[nodiscard]] QVariant raw(const StoryRow &story, int column) const;
    [[nodiscard]] QString accessible(const StoryRow &story) const;

    QPointer<Collection> m_collection;
    QPointer<const Covering> m_covering;
    FetchRows m_fetch;
    Codebook m_codebook;
    qint64 m_codebookNumber = 0; ///< of which the themes of the known rows are
    QTimeZone m_zone = QTimeZone::utc();
    Selection m_selection;
    Order m_order = Order::NewestFirst;
    int m_rows = 0;
    quint64 m_generation = 0; ///< raised when rows move
    bool m_authorsShown = false;
    bool m_codingsHidden = false;
    quint64 m_clock = 1;      ///< raised by every change of stories
    quint64 m_allChanged = 1; ///< m_clock when any of them may have changed
    int m_unanswered = 0;
    QHash<StoryId, quint64> m_overtaken; ///< m_clock when they changed while a question was unanswered
    // Looking at a row is what brings its page, so reading changes these.
    mutable QTimer m_fetchSoon;
    mutable QCache<int, Page> m_pages;
    mutable QCache<StoryId, KnownRow> m_known;
    mutable QVector<int> m_wanted;         ///< latest last
    static constexpr int nothingSeen = -2; ///< neighbour of no page
    mutable int m_seen = nothingSeen;      ///< the page looked at last
    QSet<int> m_underway;
};

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::StoryRow)
