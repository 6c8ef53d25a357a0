#pragma once

#include "theme/CodebookComparison.h"

#include <QAbstractTableModel>
#include <QSet>

namespace tidemark {

/// Two codebooks side by side, a theme a row, those that differ first. What the other one has differently or more
/// can be ticked to be taken over.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ThemeColumn, DifferenceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void compare(const Codebook &here, const Codebook &there);
    [[nodiscard]] const ComparedTheme *at(int row) const; ///< null: there is none
    [[nodiscard]] QStringList taken() const;              ///< the ids, in the other one, of what is ticked
    void takeAll(bool taken);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    void takenChanged();

private:
    QVector<ComparedTheme> m_pairs;
    QSet<QString> m_taken; ///< ids in the other one
};

} // namespace tidemark
