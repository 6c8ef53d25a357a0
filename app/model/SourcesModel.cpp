#include "model/SourcesModel.h"

#include "model/TimeText.h"

#include <QLocale>

namespace tidemark {

SourcesModel::SourcesModel(QObject *parent) : QAbstractTableModel(parent) {}

void SourcesModel::setFacts(const CollectionFacts &facts)
{
    beginResetModel();
    m_sources = facts.sources;
    m_zone = facts.zone;
    endResetModel();
}

int SourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

int SourcesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourcesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceFacts &source = m_sources.at(index.row());
    if (role == NumberRole)
        return source.number;
    if (role == Qt::TextAlignmentRole && index.column() == StoriesColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != RawRole)
        return {};
    const bool raw = role == RawRole;
    switch (index.column()) {
    case NameColumn:
        return source.name;
    case FormatColumn:
        return source.format;
    case StoriesColumn:
        return raw ? QVariant(source.stories) : QVariant(QLocale().toString(source.stories));
    case AddedColumn:
        return raw ? QVariant(source.addedAt) : QVariant(timeText(source.addedAt.toMSecsSinceEpoch(), m_zone));
    default:
        return {};
    }
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Source");
    case FormatColumn:
        return tr("Format");
    case StoriesColumn:
        return tr("Stories");
    case AddedColumn:
        return tr("Added");
    default:
        return {};
    }
}

} // namespace tidemark
