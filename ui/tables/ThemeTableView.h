#pragma once

#include "model/ThemeTableModel.h"

#include <QTableView>

namespace tidemark {

class HeatDelegate;

/// A table of themes, as figures or as a heat map. A click on a cell, or Return, chooses it.
class ThemeTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit ThemeTableView(ThemeTableModel *model, QWidget *parent = nullptr);

    void setHeatShown(bool shown);

signals:
    void cellChosen(const QModelIndex &cell);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitThemes();

    HeatDelegate *m_delegate;
};

} // namespace tidemark
