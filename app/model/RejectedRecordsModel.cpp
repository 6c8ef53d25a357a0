#include "model/RejectedRecordsModel.h"

#include <QFutureWatcher>

namespace tidemark {

namespace {

constexpr qint64 recordsAtATime = 200;

} // namespace

RejectedRecordsModel::RejectedRecordsModel(Collection *collection, QObject *parent)
    : QAbstractTableModel(parent), m_collection(collection)
{
}

void RejectedRecordsModel::setRun(qint64 run)
{
    beginResetModel();
    m_run = run;
    m_records.clear();
    m_isAsking = false;
    m_isWhole = false;
    endResetModel();
    fetchMore({});
}

const RejectedRecord *RejectedRecordsModel::recordAt(int row) const
{
    return row >= 0 && row < m_records.size() ? &m_records.at(row) : nullptr;
}

bool RejectedRecordsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWhole && !m_isAsking && m_collection;
}

void RejectedRecordsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isAsking = true;
    const qint64 last = m_records.isEmpty() ? 0 : m_records.constLast().number;
    using Page = Result<QVector<RejectedRecord>>;
    auto *watcher = new QFutureWatcher<Page>(this);
    connect(watcher, &QFutureWatcher<Page>::finished, this, [this, watcher, number = ++m_question] {
        watcher->deleteLater();
        if (number != m_question || watcher->future().resultCount() == 0)
            return;
        m_isAsking = false;
        const Page page = watcher->result();
        if (page)
            return add(page.value());
        m_isWhole = true;
        emit failed(page.error());
    });
    watcher->setFuture(m_collection->rejectedRecords(m_run, last, recordsAtATime));
}

void RejectedRecordsModel::add(QVector<RejectedRecord> page)
{
    m_isWhole = page.isEmpty();
    if (m_isWhole)
        return;
    for (RejectedRecord &record : page)
        record.content.clear();
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.size()) - 1);
    m_records += page;
    endInsertRows();
}

int RejectedRecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RejectedRecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectedRecordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const RejectedRecord &record = m_records.at(index.row());
    return index.column() == PlaceColumn ? record.place() : record.reason;
}

QVariant RejectedRecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == PlaceColumn ? tr("Place") : tr("Why it was set aside");
}

} // namespace tidemark
