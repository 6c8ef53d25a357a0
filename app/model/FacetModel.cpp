#include "model/FacetModel.h"

#include "model/FacetNames.h"
#include "text/ShippedWords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QString groupName(const Codebook &codebook, const QString &themeId)
{
    const Theme *theme = codebook.theme(themeId);
    return theme ? inReadersLanguage(codebook.groupName(theme->group)) : QString();
}

/// A theme that came later stands with its group nevertheless, as in the editor; "No theme" after all.
qsizetype groupPlace(const Codebook &codebook, const QString &themeId)
{
    const Theme *theme = codebook.theme(themeId);
    if (!theme)
        return codebook.groups.size() + 1;
    const auto group = std::ranges::find(codebook.groups, theme->group, &ThemeGroup::key);
    return group - codebook.groups.cbegin();
}

bool haveSameKeys(const QVector<FacetValue> &a, const QVector<FacetValue> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
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
    m_stories = facts.stories;
    if (facts.codebook == m_codebook)
        return;
    m_codebook = facts.codebook;
    arrange();
}

void FacetModel::setSelection(const Selection &selection)
{
    const auto counts
        = std::find_if(selection.facets.cbegin(), selection.facets.cend(), [this](const FacetCounts &candidate) {
              return FacetKey{candidate.facet, candidate.attribute} == m_facet;
          });
    m_given = counts == selection.facets.cend() ? FacetCounts{} : *counts;
    m_filter = selection.filter();
    arrange();
}

void FacetModel::setSorting(Sorting sorting)
{
    m_sorting = sorting;
    arrange();
}

void FacetModel::setSearch(const QString &text)
{
    m_search = text.trimmed();
    arrange();
}

/// Makes the rows anew from what was given.
void FacetModel::arrange()
{
    QVector<FacetValue> next = m_given.values;
    next.removeIf([this](const FacetValue &value) { return isRetired(value) && value.count == 0; });
    if (!m_search.isEmpty()) {
        next.removeIf([this](const FacetValue &value) {
            return !nameOf(value).contains(m_search, Qt::CaseInsensitive)
                && choiceOf(m_filter, m_facet, value.key) == Choice::Neutral;
        });
    }
    if (m_sorting == Sorting::ByCount) {
        std::stable_sort(next.begin(), next.end(),
                         [](const FacetValue &a, const FacetValue &b) { return a.count > b.count; });
    } else if (m_sorting == Sorting::ByName) {
        std::stable_sort(next.begin(), next.end(), [this](const FacetValue &a, const FacetValue &b) {
            return QString::localeAwareCompare(nameOf(a), nameOf(b)) < 0;
        });
    } else if (m_facet.facet == Facet::Theme) {
        std::stable_sort(next.begin(), next.end(), [this](const FacetValue &a, const FacetValue &b) {
            return groupPlace(m_codebook, a.key) < groupPlace(m_codebook, b.key);
        });
    }
    const bool sameRows = haveSameKeys(next, m_values);
    if (!sameRows)
        beginResetModel();
    m_values = std::move(next);
    m_largest = 0;
    for (const FacetValue &value : std::as_const(m_given.values)) {
        if (isMeasured(value))
            m_largest = std::max(m_largest, value.count);
    }
    if (!sameRows)
        endResetModel();
    else if (!m_values.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

QString FacetModel::nameOf(const FacetValue &value) const
{
    const QString name = facetValueName(m_facet.facet, value.key, m_codebook);
    return isRetired(value) ? tr("%1 (retired)").arg(name) : name;
}

/// "No theme" is most often by far the largest; measured against it, the bars of the themes would all be dots, and
/// a bar of another measure beside theirs would mislead. So would one of stories that are not in the selection.
bool FacetModel::isMeasured(const FacetValue &value) const
{
    return (m_facet.facet != Facet::Theme || value.key != "none"_L1)
        && choiceOf(m_filter, m_facet, value.key) != Choice::Excluded;
}

bool FacetModel::isRetired(const FacetValue &value) const
{
    const Theme *theme = m_facet.facet == Facet::Theme ? m_codebook.theme(value.key) : nullptr;
    return theme && theme->isRetired;
}

QString FacetModel::toolTip(const FacetValue &value) const
{
    const QLocale locale;
    QStringList lines;
    if (const Theme *theme = m_facet.facet == Facet::Theme ? m_codebook.theme(value.key) : nullptr)
        lines.append(inReadersLanguage(theme->definition));
    if (m_stories > 0) {
        const double percent = 100.0 * static_cast<double>(value.count) / static_cast<double>(m_stories);
        lines.append(tr("%1 of %2 stories in the collection (%3 %)")
                         .arg(locale.toString(value.count), locale.toString(m_stories),
                              locale.toString(percent, 'f', percent < 10 ? 1 : 0)));
    }
    return lines.join(u'\n');
}

QString FacetModel::keyAt(int row) const
{
    return row >= 0 && row < m_values.size() ? m_values.at(row).key : QString();
}

int FacetModel::rowOf(const QString &key) const
{
    const auto value = std::find_if(m_values.cbegin(), m_values.cend(),
                                    [&](const FacetValue &candidate) { return candidate.key == key; });
    return value == m_values.cend() ? -1 : static_cast<int>(value - m_values.cbegin());
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FacetValue &value = m_values.at(index.row());
    const Choice choice = choiceOf(m_filter, m_facet, value.key);
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(value);
    case Qt::ToolTipRole:
        return toolTip(value);
    case Qt::CheckStateRole:
        return choice == Choice::Included ? Qt::Checked
            : choice == Choice::Excluded  ? Qt::PartiallyChecked
                                          : Qt::Unchecked;
    case Qt::AccessibleTextRole: {
        const QString counted = tr("%1, %2 stories").arg(nameOf(value), QLocale().toString(value.count));
        return choice == Choice::Included ? tr("%1, included").arg(counted)
            : choice == Choice::Excluded  ? tr("%1, excluded").arg(counted)
                                          : counted;
    }
    case KeyRole:
        return value.key;
    case CountRole:
        return value.count;
    case ShareRole:
        if (!isMeasured(value))
            return {};
        return m_largest == 0 ? 0.0 : static_cast<double>(value.count) / static_cast<double>(m_largest);
    case ChoiceRole:
        return static_cast<int>(choice);
    case GroupRole:
        return m_facet.facet == Facet::Theme && m_sorting == Sorting::AsGiven ? groupName(m_codebook, value.key)
                                                                              : QString();
    case ColourRole: {
        const Theme *theme = m_facet.facet == Facet::Theme ? m_codebook.theme(value.key) : nullptr;
        return theme ? theme->colour : 0;
    }
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
                  {GroupRole, QByteArrayLiteral("group")},
                  {ColourRole, QByteArrayLiteral("colour")}});
    return names;
}

} // namespace tidemark
