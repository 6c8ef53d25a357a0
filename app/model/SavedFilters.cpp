#include "model/SavedFilters.h"

#include "filter/FilterText.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString settingKey()
{
    return u"saved_filters"_s;
}

} // namespace

SavedFilters::SavedFilters(Collection *collection, QObject *parent)
    : QAbstractListModel(parent), m_collection(collection)
{
    load();
    connect(collection, &Collection::changed, this, &SavedFilters::countAgain);
    countAgain();
}

void SavedFilters::load()
{
    const QJsonArray kept = QJsonDocument::fromJson(m_collection->setting(settingKey()).toUtf8()).array();
    for (const QJsonValue &value : kept)
        m_saved.append({value["name"_L1].toString(), value["filter"_L1].toString()});
}

void SavedFilters::keep()
{
    QJsonArray kept;
    for (const Saved &saved : std::as_const(m_saved))
        kept.append(QJsonObject{{u"name"_s, saved.name}, {u"filter"_s, saved.text}});
    if (m_collection)
        emit keeping(m_collection->setSetting(
            settingKey(), QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact))));
}

bool SavedFilters::isWritable() const
{
    return m_collection && !m_collection->facts().readOnly;
}

QString SavedFilters::textOf(const Filter &filter) const
{
    return filterToText(filter, m_collection ? m_collection->names() : KnownNames());
}

void SavedFilters::add(const QString &name, const Filter &filter)
{
    const int same = rowNamed(name);
    if (same >= 0) {
        replace(same, filter);
        return;
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_saved.append({name, textOf(filter)});
    endInsertRows();
    keep();
    countAgain();
}

void SavedFilters::replace(int row, const Filter &filter)
{
    m_saved[row].text = textOf(filter);
    m_saved[row].count.reset();
    emit dataChanged(index(row), index(row));
    keep();
    countAgain();
}

void SavedFilters::moveBy(int row, int rows)
{
    const int to = std::clamp(row + rows, 0, rowCount() - 1);
    moveRow({}, row, {}, to > row ? to + 1 : to);
}

bool SavedFilters::moveRows(const QModelIndex &from, int row, int rows, const QModelIndex &to, int before)
{
    const bool isThere
        = row >= 0 && rows > 0 && row + rows <= rowCount(from) && before >= 0 && before <= rowCount(to);
    if (!isThere || !isWritable() || !beginMoveRows(from, row, row + rows - 1, to, before))
        return false;
    const auto place = [this](int at) { return m_saved.begin() + at; };
    std::rotate(place(std::min(row, before)), place(before > row ? row + rows : row),
                place(std::max(row + rows, before)));
    endMoveRows();
    keep();
    countAgain();
    return true;
}

void SavedFilters::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_saved.removeAt(row);
    endRemoveRows();
    keep();
    countAgain();
}

std::optional<Filter> SavedFilters::filterAt(int row) const
{
    if (row < 0 || row >= m_saved.size() || !m_collection)
        return std::nullopt;
    const auto parsed = parseFilter(m_saved.at(row).text, m_collection->names());
    const auto *filter = std::get_if<Filter>(&parsed);
    return filter ? std::optional(*filter) : std::nullopt;
}

int SavedFilters::rowNamed(const QString &name) const
{
    const auto same = std::ranges::find(m_saved, name, &Saved::name);
    return same == m_saved.cend() ? -1 : static_cast<int>(same - m_saved.cbegin());
}

QString SavedFilters::freeName(const QString &name, const Filter &filter) const
{
    QString free = name;
    for (int number = 2;; ++number) {
        const int row = rowNamed(free);
        if (row < 0 || filterAt(row) == filter)
            return free;
        free = u"%1 (%2)"_s.arg(name, QLocale().toString(number));
    }
}

int SavedFilters::rowOf(const Filter &filter) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (filterAt(row) == filter)
            return row;
    }
    return -1;
}

void SavedFilters::countAgain()
{
    countNext(0, ++m_round);
}

void SavedFilters::countNext(qsizetype row, quint64 round)
{
    if (!m_collection || row >= m_saved.size() || round != m_round)
        return;
    const std::optional<Filter> filter = filterAt(static_cast<int>(row));
    if (!filter) {
        m_saved[row].count.reset();
        countNext(row + 1, round);
        return;
    }
    SelectionQuestion question;
    question.filter = *filter;
    question.facets = false;
    using Answer = Result<Selection>;
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcher<Answer>::finished, this, [this, watcher, row, round] {
        watcher->deleteLater();
        if (round != m_round || watcher->future().resultCount() == 0)
            return;
        if (const Answer answer = watcher->result()) {
            m_saved[row].count = answer.value().count();
            emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
        }
        countNext(row + 1, round);
    });
    watcher->setFuture(m_collection->select(question));
}

QString SavedFilters::meaning(const Saved &saved) const
{
    if (!m_collection)
        return saved.text;
    const KnownNames names = m_collection->names();
    const auto parsed = parseFilter(saved.text, names);
    if (const auto *mistake = std::get_if<Mistake>(&parsed))
        return tr("It can't be read any more: %1").arg(mistake->message);
    return describeFilter(std::get<Filter>(parsed), names);
}

int SavedFilters::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_saved.size());
}

QVariant SavedFilters::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Saved &saved = m_saved.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return saved.name;
    case Qt::ToolTipRole:
        return meaning(saved);
    case Qt::AccessibleTextRole:
        return saved.count ? tr("%1, %2 stories").arg(saved.name, QLocale().toString(*saved.count)) : saved.name;
    case TextRole:
        return saved.text;
    case CountRole:
        return saved.count ? QVariant(*saved.count) : QVariant();
    default:
        return {};
    }
}

bool SavedFilters::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || name.isEmpty())
        return false;
    m_saved[index.row()].name = name;
    emit dataChanged(index, index);
    keep();
    return true;
}

Qt::ItemFlags SavedFilters::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractListModel::flags(index);
    if (!isWritable())
        return plain;
    return plain | (index.isValid() ? Qt::ItemIsEditable | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled);
}

} // namespace tidemark
