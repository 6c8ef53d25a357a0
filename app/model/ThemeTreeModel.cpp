#include "model/ThemeTreeModel.h"

#include "text/ShippedWords.h"

#include <algorithm>

namespace tidemark {

namespace {

constexpr quintptr ofGroup = 0; ///< internal ids of themes are their group's row and one

} // namespace

ThemeTreeModel::ThemeTreeModel(QObject *parent) : QAbstractItemModel(parent) {}

QVector<ThemeTreeModel::Group> ThemeTreeModel::groupsOf(const Codebook &codebook)
{
    QVector<Group> groups;
    for (const ThemeGroup &group : codebook.groups)
        groups.append({group.key, group.name, {}});
    Group loose{{}, tr("Without a Group"), {}};
    Group retired{{}, tr("Retired"), {}};
    for (const Theme &theme : codebook.themes) {
        const auto own = std::find_if(groups.begin(), groups.end(), [&](const Group &group) {
            return group.key == theme.group && !group.key.isEmpty();
        });
        Group &group = theme.isRetired ? retired : own == groups.end() ? loose : *own;
        group.themes.append(theme);
    }
    groups.append(loose);
    groups.append(retired);
    groups.removeIf([](const Group &group) { return group.themes.isEmpty(); });
    return groups;
}

void ThemeTreeModel::setCodebook(const Codebook &codebook, const QSet<QString> &edited)
{
    QVector<Group> groups = groupsOf(codebook);
    const bool isSame = hasSameShape(groups);
    if (!isSame)
        beginResetModel();
    m_groups = std::move(groups);
    m_edited = edited;
    if (!isSame) {
        endResetModel();
        return;
    }
    for (int row = 0; row < m_groups.size(); ++row) {
        const QModelIndex group = index(row, 0);
        emit dataChanged(group, group);
        emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group));
    }
}

bool ThemeTreeModel::hasSameShape(const QVector<Group> &groups) const
{
    return std::equal(groups.cbegin(), groups.cend(), m_groups.cbegin(), m_groups.cend(),
                      [](const Group &a, const Group &b) {
                          return a.key == b.key
                              && std::equal(a.themes.cbegin(), a.themes.cend(), b.themes.cbegin(), b.themes.cend(),
                                            [](const Theme &x, const Theme &y) { return x.id == y.id; });
                      });
}

QModelIndex ThemeTreeModel::indexOf(const QString &theme) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        const QVector<Theme> &themes = m_groups.at(group).themes;
        for (int row = 0; row < themes.size(); ++row) {
            if (themes.at(row).id == theme)
                return index(row, 0, index(group, 0));
        }
    }
    return {};
}

QModelIndex ThemeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : ofGroup);
}

QModelIndex ThemeTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == ofGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, ofGroup);
}

int ThemeTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == ofGroup ? static_cast<int>(m_groups.at(parent.row()).themes.size()) : 0;
}

int ThemeTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ThemeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() != ofGroup)
        return themeData(m_groups.at(static_cast<qsizetype>(index.internalId()) - 1).themes.at(index.row()), role);
    const Group &group = m_groups.at(index.row());
    switch (role) {
    case Qt::AccessibleTextRole:
        return tr("Group %1").arg(inReadersLanguage(group.name));
    case Qt::DisplayRole:
        return inReadersLanguage(group.name);
    case Qt::EditRole:
        return group.name; // as it is stored
    default:
        return {};
    }
}

QVariant ThemeTreeModel::themeData(const Theme &theme, int role) const
{
    const QString shown = inReadersLanguage(theme.name);
    switch (role) {
    case Qt::DisplayRole: {
        const QString name = theme.key == 0 ? shown : tr("%1  (%2)").arg(shown).arg(theme.key);
        return m_edited.contains(theme.id) ? tr("%1 *").arg(name) : name;
    }
    case Qt::AccessibleTextRole: {
        const QString name = theme.key == 0 ? shown : tr("%1, key %2").arg(shown).arg(theme.key);
        return m_edited.contains(theme.id) ? tr("%1, not saved").arg(name) : name;
    }
    case IdRole:
        return theme.id;
    case ColourRole:
        return theme.colour;
    default:
        return {};
    }
}

bool ThemeTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole
        || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Group &group = m_groups[index.row()];
    const QString name = value.toString().simplified();
    if (name.isEmpty())
        return false;
    group.name = name;
    emit dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    emit groupNamed(group.key, name);
    return true;
}

Qt::ItemFlags ThemeTreeModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const bool isNamed
        = index.isValid() && index.internalId() == ofGroup && !m_groups.at(index.row()).key.isEmpty();
    return isNamed ? flags | Qt::ItemIsEditable : flags;
}

} // namespace tidemark
