#pragma once

#include "collection/CollectionFacts.h"

#include <QAbstractTableModel>

namespace tidemark {

/// The imports of a collection, newest first: what Collection > Undo Import offers.
class ImportRunsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SourceColumn, StartedColumn, AddedColumn, RejectedColumn, StateColumn, ColumnCount };
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< qint64: the run's number
        RawRole                        ///< the value behind the text
    };

    explicit ImportRunsModel(QObject *parent = nullptr);

    void setFacts(const CollectionFacts &facts);
    [[nodiscard]] const ImportRunFacts &runAt(int row) const { return m_runs.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QVector<ImportRunFacts> m_runs;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace tidemark
