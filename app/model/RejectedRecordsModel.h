#pragma once

#include "collection/Collection.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace tidemark {

/// The records that an import set aside, their place and the reason, read page by page as they come into sight:
/// there may be millions. Their contents are read one by one, by whoever shows them.
class RejectedRecordsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PlaceColumn, ReasonColumn, ColumnCount };

    explicit RejectedRecordsModel(Collection *collection, QObject *parent = nullptr);

    void setRun(qint64 run);
    [[nodiscard]] const RejectedRecord *recordAt(int row) const; ///< without its content; null: there is none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void failed(const tidemark::Error &error);

private:
    void add(QVector<RejectedRecord> page);

    QPointer<Collection> m_collection;
    QVector<RejectedRecord> m_records;
    qint64 m_run = 0;
    quint64 m_question = 0; ///< the latest
    bool m_isAsking = false;
    bool m_isWhole = true; ///< or nothing more can be read
};

} // namespace tidemark
