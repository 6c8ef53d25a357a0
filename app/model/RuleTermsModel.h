#pragma once

#include "collection/RuleTrial.h"

#include <QAbstractTableModel>

namespace tidemark {

/// What each alternative of a rule brings.
class RuleTermsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TermColumn, StoriesColumn, AloneColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTerms(const QVector<RuleTerm> &terms);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QVector<RuleTerm> m_terms;
};

} // namespace tidemark
