#include "codebook/ColourSwatch.h"

#include "theme/Colours.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ColourSwatch)
};

} // namespace

QString colourName(int colour)
{
    switch (colour) {
    case 1:
        return Words::tr("Blue");
    case 2:
        return Words::tr("Orange");
    case 3:
        return Words::tr("Green");
    case 4:
        return Words::tr("Pink");
    case 5:
        return Words::tr("Ochre");
    case 6:
        return Words::tr("Teal");
    case 7:
        return Words::tr("Violet");
    case 8:
        return Words::tr("Grey");
    default:
        return Words::tr("None");
    }
}

QIcon colourSwatch(int colour, const QPalette &palette)
{
    constexpr int side = 24; // shown smaller where the screen is coarser
    const Colours own = coloursOf(palette);
    QPixmap place(side, side);
    place.fill(Qt::transparent);
    if (colour >= 1 && colour <= static_cast<int>(own.series.size())) {
        QPainter painter(&place);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(own.series.at(static_cast<size_t>(colour) - 1));
        painter.drawEllipse(QRectF(4, 4, side - 8, side - 8));
    }
    return QIcon(place);
}

} // namespace tidemark
