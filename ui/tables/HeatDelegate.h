#pragma once

#include "theme/Colours.h"

#include <QStyledItemDelegate>

namespace tidemark {

/// The ground of a cell, the stronger the nearer heat is to 1. Text on it stays as legible as on the base.
QColor heatGround(const Colours &colours, double heat);

/// Paints the cells of a ThemeTableModel as a heat map: the number stands on its colour, so that the colour is
/// never the only signal.
class HeatDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHeatShown(bool shown) { m_heatShown = shown; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    bool m_heatShown = true;
};

} // namespace tidemark
