#pragma once

#include "story/DatedEvent.h"

#include <QAbstractTableModel>
#include <QVector>

namespace tidemark {

/// Dated events as a table that is edited: date, label, source. Dates are read as the locale writes them, or as
/// 2017-10-15; what is no date isn't taken.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DateColumn, LabelColumn, SourceColumn, ColumnCount };

    explicit EventsModel(const QVector<DatedEvent> &events, QObject *parent = nullptr);

    /// Those with a label, by date.
    [[nodiscard]] QVector<DatedEvent> events() const;

    QModelIndex append(const DatedEvent &event);        ///< gives its label's place
    qsizetype merge(const QVector<DatedEvent> &events); ///< those not there yet; gives their number

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    QVector<DatedEvent> m_events;
};

} // namespace tidemark
