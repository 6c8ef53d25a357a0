#pragma once

#include "filter/Filter.h"
#include "index/ThemeTable.h"
#include "theme/Codebook.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace tidemark {

/// A table of themes. Its first row and its first column are of all stories.
class ThemeTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole + 1, ///< stories, whatever the cell says
        HeatRole, ///< how strong the cell is beside the strongest, between 0 and 1; none for cells of all stories,
                  ///< and where a theme meets itself
    };

    explicit ThemeTableModel(QObject *parent = nullptr);

    void setTable(const ThemeTable &table, const Codebook &codebook);
    void setCells(TableCells cells);

    [[nodiscard]] const ThemeTable &table() const { return m_table; }
    [[nodiscard]] TableCells cells() const { return m_cells; }
    [[nodiscard]] QStringList themeNames() const;  ///< without that of all stories
    [[nodiscard]] QStringList columnNames() const; ///< likewise

    /// A filter, and what a cell stands for besides: its theme, its value, its month.
    [[nodiscard]] Filter within(const Filter &filter, const QModelIndex &cell) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(qsizetype row, qsizetype column) const;
    [[nodiscard]] QString sentence(qsizetype row, qsizetype column) const;
    [[nodiscard]] double strength(qsizetype row, qsizetype column) const;
    [[nodiscard]] bool hasHeat(qsizetype row, qsizetype column) const;
    [[nodiscard]] QString themeName(qsizetype row) const;
    [[nodiscard]] QString columnName(qsizetype column) const;
    void findStrongest();

    ThemeTable m_table;
    Codebook m_codebook;
    TableCells m_cells = TableCells::Stories;
    double m_strongest = 0;
};

} // namespace tidemark
