#include "model/RuleTermsModel.h"

#include <QLocale>

namespace tidemark {

void RuleTermsModel::setTerms(const QVector<RuleTerm> &terms)
{
    if (terms == m_terms)
        return;
    beginResetModel();
    m_terms = terms;
    endResetModel();
}

int RuleTermsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_terms.size());
}

int RuleTermsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleTermsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != TermColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const RuleTerm &term = m_terms.at(index.row());
    return index.column() == TermColumn
        ? term.text
        : QLocale().toString(index.column() == StoriesColumn ? term.stories : term.alone);
}

QVariant RuleTermsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TermColumn:
        return tr("Words");
    case StoriesColumn:
        return tr("Stories");
    default:
        return tr("Only by These");
    }
}

} // namespace tidemark
