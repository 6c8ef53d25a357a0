#include "tables/HeatDelegate.h"

#include "model/ThemeTableModel.h"

#include <algorithm>

namespace tidemark {

namespace {

constexpr double strongest = 0.5; ///< of the series' colour in the ground

} // namespace

QColor heatGround(const Colours &colours, double heat)
{
    const double share = strongest * std::clamp(heat, 0.0, 1.0);
    const QColor &hot = colours.series.front();
    const auto mixed = [share](int cold, int warm) { return static_cast<int>(cold * (1 - share) + warm * share); };
    return {mixed(colours.base.red(), hot.red()), mixed(colours.base.green(), hot.green()),
            mixed(colours.base.blue(), hot.blue())};
}

void HeatDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant heat = index.data(ThemeTableModel::HeatRole);
    if (!heat.isValid())
        option->font.setBold(index.row() == 0 || index.column() == 0);
    else if (m_heatShown)
        option->backgroundBrush = heatGround(coloursOf(option->palette), heat.toDouble());
}

} // namespace tidemark
