#include "model/EventsModel.h"

#include <QLocale>

#include <algorithm>

namespace tidemark {

namespace {

/// As ISO has it, or in the reader's short form. Qt takes two digits for a year of the 1900s; here they are the
/// year that is over, or soon to come.
QDate dateFrom(const QString &text)
{
    const QDate iso = QDate::fromString(text.trimmed(), Qt::ISODate);
    if (iso.isValid())
        return iso;
    constexpr int soon = 20;
    constexpr int century = 100;
    const QDate date = QLocale().toDate(text.trimmed(), QLocale::ShortFormat);
    const bool isWhole = text.contains(QString::number(date.year()));
    return isWhole || date.addYears(century) > QDate::currentDate().addYears(soon) ? date : date.addYears(century);
}

} // namespace

EventsModel::EventsModel(const QVector<DatedEvent> &events, QObject *parent)
    : QAbstractTableModel(parent), m_events(events)
{
}

QVector<DatedEvent> EventsModel::events() const
{
    QVector<DatedEvent> events = m_events;
    events.removeIf([](const DatedEvent &event) { return event.label.isEmpty(); });
    std::ranges::stable_sort(events, {}, &DatedEvent::date);
    return events;
}

QModelIndex EventsModel::append(const DatedEvent &event)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_events.append(event);
    endInsertRows();
    return index(row, LabelColumn);
}

qsizetype EventsModel::merge(const QVector<DatedEvent> &events)
{
    QVector<DatedEvent> fresh;
    std::ranges::copy_if(events, std::back_inserter(fresh),
                         [this](const DatedEvent &event) { return !m_events.contains(event); });
    if (!fresh.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
        m_events += fresh;
        endInsertRows();
    }
    return fresh.size();
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const DatedEvent &event = m_events.at(index.row());
    switch (index.column()) {
    case DateColumn:
        return event.date.toString(Qt::ISODate);
    case LabelColumn:
        return event.label;
    default:
        return event.source;
    }
}

bool EventsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    DatedEvent &event = m_events[index.row()];
    const QString text = value.toString().simplified();
    if (index.column() == DateColumn) {
        const QDate date = dateFrom(text);
        if (!date.isValid() || date.year() < 1 || date.year() > 9999)
            return false;
        event.date = date;
    } else {
        (index.column() == LabelColumn ? event.label : event.source) = text;
    }
    emit dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    return true;
}

Qt::ItemFlags EventsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DateColumn:
        return tr("Date");
    case LabelColumn:
        return tr("Event");
    case SourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

bool EventsModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_events.remove(row, count);
    endRemoveRows();
    return true;
}

} // namespace tidemark
