#pragma once

#include "model/ThemeTableModel.h"
#include "picture/Picture.h"

#include <QRectF>

namespace tidemark {

/// A table of themes as a picture: names, and the numbers on their colours.
class ThemeTablePicture final : public Picture
{
public:
    ThemeTablePicture(const ThemeTableModel &model, bool heatShown, const QString &title, const QStringList &notes,
                      const QFont &font);

protected:
    void paintContent(QPainter &painter, const Colours &colours) const override;

private:
    struct Cell
    {
        QRectF place;
        QString text;
        int flags = 0;
        double heat = 0; ///< 0: none
    };

    QVector<Cell> m_cells; ///< names first
};

} // namespace tidemark
