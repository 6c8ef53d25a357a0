#include "model/ImportRunsModel.h"

#include "model/TimeText.h"

#include <QLocale>

namespace tidemark {

ImportRunsModel::ImportRunsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ImportRunsModel::setFacts(const CollectionFacts &facts)
{
    beginResetModel();
    m_runs = facts.runs;
    m_zone = facts.zone;
    endResetModel();
}

int ImportRunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int ImportRunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportRunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportRunFacts &run = m_runs.at(index.row());
    const int column = index.column();
    if (role == NumberRole)
        return run.number;
    if (role == Qt::TextAlignmentRole && (column == AddedColumn || column == RejectedColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != RawRole)
        return {};
    const bool raw = role == RawRole;
    switch (column) {
    case SourceColumn:
        return run.sourceName;
    case StartedColumn:
        return raw ? QVariant(run.startedAt) : QVariant(timeText(run.startedAt.toMSecsSinceEpoch(), m_zone));
    case AddedColumn:
        return raw ? QVariant(run.added) : QVariant(QLocale().toString(run.added));
    case RejectedColumn:
        return raw ? QVariant(run.rejected) : QVariant(QLocale().toString(run.rejected));
    case StateColumn:
        return raw ? QVariant(run.finished)
                   : QVariant(run.finished ? tr("Complete") : tr("Stopped before its end"));
    default:
        return {};
    }
}

QVariant ImportRunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SourceColumn:
        return tr("Source");
    case StartedColumn:
        return tr("Imported");
    case AddedColumn:
        return tr("Stories added");
    case RejectedColumn:
        return tr("Records set aside");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace tidemark
