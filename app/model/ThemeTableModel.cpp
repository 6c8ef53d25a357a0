#include "model/ThemeTableModel.h"

#include "model/FacetNames.h"
#include "model/TypedFilter.h"
#include "text/LocalShares.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

FacetTerm only(Facet facet, const QString &value)
{
    return {.facet = facet, .attribute = {}, .values = {value}, .excluded = false};
}

TimeSpan common(const TimeSpan &a, const TimeSpan &b)
{
    TimeSpan both = a;
    if (b.from)
        both.from = std::max(a.from.value_or(*b.from), *b.from);
    if (b.until)
        both.until = std::min(a.until.value_or(*b.until), *b.until);
    return both;
}

} // namespace

ThemeTableModel::ThemeTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void ThemeTableModel::setTable(const ThemeTable &table, const Codebook &codebook)
{
    beginResetModel();
    m_table = table;
    m_codebook = codebook;
    findStrongest();
    endResetModel();
}

void ThemeTableModel::setCells(TableCells cells)
{
    beginResetModel();
    m_cells = cells;
    findStrongest();
    endResetModel();
}

void ThemeTableModel::findStrongest()
{
    m_strongest = 0;
    for (qsizetype row = 0; row < m_table.rows.size(); ++row) {
        for (qsizetype column = 0; column < m_table.columns.size(); ++column) {
            if (hasHeat(row, column))
                m_strongest = std::max(m_strongest, strength(row, column));
        }
    }
}

bool ThemeTableModel::hasHeat(qsizetype row, qsizetype column) const
{
    if (row == ThemeTable::all || column == ThemeTable::all)
        return false;
    return m_table.by != TableBy::Theme || m_table.rows.at(row).theme != m_table.columns.at(column).key;
}

double ThemeTableModel::strength(qsizetype row, qsizetype column) const
{
    return m_cells == TableCells::Stories ? static_cast<double>(m_table.count(row, column))
                                          : m_table.share(m_cells, row, column);
}

QString ThemeTableModel::themeName(qsizetype row) const
{
    return row == ThemeTable::all ? tr("All stories")
                                  : facetValueName(Facet::Theme, m_table.rows.at(row).theme, m_codebook);
}

QString ThemeTableModel::columnName(qsizetype column) const
{
    if (column == ThemeTable::all)
        return tr("All stories");
    const QString &key = m_table.columns.at(column).key;
    const auto facet = facetOf(m_table.by);
    return facet ? facetValueName(*facet, key, m_codebook) : key;
}

QStringList ThemeTableModel::themeNames() const
{
    QStringList names;
    for (qsizetype row = 0; row < m_table.rows.size(); ++row)
        names.append(themeName(row));
    return names;
}

QStringList ThemeTableModel::columnNames() const
{
    QStringList names;
    for (qsizetype column = 0; column < m_table.columns.size(); ++column)
        names.append(columnName(column));
    return names;
}

Filter ThemeTableModel::within(const Filter &filter, const QModelIndex &cell) const
{
    const qsizetype row = cell.row() - 1;
    const qsizetype column = cell.column() - 1;
    Filter part;
    if (row != ThemeTable::all)
        part.facets.append(only(Facet::Theme, m_table.rows.at(row).theme));
    if (column != ThemeTable::all) {
        const ThemeTable::Column &value = m_table.columns.at(column);
        if (const auto facet = facetOf(m_table.by))
            part.facets.append(only(*facet, value.key));
        else
            part.span = common(filter.span, value.span);
    }
    return withPart(filter, part);
}

int ThemeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.rows.isEmpty() ? 0 : static_cast<int>(m_table.rows.size()) + 1;
}

int ThemeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.rows.isEmpty() ? 0 : static_cast<int>(m_table.columns.size()) + 1;
}

QString ThemeTableModel::text(qsizetype row, qsizetype column) const
{
    return m_cells == TableCells::Stories ? QLocale().toString(m_table.count(row, column))
                                          : localPercent(m_table.share(m_cells, row, column), 1);
}

/// A cell as it is spoken, and as its tool tip says it.
QString ThemeTableModel::sentence(qsizetype row, qsizetype column) const
{
    return tr("%1, %2: %3 stories, %4 of the row, %5 of the column")
        .arg(themeName(row), columnName(column), QLocale().toString(m_table.count(row, column)),
             localPercent(m_table.share(TableCells::ShareOfTheme, row, column), 1),
             localPercent(m_table.share(TableCells::ShareOfColumn, row, column), 1));
}

QVariant ThemeTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype row = index.row() - 1;
    const qsizetype column = index.column() - 1;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return sentence(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case CountRole:
        return m_table.count(row, column);
    case HeatRole:
        if (!hasHeat(row, column))
            return {};
        return m_strongest > 0 ? strength(row, column) / m_strongest : 0.0;
    default:
        return {};
    }
}

QVariant ThemeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int sections = orientation == Qt::Horizontal ? columnCount() : rowCount();
    if (section < 0 || section >= sections)
        return {};
    if (role == Qt::DisplayRole)
        return orientation == Qt::Horizontal ? columnName(section - 1) : themeName(section - 1);
    if (role == Qt::TextAlignmentRole && orientation == Qt::Vertical)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace tidemark
