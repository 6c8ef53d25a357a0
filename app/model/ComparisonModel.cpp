#include "model/ComparisonModel.h"

#include "text/ShippedWords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool canBeTaken(const ComparedTheme &pair)
{
    return pair.kind == ComparedTheme::Kind::Changed || pair.kind == ComparedTheme::Kind::OnlyThere;
}

int order(const ComparedTheme &pair)
{
    switch (pair.kind) {
    case ComparedTheme::Kind::Changed:
        return 0;
    case ComparedTheme::Kind::OnlyThere:
        return 1;
    case ComparedTheme::Kind::OnlyHere:
        return 2;
    case ComparedTheme::Kind::Same:
        break;
    }
    return 3;
}

} // namespace

void ComparisonModel::compare(const Codebook &here, const Codebook &there)
{
    beginResetModel();
    m_pairs = compareCodebooks(here, there);
    std::ranges::stable_sort(m_pairs, {}, order);
    m_taken.clear();
    endResetModel();
    emit takenChanged();
}

const ComparedTheme *ComparisonModel::at(int row) const
{
    return row >= 0 && row < m_pairs.size() ? &m_pairs.at(row) : nullptr;
}

QStringList ComparisonModel::taken() const
{
    QStringList ids;
    for (const ComparedTheme &pair : m_pairs) {
        if (pair.there && m_taken.contains(pair.there->id))
            ids.append(pair.there->id);
    }
    return ids;
}

void ComparisonModel::takeAll(bool taken)
{
    m_taken.clear();
    for (const ComparedTheme &pair : std::as_const(m_pairs)) {
        if (taken && canBeTaken(pair))
            m_taken.insert(pair.there->id);
    }
    if (!m_pairs.isEmpty())
        emit dataChanged(index(0, ThemeColumn), index(rowCount() - 1, ThemeColumn), {Qt::CheckStateRole});
    emit takenChanged();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparedTheme &pair = m_pairs.at(index.row());
    if (index.column() == ThemeColumn) {
        if (role == Qt::CheckStateRole && canBeTaken(pair))
            return m_taken.contains(pair.there->id) ? Qt::Checked : Qt::Unchecked;
        return role == Qt::DisplayRole ? QVariant(inReadersLanguage((pair.here ? pair.here : pair.there)->name))
                                       : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (pair.kind) {
    case ComparedTheme::Kind::Changed:
        return tr("Differs in %1").arg(pair.fields.join(u", "_s));
    case ComparedTheme::Kind::OnlyHere:
        return tr("Only here");
    case ComparedTheme::Kind::OnlyThere:
        return tr("Only there");
    case ComparedTheme::Kind::Same:
        break;
    }
    return tr("The same");
}

bool ComparisonModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole
        || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const QString id = m_pairs.at(index.row()).there->id;
    if (value.toInt() == Qt::Checked)
        m_taken.insert(id);
    else
        m_taken.remove(id);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit takenChanged();
    return true;
}

Qt::ItemFlags ComparisonModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isTick = index.isValid() && index.column() == ThemeColumn && canBeTaken(m_pairs.at(index.row()));
    return isTick ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == ThemeColumn ? tr("Theme") : tr("Difference");
}

} // namespace tidemark
