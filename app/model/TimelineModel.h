#pragma once

#include "collection/CollectionFacts.h"
#include "index/Timeline.h"
#include "model/DerivedFigures.h"

#include <QAbstractTableModel>

namespace tidemark {

/// The timeline as a table: a row a bucket. The painted chart and its twin for reading aloud both read it.
class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StartColumn, ///< when the bucket begins
        CountColumn, ///< of the selection
        WholeColumn, ///< of the whole collection
        FixedColumns ///< behind them, one column a series of the split, and those of derived figures
    };
    enum Role {
        RawRole = Qt::UserRole + 1, ///< the number behind the text: milliseconds, a count, or a derived figure
        StartRole,                  ///< Instant: when the row's bucket begins
        EndRole,                    ///< Instant: when it ends
        SeriesKeyRole               ///< header data of a series column: the facet value's key
    };

    explicit TimelineModel(QObject *parent = nullptr);

    void setFacts(const CollectionFacts &facts); ///< names of themes, and the time zone of the bucket labels
    /// Resets the model, unless the buckets and series are the same and only their figures are others.
    void setTimeline(const Timeline &timeline, std::optional<Facet> split = {});

    /// What the picture shows besides the counts, of all and of each part, as columns of their own.
    void setDerivation(const Derivation &derivation);

    [[nodiscard]] const Timeline &timeline() const { return m_timeline; }
    [[nodiscard]] const QVector<DerivedFigures> &derived() const { return m_derived; }
    [[nodiscard]] QString derivedName(const DerivedFigures &figures) const; ///< its column's heading
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] TimeSpan bucket(int row) const;
    [[nodiscard]] int rowAt(Instant instant) const; ///< the bucket that holds it, or -1
    [[nodiscard]] QString seriesName(int series) const;
    [[nodiscard]] QStringList seriesNames() const;
    /// "22 October 2017", "October 2017", "22 October 2017, 14:00", by the timeline's granularity.
    [[nodiscard]] QString bucketName(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const DerivedFigures *derivedAt(int column) const; ///< null: a column of the timeline itself
    [[nodiscard]] bool hasWords(int column) const;                   ///< else figures
    [[nodiscard]] qint64 number(int row, int column) const;
    [[nodiscard]] QVariant derivedData(const DerivedFigures &figures, int row, int role) const;
    void tellFigures();

    Timeline m_timeline;
    QVector<DerivedFigures> m_derived;
    int m_averaged = 0;                     ///< buckets in the means among m_derived
    std::optional<Derivation> m_derivation; ///< of m_derived; absent: they are of another timeline
    Codebook m_codebook;
    QTimeZone m_zone = QTimeZone::utc();
    std::optional<Facet> m_split;
};

} // namespace tidemark
