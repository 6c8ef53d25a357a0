#include "tables/ThemeTablePicture.h"

#include "tables/HeatDelegate.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr double widestName = 220;
constexpr double narrowest = 56;
constexpr double room = 5; ///< around a text

/// The longest word of a name: narrower a column can't be.
double widestWord(const QString &name, const QFontMetricsF &metrics)
{
    double width = 0;
    const QStringList words = name.split(u' ');
    for (const QString &word : words)
        width = std::max(width, metrics.horizontalAdvance(word));
    return width;
}

} // namespace

ThemeTablePicture::ThemeTablePicture(const ThemeTableModel &model, bool heatShown, const QString &title,
                                     const QStringList &notes, const QFont &font)
    : Picture(title, notes, font)
{
    const QFontMetricsF metrics(Picture::font());
    const int rows = model.rowCount();
    const int columns = model.columnCount();
    double names = 0;
    for (int row = 0; row < rows; ++row)
        names = std::max(names, metrics.horizontalAdvance(model.headerData(row, Qt::Vertical).toString()));
    names = std::min(names, widestName) + 2 * room;
    double width = narrowest;
    for (int column = 0; column < columns; ++column) {
        width = std::max(width, widestWord(model.headerData(column, Qt::Horizontal).toString(), metrics));
        for (int row = 0; row < rows; ++row)
            width = std::max(width, metrics.horizontalAdvance(model.index(row, column).data().toString()));
    }
    width = std::ceil(width + 2 * room);
    double top = 0;
    for (int column = 0; column < columns; ++column) {
        const QRectF box = metrics.boundingRect(QRectF(0, 0, width - 2 * room, 1e4), Qt::TextWordWrap,
                                                model.headerData(column, Qt::Horizontal).toString());
        top = std::max(top, std::ceil(box.height()) + 2 * room);
    }
    const double height = std::ceil(metrics.height() + 2 * room);

    for (int column = 0; column < columns; ++column)
        m_cells.append({{names + column * width, 0, width, top},
                        model.headerData(column, Qt::Horizontal).toString(),
                        Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                        0});
    for (int row = 0; row < rows; ++row) {
        const double y = top + row * height;
        m_cells.append(
            {{0, y, names, height},
             metrics.elidedText(model.headerData(row, Qt::Vertical).toString(), Qt::ElideRight, names - 2 * room),
             Qt::AlignLeft | Qt::AlignVCenter,
             0});
        for (int column = 0; column < columns; ++column) {
            const QModelIndex index = model.index(row, column);
            m_cells.append({{names + column * width, y, width, height},
                            index.data().toString(),
                            Qt::AlignRight | Qt::AlignVCenter,
                            heatShown ? index.data(ThemeTableModel::HeatRole).toDouble() : 0});
        }
    }
    setContentSize({names + columns * width, top + rows * height});
}

void ThemeTablePicture::paintContent(QPainter &painter, const Colours &colours) const
{
    for (const Cell &cell : m_cells) {
        if (cell.heat > 0)
            painter.fillRect(cell.place, heatGround(colours, cell.heat));
        painter.setPen(colours.line);
        painter.drawLine(cell.place.bottomLeft(), cell.place.bottomRight());
        painter.setPen(colours.text);
        painter.drawText(cell.place.adjusted(room, 0, -room, 0), cell.flags, cell.text);
    }
}

} // namespace tidemark
