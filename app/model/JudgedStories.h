#pragma once

#include "collection/Collection.h"
#include "theme/Figures.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>

#include <optional>

namespace tidemark {

class Covering;

/// Whether stories are rightly a theme's, as somebody judged them one by one.
using StoryJudgements = QHash<StoryId, bool>;

/// A sample of stories to be judged, each yes or no: their openings, read when they are set and again whenever the
/// collection changed, but for those of covered stories, and of all while the themes read aren't of the codebook
/// that covers. Judgements outlive a sample: a story that comes back is judged still.
class JudgedStories final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { JudgementColumn, OpeningColumn, ColumnCount };

    JudgedStories(Collection *collection, const Covering *covering, QObject *parent = nullptr);

    void setStories(const QVector<StoryId> &ids);
    void setJudgements(const StoryJudgements &judgements);
    [[nodiscard]] const StoryJudgements &judgements() const { return m_judgements; }
    void judge(int row, std::optional<bool> belongs);
    [[nodiscard]] StoryId storyAt(int row) const; ///< noStory: there is none

    /// "12 of 15 judged belong: 80 % (55 % to 93 %)": the share and Wilson's interval of 95 percent; before any is
    /// judged, what to do.
    [[nodiscard]] QString figures() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    void judged(const tidemark::StoryJudgements &judgements);

private:
    void readRows();
    void setRows(const QVector<StoryRow> &rows);
    [[nodiscard]] QString opening(const StoryRow &row) const;
    void tellAllChanged();

    QPointer<Collection> m_collection;
    QPointer<const Covering> m_covering;
    QVector<StoryId> m_ids;
    QVector<StoryRow> m_rows;
    qint64 m_readUnder = 0; ///< the codebook that the rows' themes are of
    quint64 m_question = 0; ///< the latest
    StoryJudgements m_judgements;
};

} // namespace tidemark
