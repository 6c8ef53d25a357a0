#pragma once

#include "theme/Codebook.h"

#include <QAbstractItemModel>
#include <QSet>

namespace tidemark {

/// The themes of a codebook in their groups, those without one and the retired ones at the end. Groups are named by
/// editing them. What the shipped codebook calls them is shown in the reader's language, and edited as it is
/// stored. It shows, and changes nothing: what was edited is told.
class ThemeTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< of a theme; empty for groups
        ColourRole,                ///< Theme::colour
    };

    explicit ThemeTreeModel(QObject *parent = nullptr);

    /// edited: the ids of themes that are not saved yet, which say so.
    void setCodebook(const Codebook &codebook, const QSet<QString> &edited);

    [[nodiscard]] QModelIndex indexOf(const QString &theme) const; ///< invalid: there is none

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void groupNamed(const QString &key, const QString &name);

private:
    struct Group
    {
        QString key; ///< empty: those without a group, or the retired ones
        QString name;
        QVector<Theme> themes;
    };

    [[nodiscard]] static QVector<Group> groupsOf(const Codebook &codebook);
    [[nodiscard]] bool hasSameShape(const QVector<Group> &groups) const;
    [[nodiscard]] QVariant themeData(const Theme &theme, int role) const;

    QVector<Group> m_groups;
    QSet<QString> m_edited;
};

} // namespace tidemark
