#include "model/FacetModel.h"

#include "model/FacetNames.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString groupName(const Codebook &codebook, const QString &themeId)
{
    const Theme *theme = codebook.theme(themeId);
    if (!theme)
        return {};
    const auto group = std::find_if(codebook.groups.cbegin(), codebook.groups.cend(),
                                    [&](const ThemeGroup &candidate) { return candidate.key == theme->group; });
    return group == codebook.groups.cend() ? theme->group : group->name;
}

bool haveSameKeys(const FacetCounts &a, const FacetCounts &b)
{
    return std::equal(a.values.cbegin(), a.values.cend(), b.values.cbegin(), b.values.cend(),
                      [](const FacetValue &x, const FacetValue &y) { return x.key == y.key; });
}

} // namespace

FacetModel::FacetModel(FacetKey facet, QObject *parent) : QAbstractListModel(parent), m_facet(std::move(facet)) {}

QString FacetModel::title() const
{
    return facetName(m_facet);
}

void FacetModel::setFacts(const CollectionFacts &facts)
{
    if (facts.codebook == m_codebook)
        return;
    m_codebook = facts.codebook;
    if (!m_counts.values.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void FacetModel::setSelection(const Selection &selection)
{
    const auto counts
        = std::find_if(selection.facets.cbegin(), selection.facets.cend(), [this](const FacetCounts &candidate) {
              return FacetKey{candidate.facet, candidate.attribute} == m_facet;
          });
    FacetCounts next = counts == selection.facets.cend() ? FacetCounts{} : *counts;
    const bool sameRows = haveSameKeys(next, m_counts);
    if (!sameRows)
        beginResetModel();
    m_counts = std::move(next);
    m_filter = selection.filter();
    m_largest = 0;
    for (const FacetValue &value : std::as_const(m_counts.values))
        m_largest = std::max(m_largest, value.count);
    if (!sameRows)
        endResetModel();
    else if (!m_counts.values.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

QString FacetModel::keyAt(int row) const
{
    return row >= 0 && row < m_counts.values.size() ? m_counts.values.at(row).key : QString();
}

int FacetModel::rowOf(const QString &key) const
{
    const auto value = std::find_if(m_counts.values.cbegin(), m_counts.values.cend(),
                                    [&](const FacetValue &candidate) { return candidate.key == key; });
    return value == m_counts.values.cend() ? -1 : static_cast<int>(value - m_counts.values.cbegin());
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_counts.values.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FacetValue &value = m_counts.values.at(index.row());
    const Choice choice = choiceOf(m_filter, m_facet, value.key);
    switch (role) {
    case Qt::DisplayRole:
        return facetValueName(m_facet.facet, value.key, m_codebook);
    case Qt::ToolTipRole:
        if (const Theme *theme = m_facet.facet == Facet::Theme ? m_codebook.theme(value.key) : nullptr)
            return theme->definition;
        return {};
    case Qt::CheckStateRole:
        return choice == Choice::Included ? Qt::Checked
            : choice == Choice::Excluded  ? Qt::PartiallyChecked
                                          : Qt::Unchecked;
    case Qt::AccessibleTextRole: {
        const QString name = facetValueName(m_facet.facet, value.key, m_codebook);
        const QString counted = tr("%1, %2 stories").arg(name, QLocale().toString(value.count));
        return choice == Choice::Included ? tr("%1, included").arg(counted)
            : choice == Choice::Excluded  ? tr("%1, excluded").arg(counted)
                                          : counted;
    }
    case KeyRole:
        return value.key;
    case CountRole:
        return value.count;
    case ShareRole:
        return m_largest == 0 ? 0.0 : static_cast<double>(value.count) / static_cast<double>(m_largest);
    case ChoiceRole:
        return static_cast<int>(choice);
    case GroupRole:
        return m_facet.facet == Facet::Theme ? groupName(m_codebook, value.key) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> FacetModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{KeyRole, QByteArrayLiteral("key")},
                  {CountRole, QByteArrayLiteral("count")},
                  {ShareRole, QByteArrayLiteral("share")},
                  {ChoiceRole, QByteArrayLiteral("choice")},
                  {GroupRole, QByteArrayLiteral("group")}});
    return names;
}

} // namespace tidemark
