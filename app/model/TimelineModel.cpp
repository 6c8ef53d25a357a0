#include "model/TimelineModel.h"

#include "model/FacetNames.h"
#include "model/TimeText.h"

#include <QLocale>

#include <algorithm>

namespace tidemark {

namespace {

bool areSameCells(const Timeline &a, const Timeline &b)
{
    return a.by == b.by && a.counting == b.counting && a.starts == b.starts && a.end == b.end
        && std::ranges::equal(a.series, b.series, {}, &TimelineSeries::key, &TimelineSeries::key);
}

} // namespace

TimelineModel::TimelineModel(QObject *parent) : QAbstractTableModel(parent) {}

void TimelineModel::setFacts(const CollectionFacts &facts)
{
    if (facts.codebook == m_codebook && facts.zone == m_zone)
        return;
    beginResetModel();
    m_codebook = facts.codebook;
    m_zone = facts.zone;
    endResetModel();
}

void TimelineModel::setTimeline(const Timeline &timeline, std::optional<Facet> split)
{
    if (split == m_split && areSameCells(timeline, m_timeline)) {
        m_timeline = timeline;
        m_derivation.reset();
        tellFigures();
        return;
    }
    beginResetModel();
    m_timeline = timeline;
    m_derived.clear(); // were of other buckets
    m_derivation.reset();
    m_split = split;
    endResetModel();
}

void TimelineModel::setDerivation(const Derivation &derivation)
{
    if (m_derivation == derivation)
        return;
    m_derivation = derivation;
    const QVector<DerivedFigures> figures = derivedFigures(m_timeline, derivation);
    const bool sameColumns = derivation.averaged == m_averaged
        && std::ranges::equal(figures, m_derived, [](const DerivedFigures &a, const DerivedFigures &b) {
                                 return a.kind == b.kind && a.series == b.series;
                             });
    if (!sameColumns)
        beginResetModel();
    m_derived = figures;
    m_averaged = derivation.averaged;
    if (sameColumns)
        tellFigures();
    else
        endResetModel();
}

void TimelineModel::tellFigures()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

TimeSpan TimelineModel::bucket(int row) const
{
    const bool last = row + 1 == m_timeline.starts.size();
    return {m_timeline.starts.at(row), last ? m_timeline.end : m_timeline.starts.at(row + 1)};
}

int TimelineModel::rowAt(Instant instant) const
{
    const auto &starts = m_timeline.starts;
    if (starts.isEmpty() || instant < starts.first() || instant >= m_timeline.end)
        return -1;
    const auto next = std::upper_bound(starts.cbegin(), starts.cend(), instant);
    return static_cast<int>(next - starts.cbegin()) - 1;
}

QString TimelineModel::seriesName(int series) const
{
    const QString &key = m_timeline.series.at(series).key;
    return m_split ? facetValueName(*m_split, key, m_codebook) : key;
}

QStringList TimelineModel::seriesNames() const
{
    QStringList names;
    for (int i = 0; i < m_timeline.series.size(); ++i)
        names.append(seriesName(i));
    return names;
}

QString TimelineModel::bucketName(int row) const
{
    return bucketText(m_timeline.by, m_timeline.starts.at(row), m_zone);
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_timeline.starts.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FixedColumns + static_cast<int>(m_timeline.series.size() + m_derived.size());
}

const DerivedFigures *TimelineModel::derivedAt(int column) const
{
    const qsizetype position = column - FixedColumns - m_timeline.series.size();
    return position < 0 ? nullptr : &m_derived.at(position);
}

bool TimelineModel::hasWords(int column) const
{
    const DerivedFigures *figures = derivedAt(column);
    return column == StartColumn || (figures && figures->kind == DerivedFigures::Kind::Events);
}

QString TimelineModel::derivedName(const DerivedFigures &figures) const
{
    const bool isPart = figures.series >= 0;
    const QString part = isPart ? seriesName(figures.series) : QString();
    switch (figures.kind) {
    case DerivedFigures::Kind::Mean:
        return isPart ? tr("%1, mean of %2").arg(part, QString::number(m_averaged))
                      : tr("Mean of %1").arg(m_averaged);
    case DerivedFigures::Kind::Earlier:
        return isPart ? tr("%1, earlier span").arg(part) : tr("Earlier span");
    case DerivedFigures::Kind::Burst:
        return tr("Burst");
    case DerivedFigures::Kind::Events:
        break;
    }
    return tr("Events");
}

qint64 TimelineModel::number(int row, int column) const
{
    switch (column) {
    case StartColumn:
        return m_timeline.starts.at(row);
    case CountColumn:
        return m_timeline.counts.value(row);
    case WholeColumn:
        return m_timeline.whole.value(row);
    default:
        return m_timeline.series.at(column - FixedColumns).counts.value(row);
    }
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const DerivedFigures *figures = derivedAt(index.column());
        figures && (role == Qt::DisplayRole || role == RawRole))
        return derivedData(*figures, index.row(), role);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == StartColumn ? bucketName(index.row())
                                             : QLocale().toString(number(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return hasWords(index.column()) ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                        : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case RawRole:
        return number(index.row(), index.column());
    case StartRole:
        return *bucket(index.row()).from;
    case EndRole:
        return *bucket(index.row()).until;
    default:
        return {};
    }
}

QVariant TimelineModel::derivedData(const DerivedFigures &figures, int row, int role) const
{
    if (figures.kind == DerivedFigures::Kind::Events)
        return figures.words.value(row);
    const std::optional<double> value = figures.values.value(row);
    if (!value)
        return {};
    if (role == RawRole)
        return *value;
    return QLocale().toString(*value, 'f', figures.kind == DerivedFigures::Kind::Mean ? 1 : 0);
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const DerivedFigures *figures = derivedAt(section);
    if (role == SeriesKeyRole && section >= FixedColumns && !figures)
        return m_timeline.series.at(section - FixedColumns).key;
    if (role == Qt::TextAlignmentRole && hasWords(section))
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StartColumn:
        return tr("Time");
    case CountColumn:
        switch (m_timeline.counting) {
        case Counting::Stories:
            return tr("Stories");
        case Counting::Posts:
            return tr("Posts");
        case Counting::Accounts:
            return tr("Distinct accounts");
        }
        return {};
    case WholeColumn:
        return tr("Whole collection");
    default:
        return figures ? derivedName(*figures) : seriesName(section - FixedColumns);
    }
}

} // namespace tidemark
