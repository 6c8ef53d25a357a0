#pragma once

#include "collection/CollectionFacts.h"

#include <QAbstractTableModel>

namespace tidemark {

/// The subscriptions of a collection: what each brought, how its last fetch went, when the next one is due.
class SubscriptionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ServiceColumn,
        StoriesColumn,
        ResultColumn,
        AskedColumn,
        NextColumn,
        BudgetColumn,
        ColumnCount
    };

    explicit SubscriptionsModel(QObject *parent = nullptr);

    void setFacts(const CollectionFacts &facts);
    [[nodiscard]] const SubscriptionFacts &subscriptionAt(int row) const { return m_subscriptions.at(row); }
    [[nodiscard]] int rowOf(qint64 number) const; ///< -1: it isn't there
    [[nodiscard]] bool hasBudgets() const;        ///< something costs money

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const SubscriptionFacts &facts, int column) const;

    QVector<SubscriptionFacts> m_subscriptions;
    QHash<QString, qint64> m_stories; ///< by name of the source
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace tidemark
