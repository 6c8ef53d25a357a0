#include "model/StoryListModel.h"

#include "collection/Collection.h"
#include "model/Covering.h"
#include "model/FacetNames.h"

#include <QFutureWatcher>
#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

// Of a preview whole pages are known.
static_assert(Overview::rowsTogether % (4 * StoryListModel::pageSize) == 0);

constexpr qint64 mostCompared = 1'000'000; ///< longer lists are reset rather than compared

/// Whether a selection is what was shown as a preview, as far as that goes.
bool isWholeOf(const Selection &preview, const Selection &selection, Order order)
{
    return preview.isPreview() && selection.count() == preview.count() && selection.filter() == preview.filter()
        && selection.ids(0, Overview::rowsTogether, order) == preview.ids(0, Overview::rowsTogether, order);
}

bool areSameRows(const Selection &a, const Selection &b, Order order)
{
    return a.count() == b.count() && a.count() <= mostCompared && a.allIds(order) == b.allIds(order);
}

} // namespace

StoryListModel::StoryListModel(QObject *parent)
    : QAbstractTableModel(parent), m_pages(mostPages), m_known(2 * mostPages * pageSize)
{
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &StoryListModel::fetchWanted);
}

void StoryListModel::setCollection(Collection *collection)
{
    if (m_collection)
        m_collection->disconnect(this);
    m_collection = collection;
    m_known.clear();
    if (!collection) {
        setFetch({});
        return;
    }
    setFetch([this, collection](const QVector<StoryId> &ids) { return collection->rows(ids, m_authorsShown); });
    connect(collection, &Collection::changed, this, [this](const CollectionChange &change) {
        setFacts(m_collection->facts());
        refresh(change.ids);
    });
    setFacts(collection->facts());
}

void StoryListModel::setFetch(FetchRows fetch)
{
    beginResetModel();
    m_fetch = std::move(fetch);
    m_known.clear();
    m_selection = {};
    m_rows = 0;
    forgetPages();
    endResetModel();
}

void StoryListModel::setFacts(const CollectionFacts &facts)
{
    const bool isAnother = facts.codebookNumber != std::exchange(m_codebookNumber, facts.codebookNumber);
    if (!isAnother && facts.codebook == m_codebook && facts.zone == m_zone)
        return;
    if (isAnother) { // what is known has the themes of the one before
        m_known.clear();
        forgetPages();
    }
    m_codebook = facts.codebook;
    m_zone = facts.zone;
    tellAllChanged();
}

void StoryListModel::setSelection(const Selection &selection)
{
    const bool isWhole = isWholeOf(m_selection, selection, m_order);
    if (isWhole || areSameRows(selection, m_selection, m_order)) {
        m_selection = selection;
        if (isWhole)
            forgetOtherPages();
        forgetAbsent();
        tellAllChanged();
        return;
    }
    beginResetModel();
    m_selection = selection;
    m_rows = static_cast<int>(std::min<qint64>(selection.count(), mostRows));
    forgetPages();
    endResetModel();
}

void StoryListModel::setOrder(Order order)
{
    if (order == m_order)
        return;
    beginResetModel();
    m_order = order;
    forgetPages();
    endResetModel();
}

void StoryListModel::setAuthorsShown(bool shown)
{
    if (shown == m_authorsShown)
        return;
    m_authorsShown = shown;
    m_known.clear();
    forgetPages();
    tellAllChanged();
}

void StoryListModel::setCodingsHidden(bool hidden)
{
    if (hidden == m_codingsHidden)
        return;
    m_codingsHidden = hidden;
    m_known.clear();
    forgetPages();
    tellAllChanged();
}

void StoryListModel::setCovering(const Covering *covering)
{
    if (m_covering)
        m_covering->disconnect(this);
    m_covering = covering;
    if (covering)
        connect(covering, &Covering::changed, this, &StoryListModel::tellAllChanged);
    tellAllChanged();
}

void StoryListModel::tellAllChanged()
{
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

void StoryListModel::refresh(const QVector<StoryId> &ids)
{
    ++m_clock;
    if (ids.isEmpty())
        m_allChanged = m_clock;
    for (const StoryId id : ids) {
        if (KnownRow *known = m_known.object(id))
            known->asked = 0;
        if (m_unanswered > 0)
            m_overtaken.insert(id, m_clock);
    }
    forgetAbsent();
    tellAllChanged();
}

/// Pages of a preview that aren't those of the whole: of rows that it didn't know, above all.
void StoryListModel::forgetOtherPages()
{
    const QList<int> pages = m_pages.keys();
    for (const int number : pages) {
        if (m_pages.object(number)->ids == m_selection.ids(qint64{number} * pageSize, pageSize, m_order))
            continue;
        m_pages.remove(number);
        m_underway.remove(number);
    }
}

void StoryListModel::forgetAbsent()
{
    const QList<int> pages = m_pages.keys();
    for (const int number : pages)
        m_pages.object(number)->absent.clear();
}

StoryId StoryListModel::idAt(int row) const
{
    return row >= 0 && row < m_rows ? page(row / pageSize).ids.value(row % pageSize, noStory) : noStory;
}

int StoryListModel::rowOf(StoryId id) const
{
    const qint64 row = m_selection.rowOf(id, m_order);
    return row < m_rows ? static_cast<int>(row) : -1;
}

const StoryRow *StoryListModel::storyAt(int row) const
{
    return row >= 0 && row < m_rows ? rowAt(row) : nullptr;
}

int StoryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int StoryListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StoryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == StoryIdRole)
        return toNumber(idAt(index.row()));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != RowRole && role != RawRole
        && role != LoadedRole)
        return {};
    const StoryRow *story = rowAt(index.row());
    if (role == LoadedRole)
        return story != nullptr;
    if (!story)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(u"…"_s) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return display(*story, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == OpeningColumn ? accessible(*story) : display(*story, index.column());
    case RowRole:
        return QVariant::fromValue(*story);
    default:
        return raw(*story, index.column());
    }
}

QVariant StoryListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case PlatformColumn:
        return tr("Platform");
    case OpeningColumn:
        return tr("Opening");
    case ThemesColumn:
        return tr("Themes");
    case VoiceColumn:
        return tr("Voice");
    case MarksColumn:
        return tr("Marks");
    default:
        return {};
    }
}

} // namespace tidemark
