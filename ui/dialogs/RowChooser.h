#pragma once

#include <QDialog>

class QAbstractItemModel;
class QCheckBox;
class QTableView;

namespace tidemark {

/// Chooses one row of a table for something that has to be agreed to: an import to undo, a source to remove.
class RowChooser final : public QDialog
{
    Q_OBJECT

public:
    RowChooser(const QString &title, const QString &sentence, const QString &verb, QAbstractItemModel *model,
               QWidget *parent = nullptr);

    /// Offers one yes-or-no besides.
    void offer(const QString &text, bool on);
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] int row() const; ///< -1: none

private:
    QTableView *m_table;
    QCheckBox *m_offer;
};

} // namespace tidemark
