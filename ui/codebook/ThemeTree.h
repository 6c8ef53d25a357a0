#pragma once

#include "model/ThemeTreeModel.h"

#include <QTreeView>

namespace tidemark {

/// The themes in their groups, each with its colour. A theme is chosen, a group is opened, closed and named (F2).
class ThemeTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit ThemeTree(QWidget *parent = nullptr);

    [[nodiscard]] ThemeTreeModel *themes() const { return m_themes; }
    void setCodebook(const Codebook &codebook, const QSet<QString> &edited); ///< what was chosen stays so
    void choose(const QString &theme);
    [[nodiscard]] QString chosen() const; ///< a theme's id; empty: none

signals:
    void themeChosen(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    ThemeTreeModel *m_themes;
    QString m_chosen;
};

} // namespace tidemark
