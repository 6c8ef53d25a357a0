#pragma once

#include "collection/Collection.h"
#include "filter/FilterHistory.h"
#include "tables/ThemeTableView.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QComboBox;
class QLabel;

namespace tidemark {

class ThemeTablePicture;

/// How the stories of the filter in force are spread over themes and something else. It follows the filter, except
/// where the filter is one of its own cells: then the table stays, so that one cell after the other can be read.
class ThemeTableDialog final : public QDialog
{
    Q_OBJECT

public:
    ThemeTableDialog(Collection *collection, FilterHistory *history, QWidget *parent);

    [[nodiscard]] ThemeTablePicture picture() const;
    [[nodiscard]] QByteArray figures() const; ///< as CSV for a spreadsheet

private:
    void layOut();
    void makeChoices();
    void ask();
    void take(const ThemeTable &table);
    void follow(const Filter &filter);
    void choose(const QModelIndex &cell);
    void savePicture();
    void saveFigures();
    void save(const QString &path, const QByteArray &bytes);
    void say(const QString &sentence);
    [[nodiscard]] ThemeTableQuestion question() const;
    [[nodiscard]] TableCells cells() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString notes() const;

    QPointer<Collection> m_collection;
    FilterHistory *m_history;
    Filter m_counted; ///< whose stories the table counts
    Filter m_chosen;  ///< that of the cell chosen last
    quint64 m_number = 0;
    ThemeTableModel *m_model;
    ThemeTableView *m_view;
    QLabel *m_title;
    QLabel *m_notes;
    QComboBox *m_by;
    QComboBox *m_cells;
    QCheckBox *m_heat;
};

} // namespace tidemark
